//! WeChat Pay Score in acquiring-bank mode (从业机构): orders, permissions, deductions, users' own payments, and the
//! clearing house.

mod books;
mod clearing;
mod control;
mod creating;
mod deductions;
mod ending;
mod events;
mod members;
mod order;
mod parameters;
mod paying;
mod permissions;
mod prepays;
mod refusals;
mod routes;
mod rules;
mod services;
mod settling;
mod switches;
mod user;
mod user_payment;

pub use clearing::Withhold;
pub use deductions::{Deduction, Withholding};
pub use order::{Order, Paid, State, order_key};
pub use permissions::{Opened, Permission};
pub use prepays::Prepay;
pub use services::{
    APPID, CHANNEL_ID, SERVICE_ID, SERVICE_ID_NO_CONFIRM, SERVICE_ID_WAIVE_FIRST, SERVICES, SUB_APPID, SUB_MCHIDS,
    Service, SubMode,
};
pub use settling::Settling;
pub use user::User;
pub use user_payment::{Standing, UserPayment};

use crate::common::{Charge, Common, ControlAnswer, ControlRequest, Declared, Refusal};
use crate::mode::{Mode, Route};
use payscore::http::Request;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The books of this mode, at WeChat Pay and at the clearing house.
#[derive(Debug, Default)]
pub struct Acquiring {
    /// Orders by sub-merchant and number.
    pub orders: BTreeMap<(String, String), Order>,
    /// Permissions by authorisation code.
    pub permissions: BTreeMap<String, Permission>,
    /// Deductions by number.
    pub deductions: BTreeMap<String, Deduction>,
    /// Payments that users began.
    pub user_payments: Vec<UserPayment>,
    /// Unified orders at the clearing house, by number.
    pub prepays: BTreeMap<String, Prepay>,
    /// Money that moved.
    pub charges: Vec<Charge>,
    /// Money that moved, but that WeChat Pay does not know of yet.
    pub settling: Vec<Settling>,
}

/// What this mode declares.
pub(crate) const DECLARED: Declared = Declared {
    operations: &[
        "create_order",
        "query_order",
        "cancel_order",
        "complete_order",
        "modify_order",
        "sync_order",
        "register_deduct_info",
        "query_deduction",
        "apply_permissions",
        "query_permissions",
        "terminate_permissions",
        "create_delivery_order",
    ],
    droppable_actions: &["withhold", "prepay"],
    kept_members: &[
        "out_order_no",
        "service_id",
        "appid",
        "sub_appid",
        "channel_id",
        "mchid",
        "mch_id",
        "sub_mchid",
        "sub_mch_id",
        "out_trade_no",
        "authorization_code",
        "state",
        "state_description",
        "authorization_state",
        "user_service_status",
        "total_amount",
        "need_collection",
        "collection",
        "package",
        "apply_permissions_token",
        "prepay_req_body",
    ],
    switches: switches::SWITCHES,
    control: control::ROWS,
};

impl Mode for Acquiring {
    fn route(&self, method: &str, path: &str) -> Option<Route> {
        routes::route(method, path)
    }

    fn perform(&mut self, common: &mut Common, route: &Route, request: &Request) -> Result<Option<Value>, Refusal> {
        self.perform_call(common, route, request)
    }

    fn advance(&mut self, common: &mut Common) {
        self.expire_orders(common);
        self.settle_due(common);
    }

    fn control(&mut self, common: &mut Common, request: &ControlRequest<'_>) -> Option<ControlAnswer> {
        self.perform_control(common, request)
    }

    fn prepay_answered(
        &mut self,
        common: &mut Common,
        payment: &str,
        status: Option<i64>,
        body: Option<&str>,
    ) -> Option<Value> {
        self.take_prepay_answer(common, payment, status, body)
    }

    fn charges(&self) -> &[Charge] {
        &self.charges
    }

    fn describe(&self, merchant: &mut Map<String, Value>, beside: &mut Map<String, Value>) {
        services::describe(merchant, beside);
    }
}
