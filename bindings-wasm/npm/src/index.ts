/**
 * WeChat Pay Score (微信支付分) in acquiring-bank mode (从业机构 / 间连).
 *
 * Payscore does no I/O: a {@link Merchant} makes signed calls, you send them with any HTTP client, and the call reads the verified
 * answer. It does not speak to the clearing house, completing an order does not charge the user, and there is no refund endpoint in
 * this mode.
 *
 * @module
 */
export { Ack, type AckParts } from "./ack.js";
export { type BodyLike, Call, Draft, type ResponseLike } from "./call.js";
export { type CallbackOptions, callbackHandler } from "./callback.js";
export * from "./generated/errors.js";
export type * from "./generated/models.js";
export type { HeadersLike, HeaderValue } from "./headers.js";
export type { MerchantOptions } from "./generated/settings.js";
export { type LifecycleOptions, laterReading, lifecycle, Merchant, readOrder, version } from "./merchant.js";
