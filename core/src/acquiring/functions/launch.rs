//! The jump into WeChat (调起支付分): parameters for each kind of client.

use crate::crypto::{hmac_sha256, to_hex};
use crate::error::{CONFIG_API_V2_KEY_MISSING, Error};
use crate::protocol::{Context, percent_encode};
use crate::schema::Rule::{Filled, Identity, MaxChars, OrderNumber};
use crate::schema::{Json, model};
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

/// WeChat Pay Score's own mini program.
pub(super) const APP_ID: &str = "wxd8f3793ea3b935b8";

model! {
    /// The parameters of a jump, one object for each kind of client. What comes back to the client proves nothing:
    /// query the order.
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
    /// The jump in which the user confirms an order (调起支付分-确认订单).
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
    pub struct LaunchConfirm {
        required {
            /// The `package` of the reply to `create_order`. Valid for one hour.
            package: String = [MaxChars(2048)],
        }
        optional {}
    }
}

model! {
    /// The older, signed form of the jump in which the user confirms an order. Use it only where the form with the
    /// package alone is refused. It is not proven that WeChat still accepts it. It needs the APIv2 key.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012155293>
    pub struct LaunchConfirmSigned {
        required {
            /// The `package` of the reply to `create_order`. Valid for one hour.
            package: String = [MaxChars(2048)],
        }
        optional {}
    }
}

model! {
    /// The jump in which the user authorises a service without confirmation (调起支付分-授权服务).
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4015271651>
    pub struct LaunchAuthorise {
        required {
            /// The token of the reply to `apply_permissions`. Valid for one hour.
            apply_permissions_token: String = [MaxChars(2048)],
        }
        optional {}
    }
}

model! {
    /// The jump that shows an order to the user (调起支付分-订单详情). It is signed with the APIv2 key: make a fresh one for
    /// each jump, on the server. It is concluded, not proven, that its `mch_id` is the institution's number.
    ///
    /// Source:
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/miniprogram-calls-order-details.html>
    pub struct LaunchDetail {
        required {
            /// The merchant's order number (商户服务订单号).
            out_order_no: String = [OrderNumber],
        }
        optional {
            /// The service (服务ID). By default, the merchant's `service_id`.
            service_id: String = [Filled, MaxChars(32), Identity],
        }
    }
}

/// A view of WeChat Pay Score's mini program.
struct View {
    business_type: &'static str,
    path: &'static str,
}

const CONFIRM: View = View { business_type: "wxpayScoreUse", path: "pages/use/use" };
const AUTHORISE: View = View { business_type: "wxpayScoreEnable", path: "pages/use/enable" };
const DETAIL: View = View { business_type: "wxpayScoreDetail", path: "pages/record/detail" };

pub(super) fn confirm(params: &LaunchConfirm, _: &Context<'_>) -> Result<Launch, Error> {
    Ok(CONFIRM.launch(&[("package", params.package.as_str())]))
}

pub(super) fn confirm_signed(params: &LaunchConfirmSigned, context: &Context<'_>) -> Result<Launch, Error> {
    CONFIRM.signed(&[("mch_id", context.mchid), ("package", &params.package)], context)
}

pub(super) fn authorise(params: &LaunchAuthorise, _: &Context<'_>) -> Result<Launch, Error> {
    Ok(AUTHORISE.launch(&[("apply_permissions_token", params.apply_permissions_token.as_str())]))
}

pub(super) fn detail(params: &LaunchDetail, context: &Context<'_>) -> Result<Launch, Error> {
    let service_id = params.service_id.as_deref().unwrap_or_default();
    DETAIL.signed(
        &[("mch_id", context.mchid), ("service_id", service_id), ("out_order_no", &params.out_order_no)],
        context,
    )
}

impl View {
    /// The same members for each kind of client.
    fn launch(&self, members: &[(&str, &str)]) -> Launch {
        let extra: Map<String, Value> =
            members.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        let query = members
            .iter()
            .map(|(name, value)| format!("{name}={}", percent_encode(value)))
            .collect::<Vec<_>>()
            .join("&");
        Launch {
            mini_program: Json(json!({ "businessType": self.business_type, "extraData": extra })),
            navigate_to_mini_program: Json(json!({ "appId": APP_ID, "path": self.path, "extraData": extra })),
            jsapi: Json(json!({ "businessType": self.business_type, "queryString": query })),
            app: Json(
                json!({ "businessType": self.business_type, "query": query, "extInfo": "{\"miniProgramType\":0}" }),
            ),
        }
    }

    /// With a time, a nonce and their signature: HMAC-SHA256 under the APIv2 key, which signs nothing else.
    fn signed(&self, members: &[(&str, &str)], context: &Context<'_>) -> Result<Launch, Error> {
        let key = context.api_v2_key.ok_or_else(|| {
            Error::new(
                CONFIG_API_V2_KEY_MISSING,
                "this jump is signed with the APIv2 key: pass `api_v2_key` to the merchant",
            )
        })?;
        let timestamp = context.now.to_string();
        let mut members = members.to_vec();
        members.extend([("timestamp", timestamp.as_str()), ("nonce_str", context.nonce), ("sign_type", "HMAC-SHA256")]);
        let mut sorted = members.clone();
        sorted.sort_unstable();
        let pairs = sorted.iter().map(|(name, value)| format!("{name}={value}&")).collect::<String>();
        let message = Zeroizing::new(format!("{pairs}key={}", key.expose()));
        let sign = to_hex(&hmac_sha256(key.expose().as_bytes(), message.as_bytes())).to_ascii_uppercase();
        members.push(("sign", &sign));
        Ok(self.launch(&members))
    }
}
