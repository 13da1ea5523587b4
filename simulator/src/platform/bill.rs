//! 申请交易账单: the money of a day that is over. The columns are fewer than WeChat Pay's.

use super::files::Files;
use crate::common::{Charge, Common, Refusal};
use crate::wire::reading::query;
use payscore::http::Request;
use payscore::time::Timestamp;
use serde_json::Value;

/// Makes the file, and gives the address and the hash of its download.
pub(super) fn trade_bill(
    files: &mut Files,
    common: &mut Common,
    charges: &[Charge],
    request: &Request,
) -> Result<Value, Refusal> {
    let params = query(request)?;
    let text = |name: &str| params.get(name).and_then(Value::as_str);
    let date = text("bill_date").unwrap_or_default();
    let day =
        Some(date).filter(|date| date.len() == 10).and_then(|date| Timestamp::from_beijing(&date.replace('-', "")));
    let Some(day) = day else {
        return Err(Refusal::param("bill_date", params.get("bill_date"), "not yyyy-MM-DD", "query"));
    };
    if text("bill_type").is_some_and(|kind| !matches!(kind, "ALL" | "SUCCESS" | "REFUND")) {
        return Err(Refusal::param("bill_type", params.get("bill_type"), "not ALL, SUCCESS or REFUND", "query"));
    }
    if text("tar_type").is_some() {
        return Err(Refusal::param(
            "tar_type",
            params.get("tar_type"),
            "the simulator has uncompressed files only",
            "query",
        ));
    }
    let end = day.plus(24 * 3600);
    let sub_mchid = text("sub_mchid");
    let wanted =
        |charge: &&Charge| charge.at >= day && charge.at < end && sub_mchid.is_none_or(|sub| charge.order.0 == sub);
    let rows: Vec<String> = charges
        .iter()
        .filter(wanted)
        .map(|charge| {
            let (sub, number) = &charge.order;
            let yuan = format!("{}.{:02}", charge.amount / 100, charge.amount % 100);
            format!(
                "`{},`{sub},`{},`{number},`{},`{yuan}\r\n",
                charge.at.beijing(),
                charge.transaction_id,
                charge.out_trade_no
            )
        })
        .collect();
    if end > common.now || rows.is_empty() || text("bill_type") == Some("REFUND") {
        return Err(Refusal::no_statement());
    }
    let file = format!("\u{feff}交易时间,特约商户号,微信订单号,服务订单号,商户订单号,订单金额\r\n{}", rows.concat());
    Ok(files.offer(common, file.into_bytes(), "SHA1", "https://api.mch.weixin.qq.com"))
}
