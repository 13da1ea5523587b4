//! The description of an operation.

use super::{CrossRule, Mode};
use crate::error::Retry;
use crate::schema::ModelInfo;
use crate::time::Timestamp;
use serde_json::{Map, Value};

/// The HTTP method of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Changes.
    Post,
    /// Changes. Not used by WeChat Pay Score.
    Put,
    /// Changes. Not used by WeChat Pay Score.
    Patch,
    /// Changes. Not used by WeChat Pay Score.
    Delete,
}

impl Method {
    const ALL: [Method; 5] = [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete];

    /// As on the request line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Method> {
        Method::ALL.into_iter().find(|method| method.as_str() == name)
    }
}

/// How a request is made of an operation's parameters, and how its answer is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Parameters in path, query or a JSON body; a signed answer in JSON or without content.
    Json,
    /// Method, path, query and body are themselves parameters: any endpoint.
    Free,
    /// A file with its description (multipart/form-data). Only the description is signed.
    Upload,
    /// An answer that is an unsigned file. It is checked by its hash, which an earlier signed answer named.
    Download,
    /// An answer that brings the keys that verify it, sealed under the APIv3 key.
    Certificates,
}

/// One API endpoint, described.
pub struct OperationInfo {
    /// Its name in every language, such as `create_order`.
    pub name: &'static str,
    /// WeChat Pay's name for it, in Chinese.
    pub title: &'static str,
    /// The method.
    pub method: Method,
    /// The path, with parameters in braces.
    pub path: &'static str,
    /// The official page.
    pub page: &'static str,
    /// What to do when the answer is lost.
    pub after_loss: Retry,
    /// Its parameters.
    pub params: &'static ModelInfo,
    /// Its reply.
    pub reply: &'static ModelInfo,
    /// How its request is made and its answer read.
    pub style: Style,
    /// Whether WeChat Pay answers an identical repeat with success, as it says of creations.
    pub repeats_with_success: bool,
    /// Whether it is about an order that exists, so that an `OrderRef` can fill its identity fields.
    pub takes_order: bool,
    /// For an operation that changes something: why the mode's lifecycle has no rows for it.
    pub outside_lifecycle: Option<&'static str>,
    /// For an operation that changes something: why the mode's recovery has no rows for it.
    pub outside_recovery: Option<&'static str>,
    /// The mode to which it belongs.
    pub mode: &'static Mode,
    /// The rules between its parameters, in the order in which they are checked.
    pub rules: &'static [&'static CrossRule],
}

impl std::fmt::Debug for OperationInfo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl OperationInfo {
    /// Whether it changes something at WeChat Pay. For a request to any endpoint, its method decides.
    pub fn changes(&self) -> bool {
        self.method != Method::Get
    }
}

/// What is known beside the call itself, for the rules that need it.
pub(crate) struct Knowledge<'a> {
    /// The time, as well as this machine knows it.
    pub(crate) now: Option<Timestamp>,
    /// The whole order that the call is about, as WeChat Pay last described it, if the caller passed it.
    pub(crate) order: Option<&'a Map<String, Value>>,
    /// What the merchant's settings say of its service.
    pub(crate) settings: &'a Map<String, Value>,
}
