//! What a merchant computes without calling anyone: one declaration each, from which every language has its method.

use super::fill;
use crate::error::Error;
use crate::schema::{Extent, FieldType, ModelInfo, Path, Reader, check_params, marks};
use crate::secret::Secret;
use crate::time::Timestamp;
use serde_json::{Map, Value};

/// What a function may know beside its parameters.
pub(crate) struct Context<'a> {
    /// The institution's merchant number.
    pub(crate) mchid: &'a str,
    /// The key of signed jumps.
    pub(crate) api_v2_key: Option<&'a Secret<String>>,
    /// The merchant's defaults for parameters that are not given.
    pub(crate) defaults: &'a Map<String, Value>,
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

/// Reads a function's parameters from JSON, with the merchant's defaults for those that are absent.
pub(crate) fn function_params<T: FieldType>(
    info: &'static FunctionInfo,
    params: &Map<String, Value>,
    context: &Context<'_>,
) -> Result<T, Error> {
    let mut params = params.clone();
    fill(info.params, &mut params, context.defaults);
    let mut checked = check_params(info.params, info.name, &params, Extent::Whole);
    let params = marks::remove_marks(Value::Object(checked.params), &mut Path::default(), &mut checked.issues);
    if checked.issues.refuse(false) {
        return Err(Error::of_issues(info.name, checked.issues));
    }
    Reader::from_user(&params).map_err(|issues| Error::of_issues(info.name, issues))
}

/// Lists the functions of one mode, and makes the result of any of them.
macro_rules! functions {
    ($($Name:ident = $name:literal -> $Reply:ident by $compute:path),* $(,)?) => {
        $(
            impl $crate::protocol::Function for $Name {
                type Reply = $Reply;
                const INFO: &'static $crate::protocol::FunctionInfo =
                    &$crate::protocol::FunctionInfo { name: $name, params: $Name::INFO, reply: $Reply::INFO };
                #[allow(private_interfaces, reason = "only core computes")]
                fn compute(&self, context: &$crate::protocol::Context<'_>) -> Result<$Reply, $crate::error::Error> {
                    $compute(self, context)
                }
            }
        )*

        /// Every function of this mode.
        pub static FUNCTIONS: &[&$crate::protocol::FunctionInfo] = &[$(<$Name as $crate::protocol::Function>::INFO),*];

        /// The result of any function of this mode.
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

        /// Computes by name, with parameters as JSON; `None` when the function is not of this mode.
        pub(crate) fn compute_by_name(
            name: &str,
            params: &serde_json::Map<String, serde_json::Value>,
            context: &$crate::protocol::Context<'_>,
        ) -> Option<Result<AnyResult, $crate::error::Error>> {
            match name {
                $($name => {
                    let params = $crate::protocol::function_params::<$Name>(
                        <$Name as $crate::protocol::Function>::INFO, params, context,
                    );
                    Some(params.and_then(|params| {
                        $crate::protocol::Function::compute(&params, context).map(AnyResult::$Name)
                    }))
                })*
                _ => None,
            }
        }
    };
}
pub(crate) use functions;
