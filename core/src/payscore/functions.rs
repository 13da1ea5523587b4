//! What a merchant computes without calling anyone: one declaration each, from which every language has its method.

use super::launch::{Launch, LaunchConfirm};
use crate::error::*;
use crate::schema::{ModelInfo, Reader, check_params};
use crate::time::Timestamp;
use serde_json::{Map, Value};

/// What a function may know beside its parameters.
#[allow(dead_code, reason = "the jumps that are signed need all of it")]
pub(crate) struct Context<'a> {
    /// The institution's merchant number.
    pub(crate) mchid: &'a str,
    /// When it is computed.
    pub(crate) now: Timestamp,
    /// Fresh random letters and digits.
    pub(crate) nonce: &'a str,
}

/// Something that a merchant computes.
#[allow(private_interfaces, reason = "only core computes")]
pub trait Function: Sized {
    /// What comes out.
    type Reply: serde::Serialize;
    /// What it says about itself.
    const INFO: &'static FunctionInfo;
    #[doc(hidden)]
    fn compute(&self, context: &Context<'_>) -> Result<Self::Reply, Error>;
}

/// A function, described.
pub struct FunctionInfo {
    /// Its name in every language, such as `launch_confirm`.
    pub name: &'static str,
    /// Its parameters.
    pub params: &'static ModelInfo,
    /// What comes out.
    pub reply: &'static ModelInfo,
}

macro_rules! functions {
    ($($Name:ident = $name:literal -> $Reply:ident by $compute:path),* $(,)?) => {
        $(
            impl Function for $Name {
                type Reply = $Reply;
                const INFO: &'static FunctionInfo = &FunctionInfo { name: $name, params: $Name::INFO, reply: $Reply::INFO };
                #[allow(private_interfaces, reason = "only core computes")]
                fn compute(&self, context: &Context<'_>) -> Result<$Reply, Error> {
                    $compute(self, context)
                }
            }
        )*

        /// Every function there is.
        pub static FUNCTIONS: &[&FunctionInfo] = &[$(<$Name as Function>::INFO),*];

        /// What came out of any function.
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub enum AnyResult {
            $(#[doc = concat!("Of `", $name, "`.")] $Name($Reply),)*
        }

        impl serde::Serialize for AnyResult {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(AnyResult::$Name(reply) => reply.serialize(serializer),)* }
            }
        }

        /// Computes by name, with parameters as JSON.
        pub(crate) fn compute(name: &str, params: &Map<String, Value>, context: &Context<'_>) -> Result<AnyResult, Error> {
            match name {
                $($name => {
                    let checked = check_params(<$Name>::INFO, $name, params);
                    if checked.issues.iter().any(|issue| !issue.advice) {
                        return Err(Error::of_issues($name, checked.issues));
                    }
                    let params: $Name = Reader::document(&Value::Object(checked.params))
                        .map_err(|issues| Error::of_issues($name, issues))?;
                    Function::compute(&params, context).map(AnyResult::$Name)
                })*
                other => {
                    let other: String = other.chars().take(40).collect();
                    Err(Error::new(INVALID_OPERATION, format!("there is no function `{other}`")))
                }
            }
        }
    };
}
functions! {
    LaunchConfirm = "launch_confirm" -> Launch by super::launch::confirm,
}
