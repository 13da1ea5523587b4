// Generated from core's declarations by `cargo xtask types`. Do not edit.

/**
 * The order's state. It says little by itself: look at `phase`.
 *
 * - `CREATED`: 商户已创建服务订单: waiting for the user to confirm.
 * - `DOING`: 服务订单进行中: being used, or completed and not yet paid.
 * - `DONE`: 服务订单完成: final.
 * - `REVOKED`: 商户取消服务订单: final.
 * - `EXPIRED`: 服务订单已失效: not confirmed within 30 days; final.
 *
 * Other values pass as they are.
 */
export type OrderState = "CREATED" | "DOING" | "DONE" | "REVOKED" | "EXPIRED" | (string & {});

/**
 * More about the state, only while `DOING`.
 *
 * - `USER_CONFIRM`: 用户确认: the user confirmed, the service is being used.
 * - `MCH_COMPLETE`: 商户完结: completed, the money is still to be collected.
 *
 * Other values pass as they are.
 */
export type StateDescription = "USER_CONFIRM" | "MCH_COMPLETE" | (string & {});

/**
 * How the collection of the money stands.
 *
 * - `USER_PAYING`: 待支付: to be paid.
 * - `USER_PAID`: 已支付: paid.
 *
 * Other values pass as they are.
 */
export type CollectionState = "USER_PAYING" | "USER_PAID" | (string & {});

/**
 * Through which channel a part was paid.
 *
 * - `NEWTON`: Through WeChat Pay Score.
 * - `MCH`: Through the merchant's own channel, as told by `sync`.
 *
 * Other values pass as they are.
 */
export type PaidType = "NEWTON" | "MCH" | (string & {});

/**
 * The kind of risk fund. It must fit the mode of the service.
 *
 * - `DEPOSIT`: 押金 (先免模式).
 * - `ADVANCE`: 预付款 (先免模式).
 * - `CASH_DEPOSIT`: 保证金 (先免模式).
 * - `ESTIMATE_ORDER_COST`: 预估订单费用 (先享模式, and orders without confirmation).
 *
 * Other values pass as they are.
 */
export type RiskFundName = "DEPOSIT" | "ADVANCE" | "CASH_DEPOSIT" | "ESTIMATE_ORDER_COST" | (string & {});

/**
 * Where an order stands, judged from `state`, `state_description` and `collection.state` together.
 *
 * - `created`: Waiting for the user to confirm.
 * - `in_service`: Confirmed: the service may be rendered.
 * - `awaiting_payment`: Completed, the money is still to be collected. WeChat Pay does not do that by itself.
 * - `paid`: Paid through WeChat Pay Score. Final.
 * - `paid_elsewhere`: Paid through another channel, as told by `sync`. Final.
 * - `nothing_to_pay`: Completed, and there was nothing to pay.
 * - `revoked`: Cancelled by the merchant. Final.
 * - `expired`: Not confirmed within 30 days. Final.
 * - `unrecognised`: A new value of WeChat Pay's, or a combination that cannot be. Query again; do not act on it.
 *
 * Other values pass as they are.
 */
export type Phase = "created" | "in_service" | "awaiting_payment" | "paid" | "paid_elsewhere" | "nothing_to_pay" | "revoked" | "expired" | "unrecognised" | (string & {});

/**
 * How the withholding under a deduction number stands at the clearing house, as far as the merchant knows.
 *
 * - `not_sent`: Nothing was submitted under this number.
 * - `unknown`: Submitted, and no final result is known: the money may have moved.
 * - `failed`: The clearing house said that it failed.
 * - `closed`: Closed at the clearing house.
 * - `paid`: The clearing house said that it was paid.
 *
 * Other values pass as they are.
 */
export type DeductionStanding = "not_sent" | "unknown" | "failed" | "closed" | "paid" | (string & {});

/**
 * What to do next.
 *
 * - `confirm_in_wechat`: Let the user confirm in WeChat (the jump), wait for the callback, query.
 * - `complete_order`: Render the service, then complete the order.
 * - `register_deduct_info`: Register a new deduction number, stored before.
 * - `withhold`: Withhold at the clearing house under the registered number.
 * - `ask_clearing_house`: Ask the clearing house how the withholding stands, then query the order.
 * - `query_order`: Query the order.
 * - `nothing`: Nothing.
 *
 * Other values pass as they are.
 */
export type NextAction = "confirm_in_wechat" | "complete_order" | "register_deduct_info" | "withhold" | "ask_clearing_house" | "query_order" | "nothing" | (string & {});

/**
 * Whether a call whose answer was lost took effect.
 *
 * - `happened`: It did.
 * - `did_not_happen`: It did not.
 * - `ask_again_later`: Not to be told yet.
 *
 * Other values pass as they are.
 */
export type Verdict = "happened" | "did_not_happen" | "ask_again_later" | (string & {});

/**
 * Where a rule comes from, which decides whether breaking it refuses a call.
 *
 * - `official`: A page that WeChat Pay wrote for this mode, or the APIv3 rules that hold everywhere.
 * - `sibling`: A page of a sibling product; very probably the same here.
 * - `inferred`: Concluded from official facts.
 * - `clock`: Depends on WeChat Pay's clock.
 *
 * Other values pass as they are.
 */
export type Evidence = "official" | "sibling" | "inferred" | "clock" | (string & {});

/**
 * Whether and how to try again.
 *
 * - `never`: Not without changing something.
 * - `same_request`: The identical request under the same number, freshly signed.
 * - `query_first`: Ask how the order stands before anything else.
 * - `after_delay`: Later, with growing pauses.
 */
export type Retry = "never" | "same_request" | "query_first" | "after_delay";

/**
 * What is known of the effect of a call.
 *
 * - `not_sent`: The request never left: nothing happened.
 * - `refused`: WeChat Pay refused it: nothing happened.
 * - `unknown`: It may have happened. Query, or repeat the identical request; never start anew under a new number.
 * - `none`: The call changes nothing, or there was no call.
 */
export type Outcome = "not_sent" | "refused" | "unknown" | "none";

/** Goods that a coupon was for. */
export interface GoodsDetail {
  /** The goods' number. */
  readonly goods_id: string;
  /** How many. */
  readonly quantity?: number;
  /** Price of one, in fen. */
  readonly unit_price?: number;
  /** Discount, in fen. */
  readonly discount_amount?: number;
  /** Remark. */
  readonly goods_remark?: string;
}

/** A coupon that took part in a payment. */
export interface PromotionDetail {
  /** The coupon's number. */
  readonly coupon_id: string;
  /** Its face value in fen. */
  readonly amount?: number;
  /** Its name. */
  readonly name?: string;
  /** `GLOBAL` (全场代金券) or `SINGLE` (单品优惠). */
  readonly scope?: string;
  /** `CASH` (充值) or `NOCASH` (免充值). */
  readonly type?: string;
  /** The batch. */
  readonly stock_id?: string;
  /** WeChat Pay's share in fen. */
  readonly wechatpay_contribute?: number;
  /** The merchant's share in fen. */
  readonly merchant_contribute?: number;
  /** Others' share in fen. */
  readonly other_contribute?: number;
  /** `CNY`. */
  readonly currency?: string;
  /** The goods it was for. */
  readonly goods_detail?: readonly GoodsDetail[];
}

/** One collection of money. */
export interface CollectionDetail {
  /** From 1 upward. */
  readonly seq?: number;
  /** In fen. */
  readonly amount?: number;
  /** Through which channel. */
  readonly paid_type?: PaidType;
  /** When, `yyyyMMddHHmmss` in Beijing time. */
  readonly paid_time?: string;
  /** WeChat Pay's transaction number, once paid through WeChat Pay Score. */
  readonly transaction_id?: string;
  /** Coupons that took part. */
  readonly promotion_detail?: readonly PromotionDetail[];
}

/**
 * The collection of the money (收款信息).
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
 */
export interface Collection {
  /** How it stands. */
  readonly state: CollectionState;
  /** Σ payments − Σ discounts, in fen. */
  readonly total_amount?: number;
  /** Still to be paid, in fen. */
  readonly paying_amount?: number;
  /** Already paid, in fen. */
  readonly paid_amount?: number;
  /** The single collections. */
  readonly details?: readonly CollectionDetail[];
}

/**
 * One item of the bill (后付费项目). Items given at completion replace those given at creation.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
export interface Payment {
  /** Name (付费名称), at most 20 characters, by the conventions of the industry. */
  readonly name: string;
  /** What this item costs as a whole (付费金额), in fen, 0 or more. `count` does not multiply it. */
  readonly amount?: number;
  /** How it is charged (付费说明), at most 30 characters, such as `每小时2元`. */
  readonly description?: string;
  /** Quantity (付费数量), 1 to 100; 1 when absent. */
  readonly count?: number;
}

/**
 * A discount of the merchant's (商户优惠). Discounts given at completion replace those given at creation.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
export interface ServiceOrderCoupon {
  /** Name (优惠名称), at most 20 characters, not twice in one order. */
  readonly name: string;
  /** Terms (优惠说明), at most 30 characters. */
  readonly description?: string;
  /** The discount (优惠金额) in fen. Optional at creation, needed at completion. */
  readonly amount?: number;
  /** Quantity (优惠数量), 1 to 100; 1 when absent. */
  readonly count?: number;
}

/**
 * The risk fund of the service (服务风险金).
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
export interface RiskFund {
  /** Which kind. In callbacks it may come as Chinese text. */
  readonly name: RiskFundName;
  /** In fen, more than 0, at most the ceiling of the service. */
  readonly amount: number;
  /** Explanation, at most 30 characters. */
  readonly description?: string;
}

/**
 * When the service is used (服务时间段), in Beijing time.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
export interface TimeRange {
  /** `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept`: the moment the user confirms. Needed at creation. */
  readonly start_time?: string;
  /** A remark to it, at most 20 characters. */
  readonly start_time_remark?: string;
  /** `yyyyMMddHHmmss` or `yyyyMMdd`. Needed at completion when it was not given at creation. */
  readonly end_time?: string;
  /** A remark to it, at most 20 characters. */
  readonly end_time_remark?: string;
}

/** Where the service is used (服务位置). */
export interface Location {
  /** Where it begins, at most 50 characters. */
  readonly start_location?: string;
  /** Where it ends, at most 50 characters. */
  readonly end_location?: string;
}

/** The identity of an order: store it, and give it to every later call instead of its single members. */
export interface OrderRef {
  /** The merchant's number of the order. */
  readonly out_order_no: string;
  /** The service. */
  readonly service_id?: string;
  /** The institution's AppID. */
  readonly appid?: string;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string;
  /** The sub-merchant's AppID. */
  readonly sub_appid?: string;
  /** The channel partner's number. */
  readonly channel_id?: string;
}

/**
 * A service order (支付分服务订单). Verified before it can be seen.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
 */
export interface Order {
  /** The merchant's number of the order. */
  readonly out_order_no: string;
  /** The service. */
  readonly service_id: string;
  /** The institution's merchant number. */
  readonly mchid: string;
  /** The state; look at `phase` first. */
  readonly state: OrderState;
  /** More about the state, only while `DOING`. */
  readonly state_description?: StateDescription;
  /** The institution's AppID. */
  readonly appid?: string;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string;
  /** The sub-merchant's AppID. */
  readonly sub_appid?: string;
  /** The channel partner's number. */
  readonly channel_id?: string;
  /** WeChat Pay's number of the order. */
  readonly order_id?: string;
  /** What the user sees as the service. */
  readonly service_introduction?: string;
  /** What is to be paid, in fen; after completion. */
  readonly total_amount?: number;
  /** Whether there is something to collect. */
  readonly need_collection?: boolean;
  /** The collection of the money. */
  readonly collection?: Collection;
  /** The items of the bill. */
  readonly post_payments?: readonly Payment[];
  /** The discounts. */
  readonly post_discounts?: readonly ServiceOrderCoupon[];
  /** The risk fund. */
  readonly risk_fund?: RiskFund;
  /** When the service is used. */
  readonly time_range?: TimeRange;
  /** Where the service is used. */
  readonly location?: Location;
  /** The user under the institution's AppID. */
  readonly openid?: string;
  /** The user under the sub-merchant's AppID. */
  readonly sub_openid?: string;
  /** The merchant's own data, as given at creation. */
  readonly attach?: string;
  /** Where callbacks go. */
  readonly notify_url?: string;
  /**
   * For the jump that lets the user confirm; only in the answer to `create_order`, valid for one hour. Create
   * again with identical parameters to get a fresh one.
   */
  readonly package?: string;
  /** Where the order stands. */
  readonly phase: Phase;
  /** The identity of this order: store it, and give it to every later call. */
  readonly order_ref: OrderRef;
  /** The verified text as received. */
  readonly raw: string;
  /** `Request-ID` of the answer or callback. */
  readonly request_id?: string;
}

/** The order is cancelled. */
export interface OrderCancelled {
  /** The verified text as received; usually empty. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** The order is completed. Nothing was charged yet. */
export interface OrderCompleted {
  /** The verified text as received; usually empty. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** The number is registered, for 24 hours and one withholding. */
export interface DeductionRegistered {
  /** What is sold, for the clearing house's call (商品描述). */
  readonly description?: string;
  /** The verified text as received. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** The registered deduction number, the latest when there were several. */
export interface DeductionInfo {
  /** The deduction number. */
  readonly out_trade_no: string;
  /** What is sold. */
  readonly description?: string;
  /** The verified text as received. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** How to answer a callback. Send it once the event is stored durably, within 5 seconds. */
export interface Ack {
  /** The HTTP status: 200 or 204 says that it need not come again. */
  readonly status: number;
  /** The headers to send. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body; empty with 204. */
  readonly body: string;
}

/**
 * The user confirmed the order in WeChat (确认订单回调): the service may be rendered.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090709>
 */
export interface UserConfirmed {
  /** Unique per notification. */
  readonly id: string;
  /** What happened, in WeChat Pay's word. */
  readonly event_type: "PAYSCORE.USER_CONFIRM";
  /** The order. */
  readonly order: Order;
  /**
   * The key under which to remember that this event was dealt with: insert it in the same database
   * transaction as the change.
   */
  readonly deduplication_key: string;
  /** The opened text as received. */
  readonly raw: string;
  /** How to answer once the event is stored durably. Absent where there is no ready answer. */
  readonly ack?: Ack;
  /** When the notification was made, RFC 3339. */
  readonly create_time?: string;
  /** A text for people. */
  readonly summary?: string;
  /** `Request-ID` of the callback. */
  readonly request_id?: string;
}

/**
 * The order was paid (支付成功回调). Documented for payments that the user started; always query after a withholding.
 *
 * Source: <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/paysuccess-callback.html>
 */
export interface UserPaid {
  /** Unique per notification. */
  readonly id: string;
  /** What happened, in WeChat Pay's word. */
  readonly event_type: "PAYSCORE.USER_PAID";
  /** The order. */
  readonly order: Order;
  /** The number under which it was paid; empty when WeChat Pay did not say. */
  readonly out_trade_no: string;
  /**
   * The key under which to remember that this event was dealt with: insert it in the same database
   * transaction as the change.
   */
  readonly deduplication_key: string;
  /** The opened text as received. */
  readonly raw: string;
  /** How to answer once the event is stored durably. Absent where there is no ready answer. */
  readonly ack?: Ack;
  /** When the notification was made, RFC 3339. */
  readonly create_time?: string;
  /** A text for people. */
  readonly summary?: string;
  /** `Request-ID` of the callback. */
  readonly request_id?: string;
}

/** An event that this version does not know; everything is in `raw`. It has no ready acknowledgement. */
export interface Unknown {
  /** Unique per notification. */
  readonly id: string;
  /** What happened, in WeChat Pay's word. */
  readonly event_type: UnknownEventType;
  /**
   * The key under which to remember that this event was dealt with: insert it in the same database
   * transaction as the change.
   */
  readonly deduplication_key: string;
  /** The opened text as received. */
  readonly raw: string;
  /** How to answer once the event is stored durably. Absent where there is no ready answer. */
  readonly ack?: Ack;
  /** When the notification was made, RFC 3339. */
  readonly create_time?: string;
  /** A text for people. */
  readonly summary?: string;
  /** `Request-ID` of the callback. */
  readonly request_id?: string;
}

/**
 * The parameters of a jump, one object per kind of client. What comes back to the client proves nothing: query the order.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
 */
export interface Launch {
  /** For `wx.openBusinessView` in a mini program (base library 2.6.0 or later). */
  readonly mini_program: any;
  /** For `wx.navigateToMiniProgram` in a mini program. */
  readonly navigate_to_mini_program: any;
  /** For `wx.invoke("openBusinessView", …)` in a page inside WeChat (JSAPI). */
  readonly jsapi: any;
  /** For the OpenSDK's `WXOpenBusinessView` in an app. */
  readonly app: any;
}

/** What the merchant knows of a deduction number. Store it before the number is registered. */
export interface Deduction {
  /** The number. */
  readonly out_trade_no: string;
  /** How its withholding stands. */
  readonly standing: DeductionStanding;
  /** When it was registered, in Unix seconds; absent while that is not known. */
  readonly registered_at?: number;
}

/** Whether an operation is allowed now. */
export interface Permission {
  /** Whether it is. */
  readonly allowed: boolean;
  /** Why, or why not. */
  readonly why: string;
  /** What is given up by it. */
  readonly forfeits?: string;
}

/** The next step of an order. */
export interface NextStep {
  /** What to do. */
  readonly action: NextAction;
  /** Why. */
  readonly why: string;
  /** Not before this moment, in Unix seconds. */
  readonly not_before?: number;
  /** Not after this moment, in Unix seconds. */
  readonly deadline?: number;
}

/** Where an order stands, what is allowed, and what to do next. */
export interface Lifecycle {
  /** Where it stands. */
  readonly phase: Phase;
  /** For each operation by name, whether it is allowed. */
  readonly operations: Readonly<Record<string, Permission>>;
  /** What to do next. */
  readonly next: NextStep;
}

/** What became of a call whose answer was lost. */
export interface Settlement {
  /** Whether it took effect. */
  readonly verdict: Verdict;
  /** What to do: `never` (nothing to repeat), `same_request`, `query_first` or `after_delay`. */
  readonly retry: Retry;
  /** Why. */
  readonly why: string;
}

/** One thing that is wrong with a parameter or a setting, or (`advice`) that probably is. */
export interface Issue {
  /** Where: an RFC 6901 JSON pointer into the parameters, such as `/post_payments/0/amount`. */
  readonly pointer: string;
  /** The stable code, such as `invalid.length`. */
  readonly code: string;
  /** One sentence: what is wrong, and the remedy. */
  readonly detail: string;
  /** Whether this is advice only, which stops nothing unless `validate` is `strict`. */
  readonly advice: boolean;
  /** Where the rule comes from. */
  readonly evidence: Evidence;
}

/**
 * An answer that is an error: APIv3's JSON, other JSON, or not JSON at all (a gateway's page); nothing of it is lost.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
 */
export interface ErrorAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** Whether WeChat Pay's signature held. An unverified error may come from anything between you and WeChat Pay. */
  readonly verified: boolean;
  /** The body as it arrived, undecodable bytes replaced. Escape it before showing it to anyone. */
  readonly body: string;
  /** WeChat Pay's error code, such as `ORDER_NOT_EXIST`; absent when the body is not its JSON. */
  readonly wechat_code?: string;
  /** WeChat Pay's text for people; it changes, never branch on it. */
  readonly message?: string;
  /** `Request-ID` of the answer: quote it to WeChat Pay's support. */
  readonly request_id?: string;
  /** The internal number at the end of `Request-ID`; for diagnosis only, never branch on it. */
  readonly request_id_number?: number;
  /** Which parameter is meant: a JSON pointer for a body, a name for path and query. */
  readonly field?: string;
  /** What is wrong with it. */
  readonly issue?: string;
  /** Where it stands: `body`, `url`, `query` or `authorization`. */
  readonly location?: string;
  /** The whole `detail` member of the body, as JSON. */
  readonly api_detail?: any;
}

/**
 * The risk fund of the service (服务风险金).
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
export interface RiskFundParams {
  /** Which kind. In callbacks it may come as Chinese text. */
  readonly name: RiskFundName;
  /** In fen, more than 0, at most the ceiling of the service. */
  readonly amount: number | bigint;
  /** Explanation, at most 30 characters. */
  readonly description?: string | undefined;
}

/**
 * When the service is used (服务时间段), in Beijing time.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
export interface TimeRangeParams {
  /** `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept`: the moment the user confirms. Needed at creation. */
  readonly start_time?: string | Date | undefined;
  /** A remark to it, at most 20 characters. */
  readonly start_time_remark?: string | undefined;
  /** `yyyyMMddHHmmss` or `yyyyMMdd`. Needed at completion when it was not given at creation. */
  readonly end_time?: string | Date | undefined;
  /** A remark to it, at most 20 characters. */
  readonly end_time_remark?: string | undefined;
}

/**
 * One item of the bill (后付费项目). Items given at completion replace those given at creation.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
export interface PaymentParams {
  /** Name (付费名称), at most 20 characters, by the conventions of the industry. */
  readonly name: string;
  /** What this item costs as a whole (付费金额), in fen, 0 or more. `count` does not multiply it. */
  readonly amount?: number | bigint | undefined;
  /** How it is charged (付费说明), at most 30 characters, such as `每小时2元`. */
  readonly description?: string | undefined;
  /** Quantity (付费数量), 1 to 100; 1 when absent. */
  readonly count?: number | bigint | undefined;
}

/**
 * A discount of the merchant's (商户优惠). Discounts given at completion replace those given at creation.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
export interface ServiceOrderCouponParams {
  /** Name (优惠名称), at most 20 characters, not twice in one order. */
  readonly name: string;
  /** Terms (优惠说明), at most 30 characters. */
  readonly description?: string | undefined;
  /** The discount (优惠金额) in fen. Optional at creation, needed at completion. */
  readonly amount?: number | bigint | undefined;
  /** Quantity (优惠数量), 1 to 100; 1 when absent. */
  readonly count?: number | bigint | undefined;
}

/** Where the service is used (服务位置). */
export interface LocationParams {
  /** Where it begins, at most 50 characters. */
  readonly start_location?: string | undefined;
  /** Where it ends, at most 50 characters. */
  readonly end_location?: string | undefined;
}

/**
 * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump into
 * WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or query: never
 * create anew under another number.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
export interface CreateOrderParams {
  /** The sub-merchant's number (子商户号). */
  readonly sub_mchid: string;
  /** The merchant's number of the order (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`; unique. */
  readonly out_order_no: string;
  /** What the user sees as the service (服务信息), at most 20 characters. */
  readonly service_introduction: string;
  /** The risk fund (服务风险金). */
  readonly risk_fund: RiskFundParams;
  /** When the service is used (服务时间段); `start_time` is needed. */
  readonly time_range: TimeRangeParams;
  /** Where callbacks about this order go (商户回调地址): complete https address without a query, at most 255 characters. */
  readonly notify_url: string;
  /** The service (服务ID); default from the merchant. */
  readonly service_id?: string | undefined;
  /** The institution's AppID; default from the merchant. */
  readonly appid?: string | undefined;
  /** The channel partner's number (渠道商商户号); default from the merchant. */
  readonly channel_id?: string | undefined;
  /** The sub-merchant's AppID; needed with `sub_openid`. */
  readonly sub_appid?: string | undefined;
  /** Items of the bill (后付费项目), at most 100. */
  readonly post_payments?: readonly PaymentParams[] | undefined;
  /** Discounts (商户优惠), at most 30. */
  readonly post_discounts?: readonly ServiceOrderCouponParams[] | undefined;
  /** Where the service is used (服务位置). */
  readonly location?: LocationParams | undefined;
  /** The user under `appid`. Without confirmation, exactly one of `openid` and `sub_openid` is needed. */
  readonly openid?: string | undefined;
  /** The user under `sub_appid`. */
  readonly sub_openid?: string | undefined;
  /** Whether the user confirms each order (需确认: true, 免确认: false). It belongs to the service; say it explicitly. */
  readonly need_user_confirm?: boolean | undefined;
  /** The merchant's own data (商户数据包): URL-encode it first, at most 256 characters then. Sent as given. */
  readonly attach?: string | undefined;
  /** Members that Payscore does not know, sent as given. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
 * exactly one of them.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
 */
export interface QueryOrderParams {
  /** The service; default from the merchant. */
  readonly service_id?: string | undefined;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string | undefined;
  /** The channel partner's number; default from the merchant. */
  readonly channel_id?: string | undefined;
  /** The merchant's number of the order. */
  readonly out_order_no?: string | undefined;
  /** What a client brought back from the confirm page, at most 512 characters. */
  readonly query_id?: string | undefined;
  /** The order it is about, or its reference: fills the identity that is not given here, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
  /** Members that Payscore does not know, sent as given. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
 * paid and no registered deduction number is in force. Then the money is forfeited.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
 */
export interface CancelOrderParams {
  /** Why (取消原因); the user sees it. At most 50 characters. */
  readonly reason: string;
  /** The merchant's number of the order. */
  readonly out_order_no?: string | undefined;
  /** The service; default from the merchant. */
  readonly service_id?: string | undefined;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string | undefined;
  /** The channel partner's number; default from the merchant. */
  readonly channel_id?: string | undefined;
  /** The order it is about, or its reference: fills the identity that is not given here, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
  /** Members that Payscore does not know, sent as given. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
 * user: register a deduction and withhold at the clearing house. After a lost answer, query.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
export interface CompleteOrderParams {
  /** The items of the bill (后付费项目), 1 to 100; they replace those given at creation. */
  readonly post_payments: readonly PaymentParams[];
  /** Σ `post_payments` − Σ `post_discounts` in fen, 0 or more (总金额). */
  readonly total_amount: number | bigint;
  /** The merchant's number of the order. */
  readonly out_order_no?: string | undefined;
  /** The service; default from the merchant. */
  readonly service_id?: string | undefined;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string | undefined;
  /** The channel partner's number; default from the merchant. */
  readonly channel_id?: string | undefined;
  /** Discounts (商户优惠), at most 30, each with its amount; they replace those given at creation. */
  readonly post_discounts?: readonly ServiceOrderCouponParams[] | undefined;
  /** When the service was used; `end_time` is needed if creation did not give it. */
  readonly time_range?: TimeRangeParams | undefined;
  /** Where the service was used. */
  readonly location?: LocationParams | undefined;
  /** When it was completed, RFC 3339 with a zone (完结时间). */
  readonly complete_time?: string | Date | undefined;
  /** The order it is about, or its reference: fills the identity that is not given here, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
  /** Members that Payscore does not know, sent as given. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
 * number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
 * meanwhile.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
 */
export interface RegisterDeductInfoParams {
  /**
   * The deduction number (扣款单号), made by the merchant: 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. The withholding
   * at the clearing house must carry the same.
   */
  readonly out_trade_no: string;
  /** The merchant's number of the order. */
  readonly out_order_no?: string | undefined;
  /** The service; default from the merchant. */
  readonly service_id?: string | undefined;
  /** The institution's AppID, as at creation; default from the merchant. */
  readonly appid?: string | undefined;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string | undefined;
  /** The sub-merchant's AppID. */
  readonly sub_appid?: string | undefined;
  /** The channel partner's number; default from the merchant. */
  readonly channel_id?: string | undefined;
  /** The order it is about, or its reference: fills the identity that is not given here, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
  /** Members that Payscore does not know, sent as given. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
 * order for that.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
 */
export interface QueryDeductionParams {
  /** The service; default from the merchant. */
  readonly service_id?: string | undefined;
  /** The institution's AppID; default from the merchant. */
  readonly appid?: string | undefined;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string | undefined;
  /** The sub-merchant's AppID. */
  readonly sub_appid?: string | undefined;
  /** The channel partner's number; default from the merchant. */
  readonly channel_id?: string | undefined;
  /** The merchant's number of the order. */
  readonly out_order_no?: string | undefined;
  /** The order it is about, or its reference: fills the identity that is not given here, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
  /** Members that Payscore does not know, sent as given. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The jump that lets the user confirm an order (调起支付分-确认订单).
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
 */
export interface LaunchConfirmParams {
  /** From the reply to `create_order`, valid for one hour. */
  readonly package: string;
}

/**
 * A text that is none of the known event types. Declared as an enumeration because only then a comparison of `event_type`
 * with a known one tells the events apart.
 */
export declare enum UnknownEventType {
  any = "any other",
}

/** A verified callback. Branch on `event_type`; what this version does not know is `Unknown`. */
export type Event = UserConfirmed | UserPaid | Unknown;
