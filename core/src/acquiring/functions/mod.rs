//! What a merchant of this mode computes without a call: the parameters of a jump into WeChat, what comes back from one,
//! the answer to a prepayment, the encoding of `attach`. One file each; the list below names them in every language.

mod acknowledge_prepay;
mod encode_attach;
mod launch;
mod launch_return;

pub use acknowledge_prepay::{AcknowledgePrepay, PrepayAcknowledgement};
pub use encode_attach::{Attach, EncodeAttach};
pub use launch::{Launch, LaunchAuthorise, LaunchConfirm, LaunchConfirmSigned, LaunchDetail};
pub use launch_return::{LaunchReturn, ReadLaunchReturn};

use crate::protocol::functions;

functions! {
    LaunchConfirm = "launch_confirm" -> Launch by launch::confirm,
    LaunchConfirmSigned = "launch_confirm_signed" -> Launch by launch::confirm_signed,
    LaunchAuthorise = "launch_authorise" -> Launch by launch::authorise,
    LaunchDetail = "launch_detail" -> Launch by launch::detail,
    ReadLaunchReturn = "read_launch_return" -> LaunchReturn by launch_return::read,
    AcknowledgePrepay = "acknowledge_prepay" -> PrepayAcknowledgement by acknowledge_prepay::acknowledge,
    EncodeAttach = "encode_attach" -> Attach by encode_attach::encode,
}
