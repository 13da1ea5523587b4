/**
 * Performs operations with fetch: with a time-out, without redirects, without sending again. Whatever goes wrong, the error is
 * Payscore's: it says what is known of the outcome, and `error.draft` is what to settle or to repeat.
 *
 * ```ts
 * const wechat = new Client(merchant, { beforeSend: (draft) => db.insert(draft.toBytes()) });
 * const order = await wechat.createOrder({ … });
 * ```
 *
 * @module
 */
import type { Call, Draft } from "./call.js";
import { Base } from "./error.js";
import { Performed } from "./generated/performed.js";
import { INSPECT } from "./inspect.js";
import type { Merchant } from "./merchant.js";

/** How a client sends. */
export interface ClientOptions {
  /** What sends; the runtime's own `fetch` when left out. It must not send again by itself. */
  readonly fetch?: typeof globalThis.fetch;
  /** How long an answer may take, in milliseconds; 30 000 when left out. */
  readonly timeout?: number;
  /**
   * Stores `draft.toBytes()` before anything that changes something is sent: awaited, and when it throws, nothing is sent. So what a
   * killed process, an abort or a lost answer leaves behind can be found and settled.
   */
  readonly beforeSend?: (draft: Draft<unknown>) => Promise<unknown> | unknown;
}

/** How one call is sent. */
export interface SendOptions {
  /** Ends the waiting. What was sent by then may have happened: the error says so, and holds the draft. */
  readonly signal?: AbortSignal | undefined;
}

/** Sends with fetch. */
export class Client extends Performed {
  readonly #merchant: Merchant;
  readonly #fetch: typeof globalThis.fetch;
  readonly #timeout: number;
  readonly #beforeSend: ClientOptions["beforeSend"];

  constructor(merchant: Merchant, options: ClientOptions = {}) {
    super();
    const { timeout = 30_000 } = options;
    if (!(typeof timeout === "number" && timeout > 0 && timeout < 2 ** 31)) {
      throw new RangeError("timeout: more than 0 and less than 2^31 milliseconds are needed; 30 000 when it is left out");
    }
    this.#merchant = merchant;
    this.#fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    this.#timeout = timeout;
    this.#beforeSend = options.beforeSend;
  }

  /** Sends a call and reads its answer. */
  async send<R>(call: Call<R>, options: SendOptions = {}): Promise<R> {
    await this.#store(call);
    const { signal, aborted, end } = limited(this.#timeout, options.signal);
    if (signal.aborted) {
      end();
      throw call.draft._lost(false, signal.reason);
    }
    try {
      // A fetch that does not heed its signal ends all the same.
      return await Promise.race([this.#perform(call, signal), aborted]);
    } catch (error) {
      throw call.lost(error);
    } finally {
      end();
    }
  }

  async #store(call: Call<unknown>): Promise<void> {
    try {
      if (call.method !== "GET") {
        await this.#beforeSend?.(call.draft);
      }
    } catch (error) {
      const lost = call.draft._lost(false, error);
      Object.defineProperty(lost, "cause", { value: error });
      throw lost;
    }
  }

  async #perform<R>(call: Call<R>, signal: AbortSignal): Promise<R> {
    const { method, headers, body, redirect } = call;
    const send = this.#fetch;
    return call.read(await send(call.url, { method, headers, redirect, signal, ...(body && { body }) }));
  }

  /** @internal */
  protected override async _perform<R>(operation: string, params: unknown, options?: SendOptions): Promise<R> {
    const draft = this.#merchant.draft(operation as "query_order", params as never) as Draft<unknown>;
    let call: Call<unknown>;
    try {
      call = await this.#merchant.sign(draft);
    } catch (error) {
      throw Base._is(error) ? error._of(draft) : draft._lost(false, error);
    }
    return this.send(call, options) as Promise<R>;
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

/** A signal for the time-out and for the user's own signal, and a promise that fails with it. */
function limited(timeout: number, given: AbortSignal | undefined): { signal: AbortSignal; aborted: Promise<never>; end: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException(`no answer within ${timeout} ms`, "TimeoutError")), timeout);
  const abort = (): void => controller.abort(given?.reason);
  given?.addEventListener("abort", abort);
  if (given?.aborted) {
    abort();
  }
  const { signal } = controller;
  const aborted = new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  aborted.catch(() => {});
  const end = (): void => {
    clearTimeout(timer);
    given?.removeEventListener("abort", abort);
  };
  return { signal, aborted, end };
}
