/**
 * WeChat Pay Score (微信支付分) in acquiring-bank mode (从业机构 / 间连).
 *
 * Payscore does no I/O. A {@link Merchant} makes signed calls, you send them with any HTTP client, and the call reads
 * the verified answer. Payscore does not speak to the clearing house, completing an order does not charge the user, and
 * this mode has no refund endpoint.
 *
 * @module
 */
export { Ack, type AckParts } from "./ack.js";
export { type Answer, type BodyLike, Call, Draft, type ResponseLike } from "./call.js";
export { type CallbackOptions, type CallbackReader, callbackHandler } from "./callback.js";
export * from "./generated/errors.js";
export type * from "./generated/models.js";
export type { HeadersLike, HeaderValue } from "./headers.js";
export type { MerchantOptions } from "./generated/settings.js";
export { type LifecycleOptions, laterReading, lifecycle, Merchant, readOrder, version } from "./merchant.js";
