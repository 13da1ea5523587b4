//! The endpoints, a row each, and how a call is performed.

use super::members::{names_the_same, require_agreement, require_configured_together, require_right_total};
use super::order::order_key;
use super::parameters::{
    APPLY, CANCEL, COMPLETE, CREATE, DEDUCTION, DELIVERY, MODIFY, PERMISSION, QUERY, REGISTER, SYNC, TERMINATE,
};
use super::rules::texts_fit;
use super::{Acquiring, refusals};
use crate::common::{Common, Refusal};
use crate::mode::Route;
use crate::wire::reading::{parameters, percent_decode};
use payscore::http::Request;
use serde_json::{Map, Value};

const BASE: &str = "/v3/payscore/acquiringbank/";

/// The endpoint at this method and path.
pub(super) fn route(method: &str, path: &str) -> Option<Route> {
    let parts: Vec<&str> = path.strip_prefix(BASE)?.split('/').collect();
    let plain = |operation, rows| Some(Route { operation, rows, in_path: None });
    let order = |operation, rows, number: &str| {
        let number = percent_decode(number).filter(|number| !number.is_empty())?;
        Some(Route { operation, rows, in_path: Some(("out_order_no", number)) })
    };
    let permission = |operation, rows, code: &str| {
        let code = percent_decode(code).filter(|code| !code.is_empty())?;
        Some(Route { operation, rows, in_path: Some(("authorization_code", code)) })
    };
    match (method, parts.as_slice()) {
        ("POST", ["serviceorder"]) => plain("create_order", CREATE),
        ("GET", ["serviceorder"]) => plain("query_order", QUERY),
        ("GET", ["serviceorder", "deduction"]) => plain("query_deduction", DEDUCTION),
        ("POST", ["serviceorder", number, "cancel"]) => order("cancel_order", CANCEL, number),
        ("POST", ["serviceorder", number, "complete"]) => order("complete_order", COMPLETE, number),
        ("POST", ["serviceorder", number, "modify"]) => order("modify_order", MODIFY, number),
        ("POST", ["serviceorder", number, "sync"]) => order("sync_order", SYNC, number),
        ("POST", ["serviceorder", number, "registerdeductinfo"]) => order("register_deduct_info", REGISTER, number),
        ("POST", ["servicepayondeliveryorder"]) => plain("create_delivery_order", DELIVERY),
        ("POST", ["permissions"]) => plain("apply_permissions", APPLY),
        ("GET", ["permissions", "authorization-code", code]) => permission("query_permissions", PERMISSION, code),
        ("POST", ["permissions", "authorization-code", code, "terminate"]) => {
            permission("terminate_permissions", TERMINATE, code)
        }
        _ => None,
    }
}

impl Acquiring {
    /// Performs a call. `None` is an answer of 204. Parameters come first, then whether the numbers are configured
    /// together and the subject exists, then its state.
    pub(super) fn perform_call(
        &mut self,
        common: &mut Common,
        route: &Route,
        request: &Request,
    ) -> Result<Option<Value>, Refusal> {
        let params = parameters(request, route.rows, route.in_path.as_ref(), &common.switches)?;
        require_agreement(&params)?;
        texts_fit(common, &params)?;
        let text = |name: &str| params.get(name).and_then(Value::as_str);
        match route.operation {
            "complete_order" | "modify_order" => require_right_total(&params)?,
            "query_order" if text("out_order_no").is_some() == text("query_id").is_some() => {
                return Err(Refusal::param("out_order_no", None, "exactly one of out_order_no and query_id", "query"));
            }
            _ => {}
        }
        require_configured_together(&params, &common.mchid)?;
        self.require_subject(route, &params)?;
        let key = order_key(&params);
        let code = text("authorization_code").unwrap_or_default();
        match route.operation {
            "create_order" | "create_delivery_order" => self.create(common, &params).map(Some),
            "query_order" => self.query(common, &key.0, text("out_order_no"), text("query_id")).map(Some),
            "cancel_order" => self.cancel(common, &key, &params).map(|()| None),
            "complete_order" => self.complete(common, &key, &params).map(|()| None),
            "modify_order" => self.modify(common, &key, &params).map(|()| None),
            "sync_order" => self.sync(common, &key, &params).map(|()| None),
            "register_deduct_info" => self.register(common, &key, text("out_trade_no").unwrap_or_default()).map(Some),
            "query_deduction" => self.deduction(&key).map(Some),
            "apply_permissions" => self.apply_permissions(common, &params).map(Some),
            "query_permissions" => self.permission(common, code).map(Some),
            _ => self.terminate_permissions(common, code).map(|()| None),
        }
    }

    /// What a call is about must exist, and be the merchant's under these numbers.
    fn require_subject(&self, route: &Route, params: &Map<String, Value>) -> Result<(), Refusal> {
        match route.operation {
            "create_order" | "create_delivery_order" | "apply_permissions" => Ok(()),
            "query_permissions" | "terminate_permissions" => {
                let code = params.get("authorization_code").and_then(Value::as_str).unwrap_or_default();
                let ours = self.permissions.get(code).is_some_and(|found| names_the_same(&found.params, params));
                if ours { Ok(()) } else { Err(refusals::no_permission_record()) }
            }
            _ if !params.contains_key("out_order_no") => Ok(()),
            _ => {
                let ours =
                    self.orders.get(&order_key(params)).is_some_and(|order| names_the_same(&order.params, params));
                if ours { Ok(()) } else { Err(refusals::no_order()) }
            }
        }
    }
}
