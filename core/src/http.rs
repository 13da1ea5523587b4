//! Requests, answers and headers as plain values. Payscore itself never opens a connection.

use serde_json::Value;
use std::fmt;

/// A request to send, exactly as it stands. The HTTP client must not re-encode the URL, change the body, or follow a
/// redirect.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Request {
    /// `GET` or `POST`.
    pub method: String,
    /// The whole URL: base address, path and query, already percent-encoded.
    pub url: String,
    /// The headers, in the order to send them. `Authorization` is among them: do not log it.
    pub headers: Headers,
    /// The body. It is absent, not empty, if there is none.
    pub body: Option<Vec<u8>>,
}

impl Request {
    /// A request from its parts.
    pub fn new(method: impl Into<String>, url: impl Into<String>, headers: Headers, body: Option<Vec<u8>>) -> Request {
        Request { method: method.into(), url: url.into(), headers, body }
    }

    /// The request target: path and query, as on the request line.
    pub fn target(&self) -> &str {
        if self.url.starts_with('/') {
            return &self.url;
        }
        let rest = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/")
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("method", &self.method).field("url", &self.url).finish_non_exhaustive()
    }
}

/// An answer as it arrived: status, headers, and the body's bytes after transfer decoding and decompression.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: Headers,
    /// The body's bytes. Empty if there was no body.
    pub body: Vec<u8>,
}

impl Response {
    /// An answer from its parts.
    pub fn new(status: u16, headers: Headers, body: impl Into<Vec<u8>>) -> Response {
        Response { status, headers, body: body.into() }
    }
}

/// Whether a status can be that of a final answer.
pub(crate) fn is_final_status(status: u16) -> bool {
    (200..600).contains(&status)
}

/// Header fields, in order. They are found in any letter case, and with underscores in place of hyphens, as CGI and
/// WSGI (`HTTP_WECHATPAY_SERIAL`) and some gateways (`wechatpay_serial`) write them.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// No headers yet.
    pub fn new() -> Headers {
        Headers::default()
    }

    /// Adds a field at the end.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Headers {
        self.0.push((name.into(), value.into()));
        self
    }

    /// The first value under this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| same_name(key, name)).map(|(_, value)| value.as_str())
    }

    /// Every value under this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.0.iter().filter(move |(key, _)| same_name(key, name)).map(|(_, value)| value.as_str())
    }

    /// The only value under this name. It may occur several times, or joined by commas, if all occurrences are equal;
    /// `Err` if they differ. Not for fields whose value may contain a comma.
    pub fn single<'a>(&'a self, name: &'a str) -> Result<Option<&'a str>, Differ> {
        let mut values =
            self.all(name).flat_map(|value| value.split(',')).map(str::trim).filter(|value| !value.is_empty());
        let first = values.next();
        if values.any(|other| Some(other) != first) { Err(Differ) } else { Ok(first) }
    }

    /// From JSON, as hosts pass it: an object from names to values, or a list of pairs. A value is a text, a number, or
    /// a list of these. Anything else is ignored.
    pub fn from_json(given: &Value) -> Headers {
        let mut headers = Headers::new();
        let mut add = |name: Option<&str>, value: &Value| {
            let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
            for value in values {
                match (name, value) {
                    (Some(name), Value::String(value)) => headers.0.push((name.to_owned(), value.clone())),
                    (Some(name), Value::Number(value)) => headers.0.push((name.to_owned(), value.to_string())),
                    _ => {}
                }
            }
        };
        match given {
            Value::Object(object) => object.iter().for_each(|(name, value)| add(Some(name), value)),
            Value::Array(pairs) => pairs.iter().for_each(|pair| {
                if let Some([name, value]) = pair.as_array().map(Vec::as_slice) {
                    add(name.as_str(), value);
                }
            }),
            _ => {}
        }
        headers
    }

    /// All fields, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// The values of a header field differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Differ;

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Headers {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Headers {
        Headers(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

fn same_name(given: &str, wanted: &str) -> bool {
    let same = |given: &str| {
        given.len() == wanted.len()
            && given.bytes().zip(wanted.bytes()).all(|(a, b)| a.eq_ignore_ascii_case(&b) || (a == b'_' && b == b'-'))
    };
    same(given) || given.split_at_checked(5).is_some_and(|(cgi, rest)| cgi.eq_ignore_ascii_case("HTTP_") && same(rest))
}
