//! What callbacks bring, a model each.

use crate::acquiring::{Order, OrderRef};
use crate::error::Ack;
use crate::money::Fen;
use crate::protocol::Frame;
use crate::schema::Rule::Identity;
use crate::schema::{Unread, model};
use crate::time::Timestamp;

/// Declares an event. One that is stored and then acknowledged has its answer ready; `unanswered` ones have none, and
/// say what to do.
macro_rules! event {
    ($(#[doc = $doc:expr])* $Name:ident { $($own:tt)* } $(optional { $($more:tt)* })?) => {
        event! { @model [$(#[doc = $doc])*] $Name
            [
                $($own)*
                /// How to answer, once the event is stored durably.
                ack: Ack,
            ]
            [$($($more)*)?]
        }

        impl $Name {
            pub(super) fn ready_ack(&self) -> Option<&Ack> {
                Some(&self.ack)
            }
        }
    };
    ($(#[doc = $doc:expr])* unanswered $Name:ident { $($own:tt)* } $(optional { $($more:tt)* })? $(#[doc =
        $ack:expr])* ack) => {
        event! { @model [$(#[doc = $doc])*] $Name
            [$($own)*]
            [$(#[doc = $ack])* ack: Ack, $($($more)*)?]
        }

        impl $Name {
            pub(super) fn ready_ack(&self) -> Option<&Ack> {
                self.ack.as_ref()
            }
        }
    };
    (@model [$($doc:tt)*] $Name:ident [$($own:tt)*] [$($more:tt)*]) => {
        model! {
            $($doc)*
            pub struct $Name {
                required {
                    /// Unique per notification.
                    id: String,
                    /// What happened: WeChat Pay's word for it, or `order_unclear`.
                    event_type: String,
                    $($own)*
                    /// The key under which to remember that this event was dealt with: insert it in the same database
                    /// transaction as the change.
                    deduplication_key: String,
                    /// The opened text as received.
                    raw: String,
                }
                optional {
                    /// When the notification was made, RFC 3339.
                    create_time: String,
                    /// A text for people.
                    summary: String,
                    /// `Request-ID` of the callback.
                    request_id: String,
                    $($more)*
                }
                derived {
                    /// Members that WeChat Pay sent and that could not be read. They are absent here, and stand in
                    /// `raw`. Beside the sealed content, `create_time` and `summary` can be among them.
                    unread: Vec<Unread>,
                }
            }
        }

        impl $Name {
            pub(super) fn with_frame(mut self, frame: Frame, unread: Vec<Unread>) -> $Name {
                self.unread = unread;
                self.unread.extend(frame.unread);
                (self.create_time, self.summary, self.request_id) = (frame.create_time, frame.summary,
                    frame.request_id);
                self
            }
        }
    };
}

event! {
    /// The user confirmed the order in WeChat (确认订单回调): the service may be rendered. A callback may come late, after
    /// the order has moved on: compare `order` with what you know by `later_reading` before you act on it.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090709>
    UserConfirmed {
        /// The order.
        order: Order,
    }
}

event! {
    /// The order was paid (支付成功回调). Documented for payments that the user started; always query after a withholding. A
    /// callback may come late: compare `order` with what you know by `later_reading` before you act on it.
    ///
    /// Source:
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/paysuccess-callback.html>
    UserPaid {
        /// The order.
        order: Order,
        /// The number under which it was paid; empty when WeChat Pay did not say.
        out_trade_no: String,
    }
}

event! {
    /// An event about an order that says neither what its name promises nor its contrary: WeChat Pay uses a value that
    /// this version does not know, or a member that cannot be read. Store it, acknowledge it, and query the order; act
    /// on what the query says, never on `reported_event_type`.
    OrderUnclear {
        /// What WeChat Pay calls it: `PAYSCORE.USER_CONFIRM` or `PAYSCORE.USER_PAID`.
        reported_event_type: String,
        /// The order, as far as it could be read.
        order: Order,
    }
    optional {
        /// The number under which it was paid, if it says so.
        out_trade_no: String,
    }
}

event! {
    /// In WeChat's list the user asks to pay a completed order at once (商户预下单回调). Place a unified order (统一下单) at the
    /// clearing house with the values of `prepay_req_body`, and answer before `answer_before`. It has no ready
    /// acknowledgement: build it from the clearing house's answer with `acknowledge_prepay`, store it, and give a
    /// repeated notification the same stored one.
    ///
    /// Refuse it while a deduction number is in force or its withholding is unknown: both would charge the user.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
    unanswered MchPrepay {
        /// The identity of the order.
        order_ref: OrderRef,
        /// What is to be paid, in fen.
        total_amount: Fen,
        /// What must be copied into the members of the same names of the unified order; the others are yours to fill.
        /// What `unread` names of it is missing here: copy it from `raw`, or refuse.
        prepay_req_body: PrepayRequest,
        /// The answer must be given before this moment, in Unix seconds: 5 seconds after the callback was received.
        answer_before: Timestamp,
    }
    optional {
        /// The user under the institution's AppID.
        openid: String,
        /// The user under the sub-merchant's AppID.
        sub_openid: String,
    }
    /// Always absent: the answer is made with `acknowledge_prepay`. As long as you have none, and when you refuse,
    /// answer with the status 500; WeChat Pay then sends it again.
    ack
}

model! {
    /// What a unified order at the clearing house must carry, as WeChat Pay asks.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
    pub struct PrepayRequest {
        required {}
        optional {
            /// Device, such as `WEB`.
            device_info: String,
            /// Random text: copy it as it is.
            nonce_str: String,
            /// What is sold.
            body: String,
            /// The merchant's own data.
            attach: String,
            /// `CNY`.
            fee_type: String,
            /// When the payment begins, `yyyyMMddHHmmss` in Beijing time.
            time_start: String,
            /// When it lapses, `yyyyMMddHHmmss` in Beijing time.
            time_expire: String,
            /// A mark for discounts.
            goods_tag: String,
            /// Where WeChat Pay's side takes the result: pass it through.
            notify_url: String,
            /// `JSAPI`, `NATIVE` or `App`.
            trade_type: String,
            /// `no_credit`.
            limit_pay: String,
            /// Whether an electronic receipt is offered.
            need_receipt: bool,
        }
    }
}

event! {
    /// The user authorised a service (开启授权服务回调, 免确认 only): orders may be created.
    ///
    /// Source:
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-auth/auth-order-callback.html>
    UserOpenedService {
        /// The authorisation.
        service: ServiceAuthorization,
    }
}

event! {
    /// The user's authorisation of a service ended (解除授权服务回调, 免确认 only): no new orders, but money that is owed can
    /// still be collected.
    ///
    /// Source:
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-auth/auth-order-callback.html>
    UserClosedService {
        /// The authorisation.
        service: ServiceAuthorization,
    }
}

model! {
    /// A user's authorisation of a service, as a callback tells it. `mch_id` and `sub_mch_id`, as one sample has them,
    /// are read as `mchid` and `sub_mchid`.
    pub struct ServiceAuthorization {
        required {
            /// The service.
            service_id: String = [Identity],
            /// The merchant's authorisation number (授权协议号).
            authorization_code: String = [Identity],
        }
        optional {
            /// When it was opened or closed, `yyyyMMddHHmmss` in Beijing time.
            openorclose_time: String,
            /// The institution's AppID.
            appid: String = [Identity],
            /// The institution's merchant number.
            mchid: String = [Identity],
            /// The sub-merchant's number.
            sub_mchid: String = [Identity],
            /// The sub-merchant's AppID.
            sub_appid: String = [Identity],
            /// The channel partner's number.
            channel_id: String = [Identity],
            /// The user under the institution's AppID.
            openid: String,
            /// The user under the sub-merchant's AppID.
            sub_openid: String,
            /// `USER_OPEN_SERVICE` or `USER_CLOSE_SERVICE`.
            user_service_status: String,
            /// The number of the request; not for this kind of authorisation.
            out_request_no: String,
        }
    }
}

event! {
    /// An event that this version does not know; everything is in `raw`. It has no ready acknowledgement.
    unanswered Unknown {}
    /// Always absent: what this event wants is not known. Answer with the status 500 until your own code stores and
    /// understands it (it comes again, for about a day), then with 204.
    ack
}
