//! The order, as the answers to create and query and the callbacks bring it.

use super::{Collection, Location, Payment, RiskFund, ServiceOrderCoupon, ShoppingInfo, TimeRange};
use crate::money::Fen;
use crate::schema::Rule::{DecidesPhase, Identity, MaxChars, OrderNumber};
use crate::schema::{Reader, Unread, model, open_enum};

open_enum! {
    /// The order's state. It says little by itself. Use `phase`.
    pub enum OrderState {
        /// 商户已创建服务订单: waiting for the user to confirm.
        Created = "CREATED",
        /// 服务订单进行中: being used, or completed and not yet paid.
        Doing = "DOING",
        /// 服务订单完成: final.
        Done = "DONE",
        /// 商户取消服务订单: final.
        Revoked = "REVOKED",
        /// 服务订单已失效: not confirmed within 30 days; final.
        Expired = "EXPIRED",
    }
}

open_enum! {
    /// More about the state. Meaningful only while the state is `DOING`.
    pub enum StateDescription {
        /// 用户确认: the user has confirmed, and the service is being used.
        UserConfirm = "USER_CONFIRM",
        /// 商户完结: the order is completed, and the money is still to be collected.
        MchComplete = "MCH_COMPLETE",
    }
}

open_enum! {
    /// Where an order stands, judged from `state`, `state_description` and `collection.state` together.
    pub enum Phase {
        /// Waiting for the user to confirm.
        Created = "created",
        /// Confirmed: the service may be rendered.
        InService = "in_service",
        /// Completed. The money is still to be collected, which WeChat Pay does not do by itself.
        AwaitingPayment = "awaiting_payment",
        /// Paid through WeChat Pay Score. Final.
        Paid = "paid",
        /// Paid through another channel, as `sync_order` reported it. Final.
        PaidElsewhere = "paid_elsewhere",
        /// Completed, and there was nothing to pay.
        NothingToPay = "nothing_to_pay",
        /// `DONE`, but WeChat Pay does not show whether or how it was paid. Final: do not wait for more, and compare
        /// with the clearing house's records.
        PaymentNotShown = "payment_not_shown",
        /// Cancelled by the merchant. Final.
        Revoked = "revoked",
        /// Not confirmed within 30 days. Final.
        Expired = "expired",
        /// A value that is new, or a combination that is impossible. Query again, and do not act on it.
        Unrecognised = "unrecognised",
    }
}

#[allow(clippy::derivable_impls, reason = "declared by a macro that derives no Default")]
impl Default for Phase {
    fn default() -> Phase {
        Phase::Unrecognised
    }
}

model! {
    /// A service order (支付分服务订单). It was verified before it was read.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
    pub struct Order {
        required {
            /// The merchant's order number (商户服务订单号).
            out_order_no: String = [Identity],
            /// The service.
            service_id: String = [Identity],
            /// The institution's merchant number.
            mchid: String = [Identity],
            /// The state. Look at `phase` first.
            state: OrderState = [DecidesPhase],
        }
        optional {
            /// More about the state. Meaningful only while the state is `DOING`.
            state_description: StateDescription = [DecidesPhase],
            /// The institution's AppID.
            appid: String = [Identity],
            /// The sub-merchant's number.
            sub_mchid: String = [Identity],
            /// The sub-merchant's AppID.
            sub_appid: String = [Identity],
            /// The channel partner's number.
            channel_id: String = [Identity],
            /// WeChat Pay's number of the order.
            order_id: String,
            /// The service as the user sees it (服务信息).
            service_introduction: String,
            /// The amount to be paid, in fen. Present after completion.
            total_amount: Fen = [DecidesPhase],
            /// Whether there is money to collect.
            need_collection: bool = [DecidesPhase],
            /// The collection of the money.
            collection: Collection = [DecidesPhase],
            /// The items of the bill.
            post_payments: Vec<Payment>,
            /// The discounts.
            post_discounts: Vec<ServiceOrderCoupon>,
            /// The risk fund.
            risk_fund: RiskFund,
            /// When the service is used.
            time_range: TimeRange,
            /// Where the service is used.
            location: Location,
            /// The user's OpenID under the institution's AppID.
            openid: String,
            /// The user's OpenID under the sub-merchant's AppID.
            sub_openid: String,
            /// The merchant's own data, as it was sent at creation.
            attach: String,
            /// Where callbacks go.
            notify_url: String,
            /// The package for the jump in which the user confirms. Present only in the answer to `create_order`, and
            /// valid for one hour. Repeat the identical creation to get a fresh one.
            package: String,
            /// The goods and their seller, for pay-on-delivery orders.
            shopping_info: ShoppingInfo,
        }
        derived {
            /// Where the order stands.
            phase: Phase,
            /// The identity of this order. Store it, and pass it to every later call.
            order_ref: OrderRef,
            /// Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`.
            unread: Vec<Unread>,
            /// The verified text, as received.
            raw: String,
            /// `Request-ID` of the answer or callback.
            request_id: Option<String>,
        }
    }
}

model! {
    /// The identity of an order. Store it, and pass it to every later call in place of the single members.
    pub struct OrderRef {
        required {
            /// The merchant's order number (商户服务订单号).
            out_order_no: String = [OrderNumber, Identity],
        }
        optional {
            /// The institution's merchant number. A call by another institution about this order is refused.
            mchid: String = [MaxChars(32), Identity],
            /// The service.
            service_id: String = [MaxChars(32), Identity],
            /// The institution's AppID.
            appid: String = [MaxChars(32), Identity],
            /// The sub-merchant's number.
            sub_mchid: String = [MaxChars(32), Identity],
            /// The sub-merchant's AppID.
            sub_appid: String = [MaxChars(32), Identity],
            /// The channel partner's number.
            channel_id: String = [MaxChars(32), Identity],
        }
    }
}

impl crate::protocol::NamesOrder for OrderRef {}

impl Default for OrderRef {
    fn default() -> OrderRef {
        OrderRef::new(String::new())
    }
}

impl Order {
    /// Reads a stored order, from the `raw` text of an earlier answer or callback.
    pub fn from_json(text: &str) -> Result<Order, crate::error::Error> {
        let json = serde_json::from_str(text)
            .map_err(|_| crate::error::Error::new(crate::error::MALFORMED_JSON, "the stored order is not JSON"))?;
        Order::from_value(&json, text)
    }

    pub(crate) fn from_value(json: &serde_json::Value, raw: &str) -> Result<Order, crate::error::Error> {
        let (mut order, unread) = Reader::received::<Order>(json)
            .map_err(|issues| crate::error::Error::of_issues("the order", issues).with_raw(raw))?;
        order.unread = unread;
        order.phase = super::lifecycle::phase(&order);
        order.order_ref = order.identity();
        order.raw = raw.to_owned();
        Ok(order)
    }

    fn identity(&self) -> OrderRef {
        OrderRef {
            out_order_no: self.out_order_no.clone(),
            mchid: Some(self.mchid.clone()),
            service_id: Some(self.service_id.clone()),
            appid: self.appid.clone(),
            sub_mchid: self.sub_mchid.clone(),
            sub_appid: self.sub_appid.clone(),
            channel_id: self.channel_id.clone(),
        }
    }
}
