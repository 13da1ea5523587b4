//! What a merchant computes without calling anyone: one declaration each, from which every language has its method.

use super::certificates_due::{CertificatesDue, CertificatesStep};
use super::launch::{Launch, LaunchAuthorise, LaunchConfirm, LaunchConfirmSigned, LaunchDetail};
use super::launch_return::{LaunchReturn, ReadLaunchReturn};
use super::prepay::{AcknowledgePrepay, PrepayAcknowledgement};
use crate::error::*;
use crate::protocol::{fill, percent_encode};
use crate::schema::{Extent, ModelInfo, Path, Reader, check_params, marks, model};
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

model! {
    /// Encodes the merchant's own data (商户数据包) for `attach`: at most 256 characters may come out.
    pub struct EncodeAttach {
        required {
            /// The data as they are.
            data: String,
        }
        optional {}
    }
}

model! {
    /// The merchant's own data, encoded.
    pub struct Attach {
        required {
            /// For `attach`.
            attach: String,
        }
        optional {}
    }
}

fn encode(asked: &EncodeAttach, _: &Context<'_>) -> Result<Attach, Error> {
    Ok(Attach::new(percent_encode(&asked.data)))
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
                    let mut params = params.clone();
                    fill(<$Name>::INFO, &mut params, context.defaults);
                    let mut checked = check_params(<$Name>::INFO, $name, &params, Extent::Whole);
                    let params = marks::take_out(Value::Object(checked.params), &mut Path::default(), &mut checked.issues);
                    if checked.issues.refuse(false) {
                        return Err(Error::of_issues($name, checked.issues));
                    }
                    let params: $Name = Reader::handed_in(&params)
                        .map_err(|issues| Error::of_issues($name, issues))?;
                    Function::compute(&params, context).map(AnyResult::$Name)
                })*
                other => {
                    Err(Error::new(INVALID_OPERATION, format!("there is no function `{}`", shown(other))))
                }
            }
        }
    };
}
functions! {
    LaunchConfirm = "launch_confirm" -> Launch by super::launch::confirm,
    LaunchConfirmSigned = "launch_confirm_signed" -> Launch by super::launch::confirm_signed,
    LaunchAuthorise = "launch_authorise" -> Launch by super::launch::authorise,
    LaunchDetail = "launch_detail" -> Launch by super::launch::detail,
    ReadLaunchReturn = "read_launch_return" -> LaunchReturn by super::launch_return::read,
    AcknowledgePrepay = "acknowledge_prepay" -> PrepayAcknowledgement by super::prepay::acknowledge,
    CertificatesDue = "certificates_due" -> CertificatesStep by super::certificates_due::due,
    EncodeAttach = "encode_attach" -> Attach by encode,
}
