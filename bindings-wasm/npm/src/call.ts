import { bodyOf } from "./bytes.js";
import { errorFromJson, fromJson, guard, replyFromJson, unpacked } from "./crossing.js";
import type { Engine } from "./engine.js";
import { ErrorBase } from "./error.js";
import type { PayscoreError } from "./generated/errors.js";
import type { Deduction, Found, Issue, Settlement } from "./generated/models.js";
import { type HeadersLike, headersToJson } from "./headers.js";
import { INSPECT } from "./inspect.js";
import { describe, neverSent } from "./lost.js";
import type { Bytes } from "./rsa.js";
import { watchSending } from "./sending.js";
import { toJson } from "./to-json.js";
import type * as native from "./wasm.js";

/** What `read` needs of a fetch `Response`. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: HeadersLike;
  readonly bodyUsed?: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What `read` takes from any other client. */
export interface Answer {
  readonly status: number;
  readonly headers: HeadersLike;
  readonly body?: BodyLike | null;
}

/** A body's bytes, or the chunks of them in the order in which they arrived. */
export type BodyLike = ArrayBufferView | ArrayBuffer | readonly ArrayBufferView[];

/** An operation as exact bytes, not signed yet. Store `toBytes()` before sending. `message` may be signed anywhere. */
export class Draft<R> {
  /** The operation's name, such as `create_order`. */
  readonly operation: string;
  /** What the checks advise. Advice did not stop the draft. */
  readonly advice: readonly Issue[];
  readonly #engine: Engine;
  readonly #stored: Bytes;
  readonly #message: Bytes;
  readonly #timestamp: number;
  readonly #nonce: string;
  declare protected readonly _reply?: R;

  private constructor(engine: Engine, draft: native.Draft, timestamp: number, nonce: string) {
    this.operation = draft.operation;
    this.advice = fromJson(draft.advice);
    this.#engine = engine;
    this.#stored = draft.stored as Bytes;
    this.#message = draft.message as Bytes;
    this.#timestamp = timestamp;
    this.#nonce = nonce;
    Object.freeze(this);
  }

  /** @internal */
  static _make<R>(engine: Engine, make: (now: number, nonce: string) => native.Draft): Draft<R> {
    const now = engine.now();
    const nonce = engine.nonce();
    return unpacked(
      guard(() => make(now, nonce)),
      (draft) => new Draft<R>(engine, draft, now, nonce),
    );
  }

  /** What must be signed: SHA256withRSA (PKCS#1 v1.5) with the key of the merchant's API certificate. */
  get message(): Uint8Array<ArrayBuffer> {
    return this.#message.slice();
  }

  /** To store before sending. No secret is in it. `Merchant.resume` makes the draft again, in any process. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#stored.slice();
  }

  /** The signed call, from the raw signature or its Base64. */
  finish(signature: Uint8Array | ArrayBuffer | string): Call<R> {
    const bytes = typeof signature === "string" ? new TextEncoder().encode(signature) : bodyOf(signature);
    const passed = typeof bytes === "string" ? new Uint8Array() : bytes;
    const { native } = this.#engine;
    const request = guard(() => native.finish(this.#stored, this.#timestamp, this.#nonce, passed));
    return unpacked(request, (request) => Call._from(this, this.#engine, request));
  }

  /**
   * What became of this call when its answer was lost. `evidence`: what a fresh query returned, or the error of that
   * query or of a repeat. `deduction`: what you know of the number that `queryDeduction` shows; without it a second
   * registration beside an earlier number stays unsettled.
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
    const error = guard(() => this.#engine.native.lost(this.#stored, sent, describe(reason)));
    return errorFromJson(error)._withDraft(this);
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

/** A signed request, as `fetch` and other clients need it. */
type RequestParts = Pick<native.SignedRequest, "method" | "url" | "headers"> & {
  readonly body?: Uint8Array | undefined;
};

/**
 * A signed request, and a fetch init: `await call.read(await fetch(call.url, call))`. Send `method`, `url`, `headers`
 * and `body` exactly as they are, with any HTTP client, without following redirects and without sending again. Pass the
 * answer to `read`, or the client's error to `lost`.
 */
export class Call<R> {
  /** `GET` or `POST`. */
  readonly method: string;
  /** The whole URL. It is percent-encoded already: do not encode it again. */
  readonly url: string;
  /** The body's bytes; absent when there is none. */
  declare readonly body?: Uint8Array<ArrayBuffer>;
  /** A signed request is for one address only. */
  readonly redirect = "manual";
  /** The draft that this call was made of, to store or to settle. */
  readonly draft: Draft<R>;
  readonly #engine: Engine;
  readonly #headers: Readonly<Record<string, string>>;

  private constructor(draft: Draft<R>, engine: Engine, request: RequestParts) {
    const { body } = request;
    this.method = request.method;
    this.url = request.url;
    this.draft = draft;
    this.#engine = engine;
    this.#headers = fromJson(request.headers);
    if (body) {
      this.body = body as Bytes;
    }
    Object.freeze(this);
    watchSending();
  }

  /** @internal */
  static _from<R>(draft: Draft<R>, engine: Engine, request: RequestParts): Call<R> {
    return new Call<R>(draft, engine, request);
  }

  /** The same request, to be read with the keys of another engine. @internal */
  _readBy(engine: Engine, draft: Draft<R>): Call<R> {
    const { method, url, body } = this;
    return new Call<R>(draft, engine, { method, url, body, headers: JSON.stringify(this.#headers) });
  }

  /** The headers. `Authorization` is among them: do not log it. */
  get headers(): Record<string, string> {
    return { ...this.#headers };
  }

  /**
   * The verified reply, from a fetch `Response` whose body nobody has read, or from `{ status, headers, body }` with
   * the body's bytes.
   */
  read(response: ResponseLike | Answer): Promise<R>;
  /** The verified reply, from any client's answer. `body`: the bytes as received. */
  read(status: number, headers: HeadersLike, body: BodyLike | null | undefined): Promise<R>;
  // Every error is Payscore's and holds the draft: whatever goes wrong here, the request was sent.
  async read(first: unknown, headers?: unknown, body?: unknown): Promise<R> {
    try {
      const now = this.#engine.now();
      const separate = arguments.length > 1 || typeof first === "number";
      const answer = separate ? { status: first, headers, body } : await this.#answerOf(first);
      return await this.#read(answer.status, answer.headers, answer.body, now);
    } catch (error) {
      throw ErrorBase._isOurs(error) ? error._withDraft(this.draft) : this.draft._lost(true, error);
    }
  }

  /**
   * The error to throw when no answer arrived. `reason`: what the HTTP client threw, whatever that is. The outcome is
   * unknown, unless the request was certainly never sent. An error that `read` threw about this call is returned as it
   * is.
   */
  lost(reason: unknown): PayscoreError {
    if (ErrorBase._isOurs(reason) && reason.draft === this.draft) {
      return reason as PayscoreError;
    }
    return this.draft._lost(!neverSent(reason, this.#headers.Authorization), reason);
  }

  async #answerOf(passed: unknown): Promise<{ status: unknown; headers: unknown; body: unknown }> {
    // A Promise that was not awaited is unambiguous.
    const response = (await Promise.resolve(passed).catch((error) => Promise.reject(this.lost(error)))) as
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
    const stored = this.draft.toBytes();
    const pairs = headersToJson(headers);
    const valid = await this.#engine.validCheck(pairs, bytes, now, stored);
    const reply = guard(() => this.#engine.native.read(stored, toJson(status), pairs, bytes, now, valid));
    return unpacked(reply, replyFromJson<R>);
  }

  #notBytes(what: string): PayscoreError {
    return errorFromJson(guard(() => this.#engine.native.answer_not_bytes(this.draft.toBytes(), what)));
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
