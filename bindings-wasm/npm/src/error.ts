import { Ack, type AckParts } from "./ack.js";
import type { Draft } from "./call.js";
import type { ErrorAnswer } from "./generated/models.js";

/** An error as it comes from core. */
export type Parts = { readonly kind: string; readonly code: string; readonly detail: string } & Readonly<Record<string, unknown>>;

/** Not for logs: data about people, how to answer, and the way to settle. To be asked for by name. */
const UNSEEN = new Set(["raw", "ack"]);

/** What every error of Payscore can do. Everything in it comes from core. */
export class Base extends Error {
  /** The draft of the call that it is about, to store and to settle; no part of the error as JSON. */
  declare readonly draft?: Draft<unknown>;

  /** @internal */
  constructor(parts: Parts) {
    super(`${parts.code}: ${parts.detail}`);
    // Given, not read from the class: a bundler may rename that.
    Object.defineProperty(this, "name", { value: `${parts.kind}Error` });
    for (const [name, value] of Object.entries(parts)) {
      if (value !== null) {
        const given = name === "ack" ? Ack._of(value as AckParts) : frozen(value);
        Object.defineProperty(this, name, { value: given, enumerable: !UNSEEN.has(name) });
      }
    }
  }

  /** The HTTP status, when WeChat Pay answered with an error. */
  get status(): number | undefined {
    return answer(this)?.status;
  }

  /** WeChat Pay's own code, such as `ORDER_NOT_EXIST`. */
  get wechat_code(): string | undefined {
    return answer(this)?.wechat_code;
  }

  /** `Request-ID`: quote it to WeChat Pay's support. */
  get request_id(): string | undefined {
    return answer(this)?.request_id;
  }

  /** Whether the error answer was signed by WeChat Pay. */
  get verified(): boolean {
    return answer(this)?.verified ?? false;
  }

  // Tells them from what other people's code throws, proxies included, which `instanceof` may wake.
  readonly #ours = true;

  /** @internal */
  static _is(value: unknown): value is Base {
    return typeof value === "object" && value !== null && #ours in value && value.#ours;
  }

  /** Says which call it is about. @internal */
  _of(draft: Draft<unknown>): this {
    if (!Object.hasOwn(this, "draft")) {
      Object.defineProperty(this, "draft", { value: draft });
    }
    return this;
  }

  /** Everything but the stack, the verified text, the acknowledgement and the draft. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), name: this.name, message: this.message };
  }
}

function answer(error: Base): ErrorAnswer | undefined {
  return (error as { readonly api?: ErrorAnswer }).api;
}

/** Freezes what JSON gave, all the way down. @internal */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
