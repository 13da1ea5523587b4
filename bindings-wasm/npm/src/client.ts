import type { BaseMerchant } from "./base-merchant.js";
import type { Call, Draft } from "./call.js";
import { ErrorBase } from "./error.js";
import { INSPECT } from "./inspect.js";

/** How a client sends. */
export interface ClientOptions {
  /** What sends; the runtime's own `fetch` by default. It must not send again by itself. */
  readonly fetch?: typeof globalThis.fetch;
  /** How long an answer may take, in milliseconds; 30 000 by default. */
  readonly timeout?: number;
  /**
   * Stores `draft.toBytes()` before a call that changes something is sent. It is awaited; when it throws, nothing is
   * sent. After a killed process, an abort or a lost answer, the stored draft can be found and settled.
   */
  readonly beforeSend?: (draft: Draft<unknown>) => Promise<unknown> | unknown;
}

/** How one call is sent. */
export interface SendOptions {
  /** Ends the waiting. What was sent by then may have happened: the error says so, and holds the draft. */
  readonly signal?: AbortSignal | undefined;
}

/** Sends the calls of a merchant with fetch, whatever its mode. */
export abstract class BaseClient {
  readonly #merchant: BaseMerchant<unknown>;
  readonly #fetch: typeof globalThis.fetch;
  readonly #timeout: number;
  readonly #beforeSend: ClientOptions["beforeSend"];

  constructor(merchant: BaseMerchant<unknown>, options: ClientOptions = {}) {
    const { timeout = 30_000 } = options;
    if (!(typeof timeout === "number" && timeout > 0 && timeout < 2 ** 31)) {
      throw new RangeError("timeout: more than 0 and less than 2^31 milliseconds are needed; the default is 30 000");
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
      // The race also ends a fetch that ignores its signal.
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
  protected async _perform<R>(operation: string, params: unknown, options?: SendOptions): Promise<R> {
    const draft = this.#merchant._draft(operation, params);
    let call: Call<unknown>;
    try {
      call = await this.#merchant.sign(draft);
    } catch (error) {
      throw ErrorBase._isOurs(error) ? error._withDraft(draft) : draft._lost(false, error);
    }
    return this.send(call, options) as Promise<R>;
  }

  toJSON(): { mchid: string } {
    return { mchid: this.#merchant.mchid };
  }

  toString(): string {
    return `Client(${this.#merchant.mchid})`;
  }

  /** @internal */
  [INSPECT](): string {
    return this.toString();
  }
}

interface Limit {
  readonly signal: AbortSignal;
  /** Fails when the signal aborts. */
  readonly aborted: Promise<never>;
  readonly end: () => void;
}

/** One signal for the time-out and for the user's own signal. */
function limited(timeout: number, own: AbortSignal | undefined): Limit {
  const controller = new AbortController();
  const late = (): void => controller.abort(new DOMException(`no answer within ${timeout} ms`, "TimeoutError"));
  const timer = setTimeout(late, timeout);
  const abort = (): void => controller.abort(own?.reason);
  own?.addEventListener("abort", abort);
  if (own?.aborted) {
    abort();
  }
  const { signal } = controller;
  const aborted = new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  aborted.catch(() => {});
  const end = (): void => {
    clearTimeout(timer);
    own?.removeEventListener("abort", abort);
  };
  return { signal, aborted, end };
}
