//! Objects that several operations share.

use crate::money::Fen;
use crate::schema::Rule::{AdviseMax, AdviseMin, DecidesPhase, MaxChars, Min, OneOf};
use crate::schema::{ServiceTime, model, open_enum};

model! {
    /// One item of the bill (后付费项目). Items given at completion replace those given at creation.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
    pub struct Payment {
        required {}
        needed {
            /// Name (付费名称), at most 20 characters, by the conventions of the industry.
            name: String = [MaxChars(20)],
        }
        optional {
            /// What this item costs as a whole (付费金额), in fen, 0 or more. `count` does not multiply it.
            amount: Fen = [Min(0)],
            /// How it is charged (付费说明), at most 30 characters, such as `每小时2元`.
            description: String = [MaxChars(30)],
            /// Quantity (付费数量), 1 to 100; 1 when absent.
            count: i64 = [AdviseMin(1), AdviseMax(100)],
        }
    }
}

model! {
    /// A discount of the merchant's (商户优惠). Discounts given at completion replace those given at creation.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
    pub struct ServiceOrderCoupon {
        required {}
        needed {
            /// Name (优惠名称), at most 20 characters, not twice in one order.
            name: String = [MaxChars(20)],
        }
        optional {
            /// Terms (优惠说明), at most 30 characters.
            description: String = [MaxChars(30)],
            /// The discount (优惠金额) in fen. Optional at creation, needed at completion.
            amount: Fen = [Min(0)],
            /// Quantity (优惠数量), 1 to 100; 1 when absent.
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
            /// Which kind. In callbacks it may come as Chinese text.
            name: RiskFundName = [OneOf],
            /// In fen, more than 0, at most the ceiling of the service.
            amount: Fen = [Min(1)],
        }
        optional {
            /// Explanation, at most 30 characters.
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
            /// `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept`: the moment the user confirms. Needed at creation.
            start_time: ServiceTime,
            /// A remark to it, at most 20 characters.
            start_time_remark: String = [MaxChars(20)],
            /// `yyyyMMddHHmmss` or `yyyyMMdd`. Needed at completion when it was not given at creation.
            end_time: ServiceTime,
            /// A remark to it, at most 20 characters.
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
    /// How the collection of the money stands.
    pub enum CollectionState {
        /// 待支付: to be paid.
        UserPaying = "USER_PAYING",
        /// 已支付: paid.
        UserPaid = "USER_PAID",
    }
}

open_enum! {
    /// Through which channel a part was paid.
    pub enum PaidType {
        /// Through WeChat Pay Score.
        Newton = "NEWTON",
        /// Through the merchant's own channel, as told by `sync`.
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
            /// The goods it was for.
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
            /// How many.
            quantity: i64,
            /// Price of one, in fen.
            unit_price: Fen,
            /// Discount, in fen.
            discount_amount: Fen,
            /// Remark.
            goods_remark: String,
        }
    }
}

model! {
    /// One collection of money.
    pub struct CollectionDetail {
        required {}
        optional {
            /// From 1 upward.
            seq: i64,
            /// In fen.
            amount: Fen,
            /// Through which channel.
            paid_type: PaidType = [DecidesPhase],
            /// When, `yyyyMMddHHmmss` in Beijing time.
            paid_time: String,
            /// WeChat Pay's transaction number, once paid through WeChat Pay Score.
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
            /// How it stands.
            state: CollectionState = [DecidesPhase],
            /// Σ payments − Σ discounts, in fen.
            total_amount: Fen,
            /// Still to be paid, in fen.
            paying_amount: Fen,
            /// Already paid, in fen.
            paid_amount: Fen,
            /// The single collections.
            details: Vec<CollectionDetail> = [DecidesPhase],
        }
    }
}
