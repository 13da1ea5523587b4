/**
 * Sends calls with fetch: with a time-out, without redirects, without sending again. Whatever goes wrong, the error is
 * Payscore's. It says what is known of the outcome, and `error.draft` is what to settle or to repeat.
 *
 * ```ts
 * const wechat = new Client(merchant, { beforeSend: (draft) => db.insert(draft.toBytes()) });
 * const order = await wechat.createOrder({ … });
 * ```
 *
 * @module
 */
import { type ClientOptions, type SendOptions } from "./client.js";
import { Performed } from "./generated/performed.js";

export type { ClientOptions, SendOptions };

/** Sends with fetch. */
export class Client extends Performed {}
