//! What users, the clearing house and a reader of the books do in this mode, through the control interface.

mod clearing;
mod rows;

pub(super) use rows::ROWS;

use super::{Acquiring, User};
use crate::common::{Common, ControlAnswer, ControlRequest, Refusal};
use crate::wire::reading::percent_decode;
use serde_json::{Value, json};

impl Acquiring {
    /// Performs a request; `None` when it is of another mode.
    pub(super) fn perform_control(
        &mut self,
        common: &mut Common,
        request: &ControlRequest<'_>,
    ) -> Option<ControlAnswer> {
        let result = match (request.method, request.parts) {
            ("POST", ["clearing", action @ ("withhold" | "prepay")]) => {
                return Some(self.submit_to_clearing(common, action, request.body));
            }
            ("POST", ["clearing", "close"]) => Ok(self.close(common, request.text("out_trade_no").unwrap_or_default())),
            ("GET", ["clearing", number]) => self
                .clearing_view(&percent_decode(number).unwrap_or_default())
                .ok_or_else(|| ControlAnswer::not_found("this number was never registered or placed")),
            ("GET", ["orders"]) => {
                Ok(self.orders.values().map(|order| Value::Object(order.view(&common.mchid))).collect())
            }
            ("GET", ["orders", number]) => self.find_order(request, number).map(|key| self.order_view(common, &key)),
            ("POST", ["orders", number, rest @ ..]) => self.act_on_order(common, request, number, rest)?,
            ("GET", ["permissions"]) => {
                Ok(self.permissions.values().map(|found| Value::Object(found.view(&common.mchid))).collect())
            }
            ("POST", ["permissions", code, "open"]) => {
                let user = User::known_as(request.text("openid"), request.text("sub_openid"));
                let code = percent_decode(code).unwrap_or_default();
                self.open_service(common, &code, request.text("apply_permissions_token"), user).map_err(refused)
            }
            ("POST", ["permissions", code, "close"]) => {
                self.close_service(common, &percent_decode(code).unwrap_or_default()).map_err(refused)
            }
            ("GET", ["books"]) => Ok(self.books()),
            _ => return None,
        };
        Some(result.into())
    }

    /// What a user does with an order; `None` when there is no such action.
    fn act_on_order(
        &mut self,
        common: &mut Common,
        request: &ControlRequest<'_>,
        number: &str,
        action: &[&str],
    ) -> Option<Result<Value, ControlAnswer>> {
        let key = match self.find_order(request, number) {
            Ok(key) => key,
            Err(refused) => return Some(Err(refused)),
        };
        Some(match action {
            ["confirm"] => self.confirm(common, &key, request.text("package")).map_err(refused),
            ["paid_elsewhere"] => {
                self.pay_elsewhere(common, &key).map(|()| self.order_view(common, &key)).map_err(refused)
            }
            ["pay"] => request.seconds("finish").and_then(|finish| {
                let settles_after = request.seconds("settles_after")?.unwrap_or(0);
                self.pay(common, &key, finish, settles_after).map_err(refused)
            }),
            ["pay", "finish"] => request
                .seconds("settles_after")
                .and_then(|settles_after| self.finish_payment(common, &key, settles_after).map_err(refused)),
            ["show"] => {
                if let Some(order) = self.orders.get_mut(&key) {
                    order.shown_state = request.text("state").map(str::to_owned);
                }
                Ok(self.order_view(common, &key))
            }
            _ => return None,
        })
    }

    /// The order of this number; `?sub_mchid=` is needed where two sub-merchants use the same.
    fn find_order(&self, request: &ControlRequest<'_>, number: &str) -> Result<(String, String), ControlAnswer> {
        let number = percent_decode(number).unwrap_or_default();
        let wanted = |(sub_mchid, known): &&(String, String)| {
            *known == number && request.sub_mchid.is_none_or(|wanted| wanted == sub_mchid)
        };
        let mut found = self.orders.keys().filter(wanted);
        match (found.next(), found.next()) {
            (Some(key), None) => Ok(key.clone()),
            (Some(_), Some(_)) => Err(ControlAnswer::bad_request("two sub-merchants use this number: add ?sub_mchid=")),
            _ => Err(ControlAnswer::not_found("there is no such order")),
        }
    }

    fn order_view(&self, common: &Common, key: &(String, String)) -> Value {
        let Some(order) = self.orders.get(key) else { return Value::Null };
        let deductions: Vec<Value> = order
            .numbers
            .iter()
            .filter_map(|number| {
                self.deductions.get(number).map(|found| {
                    let result = found.withholding.word();
                    json!({"out_trade_no": number, "registered_at": found.registered_at, "result": result})
                })
            })
            .collect();
        let charges: Vec<Value> =
            self.charges.iter().filter(|charge| charge.order == *key).map(|charge| charge.view()).collect();
        let history: Vec<Value> = order.history.iter().map(|(at, what)| json!({"at": at, "what": what})).collect();
        let payments: Vec<Value> =
            self.user_payments.iter().filter(|payment| payment.order == *key).map(|payment| payment.view()).collect();
        json!({"order": order.view(&common.mchid), "deductions": deductions, "payments": payments, "charges": charges,
            "history": history, "number_in_force": self.number_in_force(common, key)})
    }
}

fn refused(refusal: Refusal) -> ControlAnswer {
    ControlAnswer::Refused(409, format!("{} {}", refusal.code, refusal.message))
}
