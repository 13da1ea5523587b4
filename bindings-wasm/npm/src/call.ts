import { bodyOf, errorOf, fromJson, guard, type HeadersLike, headersToJson, toJson } from "./crossing.js";
import type { Engine } from "./engine.js";
import type { PayscoreError } from "./generated/errors.js";
import type { Deduction, Found, Issue, Settlement } from "./generated/models.js";
import { INSPECT } from "./inspect.js";
import { neverConnected, reasonOf } from "./lost.js";
import type { Bytes } from "./rsa.js";

/** What `read` needs of a fetch `Response`. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: HeadersLike;
  readonly bodyUsed?: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** An operation as exact bytes, not yet signed. Store `toBytes()` before sending; sign `message` anywhere. */
export class Draft<R> {
  /** Its name, such as `create_order`. */
  readonly operation: string;
  /** What the checks advise, though they stopped nothing. */
  readonly advice: readonly Issue[];
  readonly #engine: Engine;
  readonly #stored: Bytes;
  readonly #message: Bytes;
  readonly #timestamp: number;
  readonly #nonce: string;
  declare protected readonly _reply?: R;

  private constructor(engine: Engine, parts: unknown[], timestamp: number, nonce: string) {
    const [operation, stored, message, advice] = parts as [string, Bytes, Bytes, string];
    this.operation = operation;
    this.advice = fromJson(advice);
    this.#engine = engine;
    this.#stored = stored;
    this.#message = message;
    this.#timestamp = timestamp;
    this.#nonce = nonce;
    Object.freeze(this);
  }

  /** @internal */
  static _made<R>(engine: Engine, make: (now: number, nonce: string) => unknown[]): Draft<R> {
    const now = engine.now();
    const nonce = engine.nonce();
    return new Draft<R>(engine, guard(() => make(now, nonce)), now, nonce);
  }

  /** What must be signed: SHA256withRSA (PKCS#1 v1.5) with the key of the merchant's API certificate. */
  get message(): Uint8Array<ArrayBuffer> {
    return this.#message.slice();
  }

  /** To store before sending; no secret is in it. `Merchant.resume` takes it up again, in any process. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#stored.slice();
  }

  /** The signed call, from the raw signature or its Base64. */
  finish(signature: Uint8Array | ArrayBuffer | string): Call<R> {
    const bytes = typeof signature === "string" ? new TextEncoder().encode(signature) : bodyOf(signature);
    const given = typeof bytes === "string" ? new Uint8Array() : bytes;
    return Call._of(this, this.#engine, guard(() => this.#engine.native.finish(this.#stored, this.#timestamp, this.#nonce, given)));
  }

  /**
   * What became of this call when its answer was lost, from what was found out since: freshly queried, or the error of that query or of
   * a repeat. `deduction`: what is known of the number that `queryDeduction` shows; without it a second registration beside an earlier
   * number stays unsettled.
   */
  settle(evidence: Found | PayscoreError, deduction?: Deduction | null): Settlement {
    const named =
      evidence instanceof Error
        ? { error: { wechat_code: evidence.wechat_code, verified: evidence.verified } }
        : { found: evidence };
    const now = this.#engine.now();
    return fromJson(guard(() => this.#engine.native.settle(this.#stored, toJson(named), toJson(deduction), now)));
  }

  toJSON(): { operation: string } {
    return { operation: this.operation };
  }

  toString(): string {
    return `Draft(${this.operation})`;
  }

  /** @internal */
  [INSPECT](): string {
    return this.toString();
  }
}

/**
 * A signed request, and a fetch init: `await call.read(await fetch(call.url, call))`. Send `method`, `url`, `headers` and `body`
 * exactly as they are, by any HTTP client, without following redirects and without sending again; give the answer to `read`, or
 * its loss to `lost`.
 */
export class Call<R> {
  /** `GET` or `POST`. */
  readonly method: string;
  /** The whole URL, percent-encoded once and for all. */
  readonly url: string;
  /** The body's bytes; absent when there is none. */
  declare readonly body?: Uint8Array<ArrayBuffer>;
  /** A signed request is for one address only. */
  readonly redirect = "manual";
  /** The draft it was made of, to store or to settle. */
  readonly draft: Draft<R>;
  readonly #engine: Engine;
  readonly #headers: Readonly<Record<string, string>>;

  private constructor(draft: Draft<R>, engine: Engine, parts: unknown[]) {
    const [method, url, headers, body] = parts as [string, string, string, Bytes | undefined];
    this.method = method;
    this.url = url;
    this.draft = draft;
    this.#engine = engine;
    this.#headers = fromJson(headers);
    if (body) {
      this.body = body;
    }
    Object.freeze(this);
  }

  /** @internal */
  static _of<R>(draft: Draft<R>, engine: Engine, parts: unknown[]): Call<R> {
    return new Call<R>(draft, engine, parts);
  }

  /** The same request, to be read by the trust of another engine. @internal */
  _readBy(engine: Engine, draft: Draft<R>): Call<R> {
    return new Call<R>(draft, engine, [this.method, this.url, JSON.stringify(this.#headers), this.body]);
  }

  /** The headers. `Authorization` is among them: do not log it. */
  get headers(): Record<string, string> {
    return { ...this.#headers };
  }

  /** The verified reply, from a fetch `Response` whose body nobody has read. */
  read(response: ResponseLike): Promise<R>;
  /** The verified reply, from any client's answer. `body`: the bytes as received. */
  read(status: number, headers: HeadersLike, body: Uint8Array | ArrayBuffer | null | undefined): Promise<R>;
  async read(first: ResponseLike | number, headers: HeadersLike = [], body?: unknown): Promise<R> {
    const now = this.#engine.now();
    if (typeof first === "number") {
      return this.#read(first, headers, body, now);
    }
    if (typeof first?.arrayBuffer !== "function") {
      throw this.#notBytes("an object that is no fetch Response");
    }
    if (first.bodyUsed) {
      throw this.#notBytes("a Response whose body was read before");
    }
    let bytes: ArrayBuffer;
    try {
      bytes = await first.arrayBuffer();
    } catch (error) {
      // The answer had begun: the request was sent.
      throw errorOf(guard(() => this.#engine.native.lost(this.draft.toBytes(), true, reasonOf(error))));
    }
    return this.#read(first.status, first.headers, bytes, now);
  }

  /**
   * The error to throw when no answer arrived, made of what the HTTP client threw. The outcome is unknown, unless the connection was
   * certainly never made.
   */
  lost(reason: unknown): PayscoreError {
    const sent = !neverConnected(reason);
    return errorOf(guard(() => this.#engine.native.lost(this.draft.toBytes(), sent, reasonOf(reason))));
  }

  async #read(status: number, headers: HeadersLike, body: unknown, now: number): Promise<R> {
    const bytes = bodyOf(body);
    if (typeof bytes === "string") {
      throw this.#notBytes(bytes);
    }
    const pairs = headersToJson(headers);
    const held = await this.#engine.held(pairs, bytes, now, this.draft.toBytes() as Bytes);
    // Core takes 16 bits: what does not fit must not come out as another status.
    const known = Number.isInteger(status) && status > 0 && status < 1000 ? status : 0;
    return fromJson(guard(() => this.#engine.native.read(this.draft.toBytes(), known, pairs, bytes, now, ...held)));
  }

  #notBytes(what: string): PayscoreError {
    return errorOf(guard(() => this.#engine.native.answer_not_bytes(this.draft.toBytes(), what)));
  }

  toJSON(): { method: string; url: string } {
    return { method: this.method, url: this.url };
  }

  toString(): string {
    return `Call(${this.method} ${this.url})`;
  }

  /** @internal */
  [INSPECT](): string {
    return this.toString();
  }
}
