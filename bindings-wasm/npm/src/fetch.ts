/**
 * Performs operations with fetch: with a time-out, without redirects, without sending again.
 *
 * ```ts
 * const wechat = new Client(merchant);
 * const order = await wechat.createOrder({ … });
 * ```
 *
 * @module
 */
import type { Call } from "./call.js";
import { Performed } from "./generated/performed.js";
import { INSPECT } from "./inspect.js";
import type { Merchant } from "./merchant.js";

/** How a client sends. */
export interface ClientOptions {
  /** What sends; the runtime's own `fetch` when left out. It must not send again by itself. */
  readonly fetch?: typeof globalThis.fetch;
  /** How long an answer may take, in milliseconds; 30 000 when left out. */
  readonly timeout?: number;
}

/** Sends with fetch. */
export class Client extends Performed {
  readonly #merchant: Merchant;
  readonly #fetch: typeof globalThis.fetch;
  readonly #timeout: number;

  constructor(merchant: Merchant, options: ClientOptions = {}) {
    super();
    this.#merchant = merchant;
    this.#fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    this.#timeout = options.timeout ?? 30_000;
  }

  /** Sends a call and reads its answer. */
  async send<R>(call: Call<R>): Promise<R> {
    const { method, headers, body, redirect } = call;
    const send = this.#fetch;
    let response: Response;
    try {
      response = await send(call.url, { method, headers, redirect, signal: AbortSignal.timeout(this.#timeout), ...(body && { body }) });
    } catch (error) {
      throw call.lost(error);
    }
    return call.read(response);
  }

  /** @internal */
  protected override async _perform<R>(operation: string, params: unknown): Promise<R> {
    const draft = this.#merchant.draft(operation as "query_order", params as never);
    return this.send(await this.#merchant.sign(draft)) as Promise<R>;
  }

  toJSON(): { mchid: string } {
    return { mchid: this.#merchant.mchid };
  }

  override toString(): string {
    return `Client(${this.#merchant.mchid})`;
  }

  /** @internal */
  [INSPECT](): string {
    return this.toString();
  }
}
