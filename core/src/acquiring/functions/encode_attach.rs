//! The merchant's own data (商户数据包) as text for `attach`.

use crate::error::Error;
use crate::protocol::{Context, percent_encode};
use crate::schema::model;

model! {
    /// Encodes the merchant's own data (商户数据包) for `attach`. The result may have at most 256 characters.
    pub struct EncodeAttach {
        required {
            /// The data.
            data: String,
        }
        optional {}
    }
}

model! {
    /// The merchant's own data, encoded.
    pub struct Attach {
        required {
            /// The value for `attach`.
            attach: String,
        }
        optional {}
    }
}

pub(super) fn encode(params: &EncodeAttach, _: &Context<'_>) -> Result<Attach, Error> {
    Ok(Attach::new(percent_encode(&params.data)))
}
