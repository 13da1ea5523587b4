//! The merchant's own data (商户数据包) as text for `attach`.

use crate::error::Error;
use crate::protocol::{Context, percent_encode};
use crate::schema::model;

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

pub(super) fn encode(params: &EncodeAttach, _: &Context<'_>) -> Result<Attach, Error> {
    Ok(Attach::new(percent_encode(&params.data)))
}
