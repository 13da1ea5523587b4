//! The jump into WeChat (调起支付分): parameters ready to hand to a client.

use super::functions::Context;
use crate::error::Error;
use crate::protocol::percent_encode;
use crate::schema::{Json, Rule::*, model};
use serde_json::json;

/// WeChat Pay Score's own mini program.
const APP_ID: &str = "wxd8f3793ea3b935b8";

model! {
    /// The parameters of a jump, one object per kind of client. What comes back to the client proves nothing: query the order.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
    pub struct Launch {
        required {
            /// For `wx.openBusinessView` in a mini program (base library 2.6.0 or later).
            mini_program: Json,
            /// For `wx.navigateToMiniProgram` in a mini program.
            navigate_to_mini_program: Json,
            /// For `wx.invoke("openBusinessView", …)` in a page inside WeChat (JSAPI).
            jsapi: Json,
            /// For the OpenSDK's `WXOpenBusinessView` in an app.
            app: Json,
        }
        optional {}
    }
}

model! {
    /// The jump that lets the user confirm an order (调起支付分-确认订单).
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
    pub struct LaunchConfirm {
        required {
            /// From the reply to `create_order`, valid for one hour.
            package: String = [MaxChars(2048)],
        }
        optional {}
    }
}

pub(super) fn confirm(asked: &LaunchConfirm, _: &Context<'_>) -> Result<Launch, Error> {
    let package = asked.package.as_str();
    let extra = json!({ "package": package });
    let query = format!("package={}", percent_encode(package));
    let view = "wxpayScoreUse";
    Ok(Launch {
        mini_program: Json(json!({ "businessType": view, "extraData": extra })),
        navigate_to_mini_program: Json(json!({ "appId": APP_ID, "path": "pages/use/use", "extraData": extra })),
        jsapi: Json(json!({ "businessType": view, "queryString": query })),
        app: Json(json!({ "businessType": view, "query": query, "extInfo": "{\"miniProgramType\":0}" })),
    })
}
