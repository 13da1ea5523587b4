//! The objects that several operations share: the bill, the risk fund, times, places, the collection of the money.

use crate::money::Fen;
use crate::schema::Rule::{AdviseMax, AdviseMin, DecidesPhase, MaxChars, Min, OneOf};
use crate::schema::{ServiceTime, model, open_enum};

model! {
    /// One item of the bill (后付费项目). The items of the completion replace those of the creation.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
    pub struct Payment {
        required {}
        needed {
            /// The name (付费名称), at most 20 characters. Follow the conventions of your industry.
            name: String = [MaxChars(20)],
        }
        optional {
            /// The cost of the item as a whole (付费金额), in fen, 0 or more. `count` does not multiply it.
            amount: Fen = [Min(0)],
            /// How it is calculated (付费说明), at most 30 characters, such as `每小时2元`.
            description: String = [MaxChars(30)],
            /// The quantity (付费数量), 1 to 100. By default 1.
            count: i64 = [AdviseMin(1), AdviseMax(100)],
        }
    }
}

model! {
    /// A discount of the merchant (商户优惠). The discounts of the completion replace those of the creation.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
    pub struct ServiceOrderCoupon {
        required {}
        needed {
            /// The name (优惠名称), at most 20 characters. It may occur only once in an order.
            name: String = [MaxChars(20)],
        }
        optional {
            /// The terms (优惠说明), at most 30 characters.
            description: String = [MaxChars(30)],
            /// The discount (优惠金额) in fen. Optional at creation, required at completion.
            amount: Fen = [Min(0)],
            /// The quantity (优惠数量), 1 to 100. By default 1.
            count: i64 = [AdviseMin(1), AdviseMax(100)],
        }
    }
}

open_enum! {
    /// The kind of risk fund. It must fit the mode of the service.
    pub enum RiskFundName {
        /// 押金 (先免模式).
        Deposit = "DEPOSIT",
        /// 预付款 (先免模式).
        Advance = "ADVANCE",
        /// 保证金 (先免模式).
        CashDeposit = "CASH_DEPOSIT",
        /// 预估订单费用 (先享模式, and orders without confirmation).
        EstimateOrderCost = "ESTIMATE_ORDER_COST",
    }
}

model! {
    /// The risk fund of the service (服务风险金).
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
    pub struct RiskFund {
        required {}
        needed {
            /// The kind of risk fund. In callbacks it may be Chinese text.
            name: RiskFundName = [OneOf],
            /// The amount in fen, from 1 to the ceiling of the service.
            amount: Fen = [Min(1)],
        }
        optional {
            /// An explanation, at most 30 characters.
            description: String = [MaxChars(30)],
        }
    }
}

model! {
    /// When the service is used (服务时间段), in Beijing time.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
    pub struct TimeRange {
        required {}
        optional {
            /// When it begins: `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept` for the moment when the user confirms.
            /// Required at creation.
            start_time: ServiceTime,
            /// A remark on the beginning, at most 20 characters.
            start_time_remark: String = [MaxChars(20)],
            /// When it ends: `yyyyMMddHHmmss` or `yyyyMMdd`. Required at completion if the creation did not name it.
            end_time: ServiceTime,
            /// A remark on the end, at most 20 characters.
            end_time_remark: String = [MaxChars(20)],
        }
    }
}

model! {
    /// Where the service is used (服务位置).
    pub struct Location {
        required {}
        optional {
            /// Where it begins, at most 50 characters.
            start_location: String = [MaxChars(50)],
            /// Where it ends, at most 50 characters.
            end_location: String = [MaxChars(50)],
        }
    }
}

open_enum! {
    /// The state of the collection.
    pub enum CollectionState {
        /// 待支付: to be paid.
        UserPaying = "USER_PAYING",
        /// 已支付: paid.
        UserPaid = "USER_PAID",
    }
}

open_enum! {
    /// The channel through which the user paid.
    pub enum PaidType {
        /// WeChat Pay Score.
        Newton = "NEWTON",
        /// The merchant's own channel, as `sync_order` reported it.
        Mch = "MCH",
    }
}

model! {
    /// A coupon that took part in a payment.
    pub struct PromotionDetail {
        required {}
        optional {
            /// The coupon's number.
            coupon_id: String,
            /// Its face value in fen.
            amount: Fen,
            /// Its name.
            name: String,
            /// `GLOBAL` (全场代金券) or `SINGLE` (单品优惠).
            scope: String,
            /// `CASH` (充值) or `NOCASH` (免充值).
            r#type: String,
            /// The batch.
            stock_id: String,
            /// WeChat Pay's share in fen.
            wechatpay_contribute: Fen,
            /// The merchant's share in fen.
            merchant_contribute: Fen,
            /// Others' share in fen.
            other_contribute: Fen,
            /// `CNY`.
            currency: String,
            /// The goods that it was for.
            goods_detail: Vec<GoodsDetail>,
        }
    }
}

model! {
    /// Goods that a coupon was for.
    pub struct GoodsDetail {
        required {}
        optional {
            /// The goods' number.
            goods_id: String,
            /// The quantity.
            quantity: i64,
            /// The price of one, in fen.
            unit_price: Fen,
            /// The discount, in fen.
            discount_amount: Fen,
            /// A remark.
            goods_remark: String,
        }
    }
}

model! {
    /// One collection of money.
    pub struct CollectionDetail {
        required {}
        optional {
            /// Its number in the list, from 1.
            seq: i64,
            /// The amount, in fen.
            amount: Fen,
            /// The channel.
            paid_type: PaidType = [DecidesPhase],
            /// When it was paid: `yyyyMMddHHmmss` in Beijing time.
            paid_time: String,
            /// WeChat Pay's transaction number, once it is paid through WeChat Pay Score.
            transaction_id: String,
            /// Coupons that took part.
            promotion_detail: Vec<PromotionDetail>,
        }
    }
}

model! {
    /// The collection of the money (收款信息).
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
    pub struct Collection {
        required {}
        optional {
            /// The state of the collection.
            state: CollectionState = [DecidesPhase],
            /// The total, in fen: Σ payments − Σ discounts.
            total_amount: Fen,
            /// The amount still to be paid, in fen.
            paying_amount: Fen,
            /// The amount already paid, in fen.
            paid_amount: Fen,
            /// The single collections.
            details: Vec<CollectionDetail> = [DecidesPhase],
        }
    }
}
