//! What comes back to the client after a jump. It never proves anything: query the order.

use crate::error::Error;
use crate::protocol::{Context, bounded};
use crate::schema::{Json, model};
use serde_json::Value;

/// The scene of a mini program that another one returned to.
const RETURNED: i64 = 1038;

model! {
    /// Reads what a client received when the user came back from WeChat Pay Score (返回): the options of `App.onShow` in
    /// a mini program, the result of `wx.invoke` in a page, or the response of the app's SDK.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
    pub struct ReadLaunchReturn {
        required {
            /// The object, as the client received it.
            returned: Json,
        }
        optional {}
    }
}

model! {
    /// What a client brought back. It appears only if the user taps the return button in WeChat Pay Score's page. It
    /// never proves a confirmation: query the order.
    pub struct LaunchReturn {
        required {
            /// Whether it comes from WeChat Pay Score and shows no error.
            came_back: bool,
        }
        optional {
            /// The `query_id` from the confirm page, for `query_order`. A convenience: `out_order_no` serves as well.
            query_id: String,
        }
    }
}

pub(super) fn read(params: &ReadLaunchReturn, _: &Context<'_>) -> Result<LaunchReturn, Error> {
    let returned = &params.returned.0;
    let mut out = LaunchReturn::new(false);
    // An app gets its members as JSON text.
    let from_app = returned
        .get("extMsg")
        .and_then(Value::as_str)
        .map(|text| bounded::json(text.as_bytes(), 100).unwrap_or(Value::Null));
    let members = if let Some(referrer) = returned.get("referrerInfo") {
        out.came_back = returned.get("scene").and_then(whole) == Some(RETURNED)
            && referrer.get("appId").and_then(Value::as_str) == Some(super::launch::APP_ID);
        referrer.get("extraData")
    } else if returned.get("err_code").is_some() {
        // A number on iOS, a text on Android.
        out.came_back = returned.get("err_code").and_then(whole) == Some(0);
        returned.get("extraData")
    } else {
        let ours =
            returned.get("businessType").and_then(Value::as_str).is_some_and(|kind| kind.starts_with("wxpayScore"));
        out.came_back = ours && returned.get("errCode").and_then(whole).unwrap_or(0) == 0;
        from_app.as_ref()
    };
    if out.came_back {
        out.query_id = members.and_then(|members| members.get("query_id")).and_then(Value::as_str).map(str::to_owned);
    }
    Ok(out)
}

fn whole(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}
