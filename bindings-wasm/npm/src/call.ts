import { bodyOf } from "./bytes.js";
import { errorOf, fromJson, guard } from "./crossing.js";
import type { Engine } from "./engine.js";
import { Base } from "./error.js";
import type { PayscoreError } from "./generated/errors.js";
import type { Deduction, Found, Issue, Settlement } from "./generated/models.js";
import { type HeadersLike, headersToJson } from "./headers.js";
import { INSPECT } from "./inspect.js";
import { neverSent, reasonOf } from "./lost.js";
import type { Bytes } from "./rsa.js";
import { toJson } from "./saying.js";
import { watchSending } from "./sending.js";

/** What `read` needs of a fetch `Response`. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: HeadersLike;
  readonly bodyUsed?: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A body's bytes, or the chunks of them as they arrived. */
export type BodyLike = ArrayBufferView | ArrayBuffer | readonly ArrayBufferView[];

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

  /** The error about a request that was sent, or never was. @internal */
  _lost(sent: boolean, reason: unknown): PayscoreError {
    return errorOf(guard(() => this.#engine.native.lost(this.#stored, sent, reasonOf(reason))))._of(this);
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
    watchSending();
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

  /** The verified reply, from a fetch `Response` whose body nobody has read, or from `{ status, headers, body }` with the body's bytes. */
  read(response: ResponseLike | { readonly status: number; readonly headers: HeadersLike; readonly body?: BodyLike | null }): Promise<R>;
  /** The verified reply, from any client's answer. `body`: the bytes as received. */
  read(status: number, headers: HeadersLike, body: BodyLike | null | undefined): Promise<R>;
  // Every error is Payscore's and holds the draft: whatever goes wrong here, the request was sent.
  async read(first: unknown, headers?: unknown, body?: unknown): Promise<R> {
    try {
      const now = this.#engine.now();
      const answer = arguments.length > 1 || typeof first === "number" ? { status: first, headers, body } : await this.#answerOf(first);
      return await this.#read(answer.status, answer.headers, answer.body, now);
    } catch (error) {
      throw Base._is(error) ? error._of(this.draft) : this.draft._lost(true, error);
    }
  }

  /**
   * The error to throw when no answer arrived, made of what the HTTP client threw, whatever that is. The outcome is unknown, unless the
   * request was certainly never sent. What `read` threw about this call stays as it is.
   */
  lost(reason: unknown): PayscoreError {
    if (Base._is(reason) && reason.draft === this.draft) {
      return reason as PayscoreError;
    }
    return this.draft._lost(!neverSent(reason, this.#headers.Authorization), reason);
  }

  async #answerOf(given: unknown): Promise<{ status: unknown; headers: unknown; body: unknown }> {
    // A Promise that nobody awaited is unambiguous.
    const response = (await Promise.resolve(given).catch((error) => Promise.reject(this.lost(error)))) as
      | (Partial<ResponseLike> & { readonly body?: unknown })
      | null
      | undefined;
    if (typeof response === "object" && response !== null) {
      const { status, headers, body } = response;
      if (response.bodyUsed) {
        throw this.#notBytes("a Response whose body was read before");
      }
      if (typeof response.arrayBuffer === "function") {
        return { status, headers, body: await response.arrayBuffer() };
      }
      if ("status" in response && "headers" in response && "body" in response) {
        return { status, headers, body };
      }
    }
    throw this.#notBytes("an object that is no fetch Response");
  }

  async #read(status: unknown, headers: unknown, body: unknown, now: number): Promise<R> {
    const bytes = bodyOf(body);
    if (typeof bytes === "string") {
      throw this.#notBytes(bytes);
    }
    const pairs = headersToJson(headers);
    const held = await this.#engine.held(pairs, bytes, now, this.draft.toBytes() as Bytes);
    return fromJson(guard(() => this.#engine.native.read(this.draft.toBytes(), toJson(status), pairs, bytes, now, ...held)));
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
