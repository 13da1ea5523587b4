// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import type { Ack } from "../ack.js";

export type { Ack };

/**
 * The order's state. It says little by itself. Use `phase`.
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
 * More about the state. Meaningful only while the state is `DOING`.
 *
 * - `USER_CONFIRM`: 用户确认: the user has confirmed, and the service is being used.
 * - `MCH_COMPLETE`: 商户完结: the order is completed, and the money is still to be collected.
 *
 * Other values pass as they are.
 */
export type StateDescription = "USER_CONFIRM" | "MCH_COMPLETE" | (string & {});

/**
 * The state of the collection.
 *
 * - `USER_PAYING`: 待支付: to be paid.
 * - `USER_PAID`: 已支付: paid.
 *
 * Other values pass as they are.
 */
export type CollectionState = "USER_PAYING" | "USER_PAID" | (string & {});

/**
 * The channel through which the user paid.
 *
 * - `NEWTON`: WeChat Pay Score.
 * - `MCH`: The merchant's own channel, as `sync_order` reported it.
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
 * The kind of place to which the order's page links.
 *
 * - `JUMP_LINK_MINI_PROGRAM`: A page of a mini program.
 *
 * Other values pass as they are.
 */
export type JumpLinkType = "JUMP_LINK_MINI_PROGRAM" | (string & {});

/**
 * Where an order stands, judged from `state`, `state_description` and `collection.state` together.
 *
 * - `created`: Waiting for the user to confirm.
 * - `in_service`: Confirmed: the service may be rendered.
 * - `awaiting_payment`: Completed. The money is still to be collected, which WeChat Pay does not do by itself.
 * - `paid`: Paid through WeChat Pay Score. Final.
 * - `paid_elsewhere`: Paid through another channel, as `sync_order` reported it. Final.
 * - `nothing_to_pay`: Completed, and there was nothing to pay.
 * - `payment_not_shown`: `DONE`, but WeChat Pay does not show whether or how it was paid. Final: do not wait for more,
 *   and compare with the clearing house's records.
 * - `revoked`: Cancelled by the merchant. Final.
 * - `expired`: Not confirmed within 30 days. Final.
 * - `unrecognised`: A value that is new, or a combination that is impossible. Query again, and do not act on it.
 *
 * Other values pass as they are.
 */
export type Phase =
  | "created"
  | "in_service"
  | "awaiting_payment"
  | "paid"
  | "paid_elsewhere"
  | "nothing_to_pay"
  | "payment_not_shown"
  | "revoked"
  | "expired"
  | "unrecognised"
  | (string & {});

/**
 * The state of an authorisation.
 *
 * - `UNAVAILABLE`: 用户未授权服务: the user has not authorised the service, or has withdrawn it.
 * - `AVAILABLE`: 用户已授权服务: the user has authorised the service. Orders may be created.
 * - `UNBINDUSER`: 未绑定用户: no user has used the token yet.
 *
 * Other values pass as they are.
 */
export type AuthorizationState = "UNAVAILABLE" | "AVAILABLE" | "UNBINDUSER" | (string & {});

/**
 * How a deduction number stands, and the withholding under it at the clearing house, as far as the merchant knows.
 *
 * - `registering`: Stored, and perhaps registered: the registration is about to be sent, or its answer is not known.
 *   Store a number with this standing before it is registered.
 * - `not_sent`: Registered at `registered_at`; nothing was submitted under this number. Without `registered_at` it
 *   counts as `registering`.
 * - `unknown`: Submitted, and no final result is known: the money may have moved.
 * - `failed`: The clearing house reported that it failed.
 * - `closed`: Closed at the clearing house.
 * - `paid`: The clearing house reported that it was paid.
 *
 * Other values pass as they are.
 */
export type DeductionStanding = "registering" | "not_sent" | "unknown" | "failed" | "closed" | "paid" | (string & {});

/**
 * What to do next.
 *
 * - `create_order`: Repeat the identical creation for a fresh package.
 * - `confirm_in_wechat`: Let the user confirm in WeChat (the jump), wait for the callback, query.
 * - `complete_order`: Render the service, then complete the order.
 * - `register_deduct_info`: Store a new deduction number, then register it.
 * - `query_deduction`: Find out whether the stored number is registered: query the deduction, or send the stored,
 *   identical registration again.
 * - `withhold`: Withhold at the clearing house under the registered number.
 * - `ask_clearing_house`: Ask the clearing house how the withholding stands, then query the order.
 * - `query_order`: Query the order.
 * - `nothing`: Nothing.
 *
 * Other values pass as they are.
 */
export type NextAction =
  | "create_order"
  | "confirm_in_wechat"
  | "complete_order"
  | "register_deduct_info"
  | "query_deduction"
  | "withhold"
  | "ask_clearing_house"
  | "query_order"
  | "nothing"
  | (string & {});

/**
 * Which of two readings of an order is the later one.
 *
 * - `first`: The first one: go on with it, and drop the second.
 * - `second`: The second one: go on with it.
 * - `same`: They show the same: either serves.
 * - `query`: It cannot be known: query the order, and go on with the answer.
 *
 * Other values pass as they are.
 */
export type Later = "first" | "second" | "same" | "query" | (string & {});

/**
 * Whether a call whose answer was lost took effect.
 *
 * - `happened`: It took effect.
 * - `did_not_happen`: It did not take effect.
 * - `ask_again_later`: It is not known yet.
 *
 * Other values pass as they are.
 */
export type Verdict = "happened" | "did_not_happen" | "ask_again_later" | (string & {});

/**
 * The source of a rule. It decides whether a breach refuses the call or is advice.
 *
 * - `official`: A page of WeChat Pay for this mode, or the general rules of APIv3.
 * - `sibling`: A page of a sibling product. Very probably it holds here as well.
 * - `inferred`: A conclusion from official facts.
 * - `clock`: A rule that depends on WeChat Pay's clock.
 *
 * Other values pass as they are.
 */
export type Evidence = "official" | "sibling" | "inferred" | "clock" | (string & {});

/**
 * What `sync_order` reports about an order.
 *
 * - `Order_Paid`: 收款成功通知: the user paid through another channel.
 *
 * Other values pass as they are.
 */
export type SyncType = "Order_Paid" | (string & {});

/**
 * Whether and how to try again.
 *
 * - `never`: Do not try again unless something changes.
 * - `same_request`: Repeat the identical request under the same number, freshly signed.
 * - `query_first`: Query before anything else.
 * - `after_delay`: Try again later, with growing pauses.
 */
export type Retry = "never" | "same_request" | "query_first" | "after_delay";

/**
 * What is known of the effect of a call.
 *
 * - `not_sent`: The request was never sent. Nothing happened.
 * - `refused`: WeChat Pay refused it. Nothing happened.
 * - `unknown`: It may have happened. Query, or repeat the identical request; never start anew under a new number.
 * - `none`: The call changes nothing, or there was no call.
 */
export type Outcome = "not_sent" | "refused" | "unknown" | "none";

/**
 * How a service works (服务模式): a property of the service, fixed with WeChat Pay when the permission is granted.
 *
 * - `waive_first`: 先免模式: the risk fund is waived when the user passes; `DEPOSIT`, `ADVANCE` or `CASH_DEPOSIT`.
 * - `enjoy_first`: 先享模式: serve first, pay after; `ESTIMATE_ORDER_COST`.
 * - `no_confirmation`: 免确认订单模式: the user authorises once and confirms no single order; `ESTIMATE_ORDER_COST`.
 */
export type ServiceMode = "waive_first" | "enjoy_first" | "no_confirmation";

/** Goods that a coupon was for. */
export interface GoodsDetail {
  /** The goods' number. */
  readonly goods_id?: string;
  /** The quantity. */
  readonly quantity?: number;
  /** The price of one, in fen. */
  readonly unit_price?: number;
  /** The discount, in fen. */
  readonly discount_amount?: number;
  /** A remark. */
  readonly goods_remark?: string;
}

/** A coupon that took part in a payment. */
export interface PromotionDetail {
  /** The coupon's number. */
  readonly coupon_id?: string;
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
  /** The goods that it was for. */
  readonly goods_detail?: readonly GoodsDetail[];
}

/** One collection of money. */
export interface CollectionDetail {
  /** Its number in the list, from 1. */
  readonly seq?: number;
  /** The amount, in fen. */
  readonly amount?: number;
  /** The channel. */
  readonly paid_type?: PaidType;
  /** When it was paid: `yyyyMMddHHmmss` in Beijing time. */
  readonly paid_time?: string;
  /** WeChat Pay's transaction number, once it is paid through WeChat Pay Score. */
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
  /** The state of the collection. */
  readonly state?: CollectionState;
  /** The total, in fen: Σ payments − Σ discounts. */
  readonly total_amount?: number;
  /** The amount still to be paid, in fen. */
  readonly paying_amount?: number;
  /** The amount already paid, in fen. */
  readonly paid_amount?: number;
  /** The single collections. */
  readonly details?: readonly CollectionDetail[];
}

/**
 * One item of the bill (后付费项目). The items of the completion replace those of the creation.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
export interface Payment {
  /** The name (付费名称), at most 20 characters. Follow the conventions of your industry. */
  readonly name?: string;
  /** The cost of the item as a whole (付费金额), in fen, 0 or more. `count` does not multiply it. */
  readonly amount?: number;
  /** How it is calculated (付费说明), at most 30 characters, such as `每小时2元`. */
  readonly description?: string;
  /** The quantity (付费数量), 1 to 100. By default 1. */
  readonly count?: number;
}

/**
 * A discount of the merchant (商户优惠). The discounts of the completion replace those of the creation.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
export interface ServiceOrderCoupon {
  /** The name (优惠名称), at most 20 characters. It may occur only once in an order. */
  readonly name?: string;
  /** The terms (优惠说明), at most 30 characters. */
  readonly description?: string;
  /** The discount (优惠金额) in fen. Optional at creation, required at completion. */
  readonly amount?: number;
  /** The quantity (优惠数量), 1 to 100. By default 1. */
  readonly count?: number;
}

/**
 * The risk fund of the service (服务风险金).
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
export interface RiskFund {
  /** The kind of risk fund. In callbacks it may be Chinese text. */
  readonly name?: RiskFundName;
  /** The amount in fen, from 1 to the ceiling of the service. */
  readonly amount?: number;
  /** An explanation, at most 30 characters. */
  readonly description?: string;
}

/**
 * When the service is used (服务时间段), in Beijing time.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
export interface TimeRange {
  /**
   * When it begins: `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept` for the moment when the user confirms. Required at
   * creation.
   */
  readonly start_time?: string;
  /** A remark on the beginning, at most 20 characters. */
  readonly start_time_remark?: string;
  /** When it ends: `yyyyMMddHHmmss` or `yyyyMMdd`. Required at completion if the creation did not name it. */
  readonly end_time?: string;
  /** A remark on the end, at most 20 characters. */
  readonly end_time_remark?: string;
}

/** Where the service is used (服务位置). */
export interface Location {
  /** Where it begins, at most 50 characters. */
  readonly start_location?: string;
  /** Where it ends, at most 50 characters. */
  readonly end_location?: string;
}

/** The link on the order's page. WeChat Pay documents no lengths. */
export interface JumpLink {
  /** The kind of place. */
  readonly jump_link_type?: JumpLinkType;
  /** The mini program's AppID. */
  readonly appid?: string;
  /** The page of the mini program. */
  readonly path?: string;
}

/** Goods that the user bought. WeChat Pay documents no lengths. */
export interface ShoppingGoods {
  /** The name. */
  readonly name?: string;
  /** The address of a picture. */
  readonly picture?: string;
  /** The price, in fen. */
  readonly amount?: number;
  /** The quantity. */
  readonly count?: number;
  /** The categories. */
  readonly category_id?: readonly string[];
}

/** The goods and their seller. */
export interface ShoppingInfo {
  /** The AppID of the real seller. */
  readonly real_merchant_appid?: string;
  /** The link on the order's page. */
  readonly jump_link?: JumpLink;
  /** The goods. */
  readonly goods?: readonly ShoppingGoods[];
}

/** The identity of an order. Store it, and pass it to every later call in place of the single members. */
export interface OrderRef {
  /** The merchant's order number (商户服务订单号). */
  readonly out_order_no: string;
  /** The institution's merchant number. A call by another institution about this order is refused. */
  readonly mchid?: string;
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

/** A member that WeChat Pay sent and that could not be read as promised. It is absent here, and stands in `raw`. */
export interface Unread {
  /**
   * The place: an RFC 6901 JSON pointer into `raw`, such as `/collection/state`. If there are more than 32, the last
   * entry counts the rest, with an empty pointer.
   */
  readonly pointer: string;
  /** What stands there: its type, and the beginning of a text or number. One line, for people. */
  readonly found: string;
}

/**
 * A service order (支付分服务订单). It was verified before it was read.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
 */
export interface Order {
  /** The merchant's order number (商户服务订单号). */
  readonly out_order_no: string;
  /** The service. */
  readonly service_id: string;
  /** The institution's merchant number. */
  readonly mchid: string;
  /** The state. Look at `phase` first. */
  readonly state: OrderState;
  /** More about the state. Meaningful only while the state is `DOING`. */
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
  /** The service as the user sees it (服务信息). */
  readonly service_introduction?: string;
  /** The amount to be paid, in fen. Present after completion. */
  readonly total_amount?: number;
  /** Whether there is money to collect. */
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
  /** The user's OpenID under the institution's AppID. */
  readonly openid?: string;
  /** The user's OpenID under the sub-merchant's AppID. */
  readonly sub_openid?: string;
  /** The merchant's own data, as it was sent at creation. */
  readonly attach?: string;
  /** Where callbacks go. */
  readonly notify_url?: string;
  /**
   * The package for the jump in which the user confirms. Present only in the answer to `create_order`, and valid for
   * one hour. Repeat the identical creation to get a fresh one.
   */
  readonly package?: string;
  /** The goods and their seller, for pay-on-delivery orders. */
  readonly shopping_info?: ShoppingInfo;
  /** Where the order stands. */
  readonly phase: Phase;
  /** The identity of this order. Store it, and pass it to every later call. */
  readonly order_ref: OrderRef;
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The verified text, as received. */
  readonly raw: string;
  /** `Request-ID` of the answer or callback. */
  readonly request_id?: string;
}

/** The order is cancelled. */
export interface OrderCancelled {
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The verified text as received; usually empty. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** The order is completed. Nobody has been charged yet. */
export interface OrderCompleted {
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The verified text as received; usually empty. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** The amount is lowered. */
export interface OrderModified {
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The verified text as received; usually empty. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** WeChat Pay knows that the order was paid elsewhere. */
export interface OrderSynced {
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The verified text as received; usually empty. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** The number is registered for 24 hours and one withholding. */
export interface DeductionRegistered {
  /** The description of what is sold (商品描述). Pass it to the clearing house. */
  readonly description?: string;
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The verified text, as received. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** The registered deduction number. If there were several, it is the latest. */
export interface DeductionInfo {
  /** The deduction number. */
  readonly out_trade_no: string;
  /** The description of what is sold (商品描述). */
  readonly description?: string;
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The order of the call. WeChat Pay's answer does not name it. */
  readonly order_ref?: OrderRef;
  /** The verified text, as received. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** The authorisation is prepared. The user has not agreed yet. */
export interface PermissionsApplied {
  /** For the jump into the authorisation view (预授权token), valid for one hour. */
  readonly apply_permissions_token?: string;
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The verified text, as received. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** A user's authorisation of a service (授权记录). */
export interface Permissions {
  /** The service. */
  readonly service_id: string;
  /** The institution's merchant number. */
  readonly mchid: string;
  /** The state of the authorisation. */
  readonly authorization_state: AuthorizationState;
  /** The institution's AppID. */
  readonly appid?: string;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string;
  /** The sub-merchant's AppID. */
  readonly sub_appid?: string;
  /** The channel partner's number. */
  readonly channel_id?: string;
  /** The user under the institution's AppID. */
  readonly openid?: string;
  /** The user under the sub-merchant's AppID. */
  readonly sub_openid?: string;
  /** The merchant's authorisation number (授权协议号). */
  readonly authorization_code?: string;
  /** Where its callbacks go. */
  readonly notify_url?: string;
  /** When the user withdrew it, in RFC 3339, with or without milliseconds. */
  readonly cancel_authorization_time?: string;
  /** When the user last authorised it, in RFC 3339, with or without milliseconds. */
  readonly authorization_success_time?: string;
  /** A label of the user; not proven for this mode. */
  readonly user_label?: string;
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The verified text, as received. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** The authorisation is ended. */
export interface PermissionsTerminated {
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The verified text as received; usually empty. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/**
 * A platform certificate, opened. It is trusted because it was sealed under the APIv3 key; its chain is not checked.
 * For additional assurance, compare `issuer`, or check the chain with `openssl verify` against WeChat Pay's
 * CertTrustChain.p7b.
 */
export interface PlatformCertificate {
  /** Its serial, in upper-case hexadecimal. */
  readonly serial_no: string;
  /** The certificate in PEM, for `certificates` of a new merchant. */
  readonly certificate: string;
  /** The beginning of its validity, in Unix seconds. */
  readonly not_before: number;
  /** The end of its validity, in Unix seconds. */
  readonly not_after: number;
  /** The issuer, in RFC 4514. */
  readonly issuer: string;
}

/** A listed certificate that is not trusted. */
export interface CertificateLeftOut {
  /**
   * The stable code: `decryption.key`, `decryption.algorithm` (国密), `decryption.shape`, or `verification.certificate`.
   */
  readonly code: string;
  /** The reason, for people. */
  readonly why: string;
  /** The serial that the list names. */
  readonly serial_no?: string;
}

/** WeChat Pay's platform certificates that are in use. Also keep those that you trusted before, until they expire. */
export interface PlatformCertificates {
  /** The certificates. */
  readonly data: readonly PlatformCertificate[];
  /**
   * The listed certificates that are not trusted, each with the reason. Absent if there are none. Raise an alarm if an
   * APIv3 key opens only some of them, or if one has expired.
   */
  readonly left_out?: readonly CertificateLeftOut[];
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The verified text as received, with the certificates still sealed. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** The text that came back. */
export interface SecurityEchoed {
  /** The text. */
  readonly echo_message?: string;
  /**
   * The text that WeChat Pay opened, sealed to the merchant's certificate. `open_sensitive` opens it. This is not
   * proven.
   */
  readonly encrypted_echo_message?: string;
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The verified text, as received. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** A verified answer for which Payscore has no type. */
export interface RawReply {
  /** The HTTP status, 200 to 299. */
  readonly status: number;
  /** Whether the request is still being processed (202). Then repeat the identical request later. */
  readonly pending: boolean;
  /** The body as JSON. Absent if there is none, or if it is not JSON. */
  readonly body?: any;
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** The verified text, as received. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/** A file whose hash was checked. */
export interface Downloaded {
  /** The file. */
  readonly content: Uint8Array<ArrayBuffer>;
  /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
  readonly unread: readonly Unread[];
  /** Always empty. The file is in `content`. */
  readonly raw: string;
  /** `Request-ID` of the answer. */
  readonly request_id?: string;
}

/**
 * The user confirmed the order in WeChat (确认订单回调): the service may be rendered. A callback may come late, after the
 * order has moved on: compare `order` with what you know by `later_reading` before you act on it.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090709>
 */
export interface UserConfirmed {
  /** Unique per notification. */
  readonly id: string;
  /** What happened: WeChat Pay's word for it, or `order_unclear`. */
  readonly event_type: "PAYSCORE.USER_CONFIRM";
  /** The order. */
  readonly order: Order;
  /**
   * How to answer, once the event is stored durably.
   *
   * It is part neither of the JSON nor of a copy.
   */
  readonly ack: Ack;
  /**
   * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
   * change.
   */
  readonly deduplication_key: string;
  /** The opened text as received. */
  readonly raw: string;
  /** When the notification was made, RFC 3339. */
  readonly create_time?: string;
  /** A text for people. */
  readonly summary?: string;
  /** `Request-ID` of the callback. */
  readonly request_id?: string;
  /**
   * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
   * sealed content, `create_time` and `summary` can be among them.
   */
  readonly unread: readonly Unread[];
}

/**
 * The order was paid (支付成功回调). Documented for payments that the user started; always query after a withholding. A
 * callback may come late: compare `order` with what you know by `later_reading` before you act on it.
 *
 * Source:
 * <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/paysuccess-callback.html>
 */
export interface UserPaid {
  /** Unique per notification. */
  readonly id: string;
  /** What happened: WeChat Pay's word for it, or `order_unclear`. */
  readonly event_type: "PAYSCORE.USER_PAID";
  /** The order. */
  readonly order: Order;
  /** The number under which it was paid; empty when WeChat Pay did not say. */
  readonly out_trade_no: string;
  /**
   * How to answer, once the event is stored durably.
   *
   * It is part neither of the JSON nor of a copy.
   */
  readonly ack: Ack;
  /**
   * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
   * change.
   */
  readonly deduplication_key: string;
  /** The opened text as received. */
  readonly raw: string;
  /** When the notification was made, RFC 3339. */
  readonly create_time?: string;
  /** A text for people. */
  readonly summary?: string;
  /** `Request-ID` of the callback. */
  readonly request_id?: string;
  /**
   * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
   * sealed content, `create_time` and `summary` can be among them.
   */
  readonly unread: readonly Unread[];
}

/**
 * An event about an order that says neither what its name promises nor its contrary: WeChat Pay uses a value that this
 * version does not know, or a member that cannot be read. Store it, acknowledge it, and query the order; act on what
 * the query says, never on `reported_event_type`.
 */
export interface OrderUnclear {
  /** Unique per notification. */
  readonly id: string;
  /** What happened: WeChat Pay's word for it, or `order_unclear`. */
  readonly event_type: "order_unclear";
  /** What WeChat Pay calls it: `PAYSCORE.USER_CONFIRM` or `PAYSCORE.USER_PAID`. */
  readonly reported_event_type: string;
  /** The order, as far as it could be read. */
  readonly order: Order;
  /**
   * How to answer, once the event is stored durably.
   *
   * It is part neither of the JSON nor of a copy.
   */
  readonly ack: Ack;
  /**
   * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
   * change.
   */
  readonly deduplication_key: string;
  /** The opened text as received. */
  readonly raw: string;
  /** When the notification was made, RFC 3339. */
  readonly create_time?: string;
  /** A text for people. */
  readonly summary?: string;
  /** `Request-ID` of the callback. */
  readonly request_id?: string;
  /** The number under which it was paid, if it says so. */
  readonly out_trade_no?: string;
  /**
   * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
   * sealed content, `create_time` and `summary` can be among them.
   */
  readonly unread: readonly Unread[];
}

/**
 * What a unified order at the clearing house must carry, as WeChat Pay asks.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
 */
export interface PrepayRequest {
  /** Device, such as `WEB`. */
  readonly device_info?: string;
  /** Random text: copy it as it is. */
  readonly nonce_str?: string;
  /** What is sold. */
  readonly body?: string;
  /** The merchant's own data. */
  readonly attach?: string;
  /** `CNY`. */
  readonly fee_type?: string;
  /** When the payment begins, `yyyyMMddHHmmss` in Beijing time. */
  readonly time_start?: string;
  /** When it lapses, `yyyyMMddHHmmss` in Beijing time. */
  readonly time_expire?: string;
  /** A mark for discounts. */
  readonly goods_tag?: string;
  /** Where WeChat Pay's side takes the result: pass it through. */
  readonly notify_url?: string;
  /** `JSAPI`, `NATIVE` or `App`. */
  readonly trade_type?: string;
  /** `no_credit`. */
  readonly limit_pay?: string;
  /** Whether an electronic receipt is offered. */
  readonly need_receipt?: boolean;
}

/**
 * In WeChat's list the user asks to pay a completed order at once (商户预下单回调). Place a unified order (统一下单) at the
 * clearing house with the values of `prepay_req_body`, and answer before `answer_before`. It has no ready
 * acknowledgement: build it from the clearing house's answer with `acknowledge_prepay`, store it, and give a repeated
 * notification the same stored one.
 *
 * Refuse it while a deduction number is in force or its withholding is unknown: both would charge the user.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
 */
export interface MchPrepay {
  /** Unique per notification. */
  readonly id: string;
  /** What happened: WeChat Pay's word for it, or `order_unclear`. */
  readonly event_type: "PAYSCORE.MCH_PREPAY";
  /** The identity of the order. */
  readonly order_ref: OrderRef;
  /** What is to be paid, in fen. */
  readonly total_amount: number;
  /**
   * What must be copied into the members of the same names of the unified order; the others are yours to fill. What
   * `unread` names of it is missing here: copy it from `raw`, or refuse.
   */
  readonly prepay_req_body: PrepayRequest;
  /** The answer must be given before this moment, in Unix seconds: 5 seconds after the callback was received. */
  readonly answer_before: number;
  /**
   * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
   * change.
   */
  readonly deduplication_key: string;
  /** The opened text as received. */
  readonly raw: string;
  /** When the notification was made, RFC 3339. */
  readonly create_time?: string;
  /** A text for people. */
  readonly summary?: string;
  /** `Request-ID` of the callback. */
  readonly request_id?: string;
  /**
   * Always absent: the answer is made with `acknowledge_prepay`. As long as you have none, and when you refuse, answer
   * with the status 500; WeChat Pay then sends it again.
   *
   * It is part neither of the JSON nor of a copy. When it is absent, answer 500: then the callback comes again.
   */
  readonly ack?: Ack;
  /** The user under the institution's AppID. */
  readonly openid?: string;
  /** The user under the sub-merchant's AppID. */
  readonly sub_openid?: string;
  /**
   * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
   * sealed content, `create_time` and `summary` can be among them.
   */
  readonly unread: readonly Unread[];
}

/**
 * A user's authorisation of a service, as a callback tells it. `mch_id` and `sub_mch_id`, as one sample has them, are
 * read as `mchid` and `sub_mchid`.
 */
export interface ServiceAuthorization {
  /** The service. */
  readonly service_id: string;
  /** The merchant's authorisation number (授权协议号). */
  readonly authorization_code: string;
  /** When it was opened or closed, `yyyyMMddHHmmss` in Beijing time. */
  readonly openorclose_time?: string;
  /** The institution's AppID. */
  readonly appid?: string;
  /** The institution's merchant number. */
  readonly mchid?: string;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string;
  /** The sub-merchant's AppID. */
  readonly sub_appid?: string;
  /** The channel partner's number. */
  readonly channel_id?: string;
  /** The user under the institution's AppID. */
  readonly openid?: string;
  /** The user under the sub-merchant's AppID. */
  readonly sub_openid?: string;
  /** `USER_OPEN_SERVICE` or `USER_CLOSE_SERVICE`. */
  readonly user_service_status?: string;
  /** The number of the request; not for this kind of authorisation. */
  readonly out_request_no?: string;
}

/**
 * The user authorised a service (开启授权服务回调, 免确认 only): orders may be created.
 *
 * Source:
 * <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-auth/auth-order-callback.html>
 */
export interface UserOpenedService {
  /** Unique per notification. */
  readonly id: string;
  /** What happened: WeChat Pay's word for it, or `order_unclear`. */
  readonly event_type: "PAYSCORE.USER_OPEN_SERVICE";
  /** The authorisation. */
  readonly service: ServiceAuthorization;
  /**
   * How to answer, once the event is stored durably.
   *
   * It is part neither of the JSON nor of a copy.
   */
  readonly ack: Ack;
  /**
   * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
   * change.
   */
  readonly deduplication_key: string;
  /** The opened text as received. */
  readonly raw: string;
  /** When the notification was made, RFC 3339. */
  readonly create_time?: string;
  /** A text for people. */
  readonly summary?: string;
  /** `Request-ID` of the callback. */
  readonly request_id?: string;
  /**
   * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
   * sealed content, `create_time` and `summary` can be among them.
   */
  readonly unread: readonly Unread[];
}

/**
 * The user's authorisation of a service ended (解除授权服务回调, 免确认 only): no new orders, but money that is owed can still be
 * collected.
 *
 * Source:
 * <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-auth/auth-order-callback.html>
 */
export interface UserClosedService {
  /** Unique per notification. */
  readonly id: string;
  /** What happened: WeChat Pay's word for it, or `order_unclear`. */
  readonly event_type: "PAYSCORE.USER_CLOSE_SERVICE";
  /** The authorisation. */
  readonly service: ServiceAuthorization;
  /**
   * How to answer, once the event is stored durably.
   *
   * It is part neither of the JSON nor of a copy.
   */
  readonly ack: Ack;
  /**
   * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
   * change.
   */
  readonly deduplication_key: string;
  /** The opened text as received. */
  readonly raw: string;
  /** When the notification was made, RFC 3339. */
  readonly create_time?: string;
  /** A text for people. */
  readonly summary?: string;
  /** `Request-ID` of the callback. */
  readonly request_id?: string;
  /**
   * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
   * sealed content, `create_time` and `summary` can be among them.
   */
  readonly unread: readonly Unread[];
}

/** An event that this version does not know; everything is in `raw`. It has no ready acknowledgement. */
export interface Unknown {
  /** Unique per notification. */
  readonly id: string;
  /** What happened: WeChat Pay's word for it, or `order_unclear`. */
  readonly event_type: UnknownEventType;
  /**
   * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
   * change.
   */
  readonly deduplication_key: string;
  /** The opened text as received. */
  readonly raw: string;
  /** When the notification was made, RFC 3339. */
  readonly create_time?: string;
  /** A text for people. */
  readonly summary?: string;
  /** `Request-ID` of the callback. */
  readonly request_id?: string;
  /**
   * Always absent: what this event wants is not known. Answer with the status 500 until your own code stores and
   * understands it (it comes again, for about a day), then with 204.
   *
   * It is part neither of the JSON nor of a copy. When it is absent, answer 500: then the callback comes again.
   */
  readonly ack?: Ack;
  /**
   * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
   * sealed content, `create_time` and `summary` can be among them.
   */
  readonly unread: readonly Unread[];
}

/**
 * The parameters of a jump, one object for each kind of client. What comes back to the client proves nothing: query the
 * order.
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

/**
 * What a client brought back. It appears only if the user taps the return button in WeChat Pay Score's page. It never
 * proves a confirmation: query the order.
 */
export interface LaunchReturn {
  /** Whether it comes from WeChat Pay Score and shows no error. */
  readonly came_back: boolean;
  /** The `query_id` from the confirm page, for `query_order`. A convenience: `out_order_no` serves as well. */
  readonly query_id?: string;
}

/**
 * What the merchant knows of a deduction number. Store it as `registering` before the number is registered, and as
 * `not_sent` with `registered_at` once the registration is known.
 */
export interface Deduction {
  /** The number. */
  readonly out_trade_no: string;
  /** How its withholding stands. */
  readonly standing: DeductionStanding;
  /** When it was registered, in Unix seconds; absent while that is not known. */
  readonly registered_at?: number;
  /**
   * When it was stored, before its registration, in Unix seconds. Store it anew before each time the registration is
   * sent again: the 24 hours may begin with any of them. A number that was stored over 24 hours ago, and under which
   * nothing was submitted, is no longer in force.
   */
  readonly stored_at?: number;
}

/** What to store, and then what to answer, so that the user can pay a pre-order. */
export interface PrepayAcknowledgement {
  /**
   * Store it as the order's deduction before you send `ack`: from then on the user may be paying. While its standing is
   * `unknown`, `lifecycle` refuses to register another number. Query the unified order at the clearing house, or close
   * it there.
   */
  readonly deduction: Deduction;
  /**
   * The answer to the callback. Send the same answer if the notification is repeated.
   *
   * It is part neither of the JSON nor of a copy.
   */
  readonly ack: Ack;
}

/** The merchant's own data, encoded. */
export interface Attach {
  /** The value for `attach`. */
  readonly attach: string;
}

/** Whether to download certificates now. */
export interface CertificatesStep {
  /** Whether it is due now. */
  readonly due: boolean;
  /** Why, or why not yet. */
  readonly why: string;
  /** If it is not due now: when it is, in Unix seconds. */
  readonly not_before?: number;
}

/**
 * What you remember about an order that WeChat Pay does not report, beside its deduction. Moments are in Unix seconds.
 * Missing values are ignored.
 */
export interface Progress {
  /** When the order was created. */
  readonly created_at?: number;
  /** When you last received its `package`. */
  readonly package_at?: number;
  /** When you last queried it. */
  readonly queried_at?: number;
  /** How often you queried it since it last changed. */
  readonly queries?: number;
}

/** Whether an operation is allowed now. */
export interface Permission {
  /** Whether it is. */
  readonly allowed: boolean;
  /** Why, or why not. */
  readonly why: string;
  /** What the operation gives up. */
  readonly forfeits?: string;
  /**
   * Of `register_deduct_info`, while it is not known whether a number is registered: the only number that may be
   * registered, by the stored, identical request.
   */
  readonly out_trade_no?: string;
}

/** The next step of an order. */
export interface NextStep {
  /** What to do. */
  readonly action: NextAction;
  /** Why. */
  readonly why: string;
  /**
   * Not before this moment, in Unix seconds: the pauses between queries grow from 5 seconds to 10 minutes, and a number
   * that is about to lapse must have lapsed.
   */
  readonly not_before?: number;
  /**
   * Not after this moment, in Unix seconds: a package serves for an hour, a deduction number for 24 hours less 5
   * minutes for clocks that differ, and an order waits 30 days for its user.
   */
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

/** Which of two readings of an order is the later one. */
export interface LaterReading {
  /** `first`, `second`, `same`, or `query` where it cannot be known. */
  readonly later: Later;
  /** Why. */
  readonly why: string;
}

/** What became of a call whose answer was lost. */
export interface Settlement {
  /** Whether it took effect. */
  readonly verdict: Verdict;
  /** What to do: `never` (nothing to repeat), `same_request`, `query_first` or `after_delay`. */
  readonly retry: Retry;
  /** The reason. */
  readonly why: string;
  /**
   * The draft that it is about: the SHA-256 of its content, in hexadecimal. `again` takes only a settlement of its own
   * draft.
   */
  readonly draft: string;
  /** What a repeat would give up now. Then `retry` is `never`: a repeat would be a new decision. */
  readonly forfeits?: string;
}

/** One thing that is wrong with a parameter or a setting, or that is probably wrong (`advice`). */
export interface Issue {
  /** The place: an RFC 6901 JSON pointer into the parameters, such as `/post_payments/0/amount`. */
  readonly pointer: string;
  /** The stable code, such as `invalid.length`. */
  readonly code: string;
  /** What is wrong, and the remedy. */
  readonly detail: string;
  /** Whether it is advice. Advice stops nothing unless `validate` is `"strict"`. */
  readonly advice: boolean;
  /** The source of the rule. */
  readonly evidence: Evidence;
}

/**
 * An answer that is an error. Its body may be APIv3's JSON, other JSON, or not JSON at all, such as a gateway's page.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
 */
export interface ErrorAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** Whether WeChat Pay's signature held. If not, the error may come from anything between you and WeChat Pay. */
  readonly verified: boolean;
  /**
   * The body as it arrived, with undecodable bytes replaced. If it is not verified, at most 64 KiB of it. Escape it
   * before you show it.
   */
  readonly body: string;
  /** WeChat Pay's error code, such as `ORDER_NOT_EXIST`. Absent if the body is not its JSON. */
  readonly wechat_code?: string;
  /** WeChat Pay's text for people, as it came. It changes, so never branch on it. Escape it before you show it. */
  readonly wechat_message?: string;
  /** `Request-ID` of the answer. Quote it to WeChat Pay's support. */
  readonly request_id?: string;
  /** The internal number at the end of `Request-ID`. For diagnosis only: never branch on it. */
  readonly request_id_number?: number;
  /** The parameter at fault: a JSON pointer for the body, a name for path and query. */
  readonly field?: string;
  /** What is wrong with the parameter. */
  readonly issue?: string;
  /** Where the parameter stands: `body`, `url`, `query` or `authorization`. */
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
  /** The kind of risk fund. In callbacks it may be Chinese text. */
  readonly name: RiskFundName;
  /** The amount in fen, from 1 to the ceiling of the service. */
  readonly amount: number | bigint;
  /** An explanation, at most 30 characters. */
  readonly description?: string | undefined;
}

/**
 * When the service is used (服务时间段), in Beijing time.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
export interface TimeRangeParams {
  /**
   * When it begins: `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept` for the moment when the user confirms. Required at
   * creation.
   */
  readonly start_time?: string | Date | undefined;
  /** A remark on the beginning, at most 20 characters. */
  readonly start_time_remark?: string | undefined;
  /** When it ends: `yyyyMMddHHmmss` or `yyyyMMdd`. Required at completion if the creation did not name it. */
  readonly end_time?: string | Date | undefined;
  /** A remark on the end, at most 20 characters. */
  readonly end_time_remark?: string | undefined;
}

/**
 * One item of the bill (后付费项目). The items of the completion replace those of the creation.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
export interface PaymentParams {
  /** The name (付费名称), at most 20 characters. Follow the conventions of your industry. */
  readonly name: string;
  /** The cost of the item as a whole (付费金额), in fen, 0 or more. `count` does not multiply it. */
  readonly amount?: number | bigint | undefined;
  /** How it is calculated (付费说明), at most 30 characters, such as `每小时2元`. */
  readonly description?: string | undefined;
  /** The quantity (付费数量), 1 to 100. By default 1. */
  readonly count?: number | bigint | undefined;
}

/**
 * A discount of the merchant (商户优惠). The discounts of the completion replace those of the creation.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
export interface ServiceOrderCouponParams {
  /** The name (优惠名称), at most 20 characters. It may occur only once in an order. */
  readonly name: string;
  /** The terms (优惠说明), at most 30 characters. */
  readonly description?: string | undefined;
  /** The discount (优惠金额) in fen. Optional at creation, required at completion. */
  readonly amount?: number | bigint | undefined;
  /** The quantity (优惠数量), 1 to 100. By default 1. */
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
 * Creates an order (创建订单). An order that the user confirms begins as `CREATED`, and its reply holds the `package` for
 * the jump into WeChat. A package is valid for one hour; the identical call gives a fresh one. After a lost answer,
 * repeat the identical call or query. Never create again under another number.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
export interface CreateOrderParams {
  /** The sub-merchant's number (子商户号). */
  readonly sub_mchid: string;
  /** The merchant's order number (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be unique. */
  readonly out_order_no: string;
  /** What the user sees as the service (服务信息), at most 20 characters. */
  readonly service_introduction: string;
  /** The risk fund (服务风险金). */
  readonly risk_fund: RiskFundParams;
  /** When the service is used (服务时间段). `start_time` is required. */
  readonly time_range: TimeRangeParams;
  /** Where callbacks about this order go (商户回调地址): a complete https address without a query, at most 255 characters. */
  readonly notify_url: string;
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
  /** The institution's AppID. By default, the merchant's `appid`. */
  readonly appid?: string | undefined;
  /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
  readonly channel_id?: string | undefined;
  /** The sub-merchant's AppID. Required with `sub_openid`. */
  readonly sub_appid?: string | undefined;
  /** Items of the bill (后付费项目), at most 100. */
  readonly post_payments?: readonly PaymentParams[] | undefined;
  /** Discounts (商户优惠), at most 30. */
  readonly post_discounts?: readonly ServiceOrderCouponParams[] | undefined;
  /** Where the service is used (服务位置). */
  readonly location?: LocationParams | undefined;
  /** The user's OpenID under `appid`. Without confirmation, exactly one of `openid` and `sub_openid` is required. */
  readonly openid?: string | undefined;
  /** The user's OpenID under `sub_appid`. */
  readonly sub_openid?: string | undefined;
  /** Whether the user confirms each order: true for 需确认, false for 免确认. The service decides it. Always pass it. */
  readonly need_user_confirm?: boolean | undefined;
  /**
   * The merchant's own data (商户数据包). URL-encode it first (`encode_attach`): it is sent unchanged, and may have at most
   * 256 characters.
   */
  readonly attach?: string | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Queries an order (查询订单) by exactly one of `out_order_no` and `query_id`. A client brings the `query_id` back from
 * WeChat.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
 */
export interface QueryOrderParams {
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string | undefined;
  /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
  readonly channel_id?: string | undefined;
  /** The merchant's order number (商户服务订单号). */
  readonly out_order_no?: string | undefined;
  /** The `query_id` that a client brought back from the confirm page, at most 512 characters. */
  readonly query_id?: string | undefined;
  /** The order that the call is about, or its reference. It fills missing members of the identity, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Cancels an order (取消订单), before or after the user confirmed. A completed order can be cancelled while it is unpaid
 * and no deduction number is in force; that gives up the money. After a lost answer, query: someone may have completed
 * the order meanwhile.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
 */
export interface CancelOrderParams {
  /** The reason (取消原因), which the user sees, at most 50 characters. */
  readonly reason: string;
  /** The merchant's order number (商户服务订单号). */
  readonly out_order_no?: string | undefined;
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string | undefined;
  /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
  readonly channel_id?: string | undefined;
  /** The order that the call is about, or its reference. It fills missing members of the identity, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Completes an order (完结订单): the service has ended, and this is the bill. In this mode, completing does **not** charge
 * the user. Register a deduction number, then withhold at the clearing house. After a lost answer, query.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
export interface CompleteOrderParams {
  /** The items of the bill (后付费项目), 1 to 100. They replace the items of the creation. */
  readonly post_payments: readonly PaymentParams[];
  /** The total (总金额) in fen, 0 or more: Σ `post_payments` − Σ `post_discounts`. */
  readonly total_amount: number | bigint;
  /** The merchant's order number (商户服务订单号). */
  readonly out_order_no?: string | undefined;
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string | undefined;
  /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
  readonly channel_id?: string | undefined;
  /** Discounts (商户优惠), at most 30, each with its amount. They replace the discounts of the creation. */
  readonly post_discounts?: readonly ServiceOrderCouponParams[] | undefined;
  /** When the service was used. `end_time` is required if the creation did not name it. */
  readonly time_range?: TimeRangeParams | undefined;
  /** Where the service was used. */
  readonly location?: LocationParams | undefined;
  /** When the order was completed (完结时间), in RFC 3339 with a zone. */
  readonly complete_time?: string | Date | undefined;
  /** The order that the call is about, or its reference. It fills missing members of the identity, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Lowers the amount of a completed, unpaid order (修改订单金额). WeChat Pay refuses it while a deduction number is in force.
 * It is not proven for this mode that the amount can be lowered more than once. After payment, refund the difference at
 * the clearing house instead. After a lost answer, query.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
 */
export interface ModifyOrderParams {
  /** The items of the bill (后付费项目), 1 to 100. They replace the earlier items. */
  readonly post_payments: readonly PaymentParams[];
  /** The new total (总金额) in fen, from 0 to the present total: Σ `post_payments` − Σ `post_discounts`. */
  readonly total_amount: number | bigint;
  /** The reason (修改原因), at most 50 characters. */
  readonly reason: string;
  /** The merchant's order number (商户服务订单号). */
  readonly out_order_no?: string | undefined;
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string | undefined;
  /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
  readonly channel_id?: string | undefined;
  /** Discounts (商户优惠), at most 30, each with its amount. They replace the earlier discounts. */
  readonly post_discounts?: readonly ServiceOrderCouponParams[] | undefined;
  /** The order that the call is about, or its reference. It fills missing members of the identity, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** How the user paid through another channel. */
export interface SyncDetailParams {
  /** When the user paid (收款成功时间): `yyyyMMddHHmmss`, or `yyyyMMdd` for the first second of a day, in Beijing time. */
  readonly paid_time: string | Date;
}

/**
 * Reports that the user paid a completed order through another channel (同步订单信息). The order becomes `DONE`, paid
 * elsewhere. WeChat Pay refuses it while a deduction number is in force. If the user pays twice after all, refund one
 * payment. After a lost answer, query.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
 */
export interface SyncOrderParams {
  /** What is reported (场景类型): `Order_Paid`. */
  readonly type: SyncType;
  /** The details (内容信息详情). */
  readonly detail: SyncDetailParams;
  /** The merchant's order number (商户服务订单号). */
  readonly out_order_no?: string | undefined;
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string | undefined;
  /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
  readonly channel_id?: string | undefined;
  /** The order that the call is about, or its reference. It fills missing members of the identity, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Registers a deduction number (登记扣款信息). It is valid for 24 hours, for one entrusted withholding at the clearing house.
 * Store the number before you call. This call moves no money. After a lost answer, call `query_deduction`. Never
 * register a second number meanwhile.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
 */
export interface RegisterDeductInfoParams {
  /**
   * The deduction number (扣款单号), chosen by the merchant: 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. The
   * withholding at the clearing house must carry the same number.
   */
  readonly out_trade_no: string;
  /** The merchant's order number (商户服务订单号). */
  readonly out_order_no?: string | undefined;
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
  /** The institution's AppID, as at creation. By default, the merchant's `appid`. */
  readonly appid?: string | undefined;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string | undefined;
  /** The sub-merchant's AppID. */
  readonly sub_appid?: string | undefined;
  /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
  readonly channel_id?: string | undefined;
  /** The order that the call is about, or its reference. It fills missing members of the identity, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Queries the deduction number that is registered for an order (查询扣款信息). The reply does not show whether the user has
 * paid: query the order for that.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
 */
export interface QueryDeductionParams {
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
  /** The institution's AppID. By default, the merchant's `appid`. */
  readonly appid?: string | undefined;
  /** The sub-merchant's number. */
  readonly sub_mchid?: string | undefined;
  /** The sub-merchant's AppID. */
  readonly sub_appid?: string | undefined;
  /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
  readonly channel_id?: string | undefined;
  /** The merchant's order number (商户服务订单号). */
  readonly out_order_no?: string | undefined;
  /** The order that the call is about, or its reference. It fills missing members of the identity, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Prepares a user's authorisation of a service (从业机构预授权). For services without confirmation (免确认) only. The reply's
 * token leads the user into the authorisation view. The callback, or `query_permissions`, shows whether the user
 * agreed. After a lost answer, repeat the identical request. It is not proven for this mode that this gives a token
 * again.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
 */
export interface ApplyPermissionsParams {
  /** The sub-merchant's number. */
  readonly sub_mchid: string;
  /**
   * The merchant's authorisation number (授权协议号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be unique
   * under the institution's merchant number. Never use it again for another user.
   */
  readonly authorization_code: string;
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
  /** The institution's AppID. By default, the merchant's `appid`. */
  readonly appid?: string | undefined;
  /** The sub-merchant's AppID. */
  readonly sub_appid?: string | undefined;
  /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
  readonly channel_id?: string | undefined;
  /**
   * Where the callbacks USER_OPEN_SERVICE and USER_CLOSE_SERVICE go (商户回调地址): a complete https address without a query,
   * at most 255 characters.
   */
  readonly notify_url?: string | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Queries a user's authorisation (查询授权记录). For services without confirmation (免确认) only.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
 */
export interface QueryPermissionsParams {
  /** The merchant's authorisation number (授权协议号). */
  readonly authorization_code: string;
  /** The sub-merchant's number. */
  readonly sub_mchid: string;
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
  /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
  readonly channel_id?: string | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Ends a user's authorisation of a service (解除授权关系). For services without confirmation (免确认) only. WeChat Pay refuses
 * it while the user has unfinished orders. Their money can still be collected afterwards. After a lost answer, query
 * the authorisation.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
 */
export interface TerminatePermissionsParams {
  /** The merchant's authorisation number (授权协议号). */
  readonly authorization_code: string;
  /** The sub-merchant's number. */
  readonly sub_mchid: string;
  /** The reason (撤销原因), at most 50 characters. */
  readonly reason: string;
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
  /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
  readonly channel_id?: string | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** The link on the order's page. WeChat Pay documents no lengths. */
export interface JumpLinkParams {
  /** The kind of place. */
  readonly jump_link_type?: JumpLinkType | undefined;
  /** The mini program's AppID. */
  readonly appid?: string | undefined;
  /** The page of the mini program. */
  readonly path?: string | undefined;
}

/** Goods that the user bought. WeChat Pay documents no lengths. */
export interface ShoppingGoodsParams {
  /** The name. */
  readonly name: string;
  /** The address of a picture. */
  readonly picture: string;
  /** The price, in fen. */
  readonly amount: number | bigint;
  /** The quantity. */
  readonly count: number | bigint;
  /** The categories. */
  readonly category_id?: readonly string[] | undefined;
}

/** The goods and their seller. */
export interface ShoppingInfoParams {
  /** The AppID of the real seller. */
  readonly real_merchant_appid?: string | undefined;
  /** The link on the order's page. */
  readonly jump_link?: JumpLinkParams | undefined;
  /** The goods. */
  readonly goods?: readonly ShoppingGoodsParams[] | undefined;
}

/**
 * Creates a buy-now-pay-on-delivery order (创建先用后付订单), for e-commerce. It needs a permission of its own. Afterwards use
 * the ordinary order operations; WeChat Pay documents neither this nor the lengths of the fields that only this
 * operation has. After a lost answer, repeat the identical call or query. Never create again under another number.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
 */
export interface CreateDeliveryOrderParams {
  /** The merchant's order number (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be unique. */
  readonly out_order_no: string;
  /** What the user sees as the service (服务信息), at most 20 characters. */
  readonly service_introduction: string;
  /** When the service is used (服务时间段). `start_time` is required. */
  readonly time_range: TimeRangeParams;
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
  /** The institution's AppID. By default, the merchant's `appid`. */
  readonly appid?: string | undefined;
  /** The institution's merchant number. The page lists it, although the `Authorization` header has it already. */
  readonly mchid?: string | undefined;
  /** The sub-merchant's number (子商户号). The page calls it optional. Always pass it. */
  readonly sub_mchid?: string | undefined;
  /** The sub-merchant's AppID. Required with `sub_openid`. */
  readonly sub_appid?: string | undefined;
  /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
  readonly channel_id?: string | undefined;
  /** Items of the bill (后付费项目), at most 100. */
  readonly post_payments?: readonly PaymentParams[] | undefined;
  /** Discounts (商户优惠), at most 30. */
  readonly post_discounts?: readonly ServiceOrderCouponParams[] | undefined;
  /** The risk fund (服务风险金). */
  readonly risk_fund?: RiskFundParams | undefined;
  /** Where the service is used (服务位置). */
  readonly location?: LocationParams | undefined;
  /** The user's OpenID under `appid`. */
  readonly openid?: string | undefined;
  /** The user's OpenID under `sub_appid`. */
  readonly sub_openid?: string | undefined;
  /** Whether the user confirms each order. */
  readonly need_user_confirm?: boolean | undefined;
  /** Where callbacks about this order go (商户回调地址): a complete https address without a query, at most 255 characters. */
  readonly notify_url?: string | undefined;
  /**
   * The merchant's own data (商户数据包). URL-encode it first (`encode_attach`): it is sent unchanged, and may have at most
   * 256 characters.
   */
  readonly attach?: string | undefined;
  /** The goods and their seller (购物信息). */
  readonly shopping_info?: ShoppingInfoParams | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Downloads WeChat Pay's platform certificates (下载平台证书). Only the APIv3 key opens them. The answer is verified with the
 * keys that were trusted before and those that it brings. To trust them, create a new merchant with them in
 * `certificates`. Call it every 12 hours, and when a serial is unknown at most once a minute (`certificates_due`).
 * Merchants that have only a WeChat Pay public key need no certificates; for them it is answered with 404.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
 */
export interface DownloadCertificatesParams {
  /** `RSA`, `SM2` or `ALL`. By default RSA. Payscore does not support 国密 (SM2). */
  readonly algorithm_type?: string | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Tests signing, verifying and sealing without a trade (商户签名验签/加解密测试). With `notify_url`, it tests a callback as well.
 * Seal with the key that the request names in `Wechatpay-Serial`; `seal_sensitive` does.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
 */
export interface SecurityEchoParams {
  /** The text that comes back (回显信息). WeChat Pay documents no length. */
  readonly echo_message: string;
  /** A text that `seal_sensitive` sealed. WeChat Pay opens it. */
  readonly encrypted_echo_message?: string | undefined;
  /** Where the callback goes (商户回调地址). Without it there is no callback. */
  readonly notify_url?: string | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Calls any APIv3 endpoint for which Payscore has no type. The request is signed and its answer verified, like every
 * other. Payscore does not know what its error codes and a lost answer mean: query before anything else.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
 */
export interface RawRequestParams {
  /** `GET`, `POST`, `PUT`, `PATCH` or `DELETE`. */
  readonly method: string;
  /** The path without a query, such as `/v3/certificates`. Parts that are already percent-encoded stay unchanged. */
  readonly path: string;
  /** The query, from names to texts, in this order. Payscore encodes it. */
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** The body. It is sent as compact JSON, with its members in the same order. */
  readonly body?: unknown | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Uploads a file (图片/视频上传) to an endpoint that takes one. Only the file's description is signed. It holds the file's
 * SHA-256.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
 */
export interface UploadParams {
  /** The path of the endpoint, such as `/v3/merchant/media/upload`. */
  readonly path: string;
  /** The file's name, without quotes and line breaks. */
  readonly filename: string;
  /** The file's type, such as `image/png`. */
  readonly content_type: string;
  /** The file's bytes. */
  readonly file: Uint8Array | ArrayBuffer;
  /** Further members of the description, besides `filename` and `sha256`. */
  readonly meta?: unknown | undefined;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Downloads a file (账单下载 and the like). An earlier, signed answer named its address and its hash. The file itself is
 * not signed: it is checked by the hash, over the bytes as they came. WeChat Pay's hash is that of the uncompressed
 * file, so request it uncompressed.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
 */
export interface DownloadParams {
  /** The address, unchanged from the signed answer. Valid for 5 minutes. */
  readonly download_url: string;
  /** `SHA1` or `SHA256`. */
  readonly hash_type: string;
  /** The hash in hexadecimal. */
  readonly hash_value: string;
  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The jump in which the user confirms an order (调起支付分-确认订单).
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
 */
export interface LaunchConfirmParams {
  /** The `package` of the reply to `create_order`. Valid for one hour. */
  readonly package: string;
}

/**
 * The older, signed form of the jump in which the user confirms an order. Use it only where the form with the package
 * alone is refused. It is not proven that WeChat still accepts it. It needs the APIv2 key.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012155293>
 */
export interface LaunchConfirmSignedParams {
  /** The `package` of the reply to `create_order`. Valid for one hour. */
  readonly package: string;
}

/**
 * The jump in which the user authorises a service without confirmation (调起支付分-授权服务).
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015271651>
 */
export interface LaunchAuthoriseParams {
  /** The token of the reply to `apply_permissions`. Valid for one hour. */
  readonly apply_permissions_token: string;
}

/**
 * The jump that shows an order to the user (调起支付分-订单详情). It is signed with the APIv2 key: make a fresh one for each
 * jump, on the server. It is concluded, not proven, that its `mch_id` is the institution's number.
 *
 * Source:
 * <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/miniprogram-calls-order-details.html>
 */
export interface LaunchDetailParams {
  /** The merchant's order number (商户服务订单号). */
  readonly out_order_no: string;
  /** The service (服务ID). By default, the merchant's `service_id`. */
  readonly service_id?: string | undefined;
}

/**
 * Reads what a client received when the user came back from WeChat Pay Score (返回): the options of `App.onShow` in a
 * mini program, the result of `wx.invoke` in a page, or the response of the app's SDK.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
 */
export interface ReadLaunchReturnParams {
  /** The object, as the client received it. */
  readonly returned: unknown;
}

/**
 * What the merchant knows of a deduction number. Store it as `registering` before the number is registered, and as
 * `not_sent` with `registered_at` once the registration is known.
 */
export interface DeductionParams {
  /** The number. */
  readonly out_trade_no: string;
  /** How its withholding stands. */
  readonly standing: DeductionStanding;
  /** When it was registered, in Unix seconds; absent while that is not known. */
  readonly registered_at?: number | bigint | undefined;
  /**
   * When it was stored, before its registration, in Unix seconds. Store it anew before each time the registration is
   * sent again: the 24 hours may begin with any of them. A number that was stored over 24 hours ago, and under which
   * nothing was submitted, is no longer in force.
   */
  readonly stored_at?: number | bigint | undefined;
}

/**
 * Builds the answer to MCH_PREPAY (商户预下单回调) from the clearing house's reply to your unified order, and the deduction to
 * store before you send the answer. Store both, and send the same answer if the notification is repeated. The members
 * of the answer are concluded, not proven: confirm them with WeChat Pay.
 *
 * It is refused with `state.prepay_locked` while `deduction` is in force, or while its withholding is unknown.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
 */
export interface AcknowledgePrepayParams {
  /** The order number of the unified order that you placed at the clearing house. The user may pay under it. */
  readonly out_trade_no: string;
  /** The HTTP status of the clearing house's reply. */
  readonly prepay_resp_http_code: number | bigint;
  /** The headers of your request to the clearing house, as text. */
  readonly prepay_req_header?: string | undefined;
  /** The body of your request to the clearing house, as text. */
  readonly prepay_req_body?: string | undefined;
  /** The headers of its reply, as text. */
  readonly prepay_resp_header?: string | undefined;
  /** The body of its reply, as text. */
  readonly prepay_resp_body?: string | undefined;
  /**
   * The order's deduction as you have stored it: a number, or this same pre-order. Pass either this or
   * `nothing_registered`: if the user pays beside a withholding, they are charged twice.
   */
  readonly deduction?: DeductionParams | undefined;
  /** True if no deduction number was ever registered for the order. */
  readonly nothing_registered?: boolean | undefined;
}

/** Encodes the merchant's own data (商户数据包) for `attach`. The result may have at most 256 characters. */
export interface EncodeAttachParams {
  /** The data. */
  readonly data: string;
}

/**
 * Whether WeChat Pay's platform certificates should be downloaded now. If a serial is unknown, they should be
 * downloaded at once, but at most once a minute. Otherwise they should be downloaded every 10 hours: WeChat Pay asks
 * for at least every 12. Merchants that have only a public key do not need this.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
 */
export interface CertificatesDueParams {
  /** When they were last downloaded, in Unix seconds. Absent if never. */
  readonly downloaded_at?: number | bigint | undefined;
  /** Whether a message had a serial that is not trusted (`verification.serial.unknown`). */
  readonly serial_unknown?: boolean | undefined;
}

/**
 * A text that is none of the known event types. It is declared as an enumeration, because only then does a comparison
 * of `event_type` with a known one tell the events apart.
 */
export declare enum UnknownEventType {
  any = "any other",
}

/** A verified callback. Branch on `event_type`. An event that this version does not know is `Unknown`. */
export type Event =
  | UserConfirmed
  | UserPaid
  | OrderUnclear
  | MchPrepay
  | UserOpenedService
  | UserClosedService
  | Unknown;

/** Evidence of what became of a call whose answer was lost. */
export type Found = Order | DeductionInfo | Permissions;
