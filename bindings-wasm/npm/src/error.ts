import { Ack, type AckParts } from "./ack.js";
import type { Draft } from "./call.js";
import type { ErrorAnswer } from "./generated/models.js";

/** An error as core returns it. */
export type ErrorParts = { readonly kind: string; readonly code: string; readonly detail: string } & Readonly<
  Record<string, unknown>
>;

/** Not for logs: data about people, and how to answer. A user reads them by name. */
const HIDDEN = new Set(["raw", "ack"]);

/** What every error of Payscore has. Everything in it comes from core. */
export class ErrorBase extends Error {
  /** The draft of the call that the error is about, to store and to settle. It is not part of the error's JSON. */
  declare readonly draft?: Draft<unknown>;

  /** @internal */
  constructor(parts: ErrorParts) {
    super(`${parts.code}: ${parts.detail}`);
    // Not read from the class: a bundler may rename that.
    Object.defineProperty(this, "name", { value: `${parts.kind}Error` });
    for (const [name, value] of Object.entries(parts)) {
      if (value !== null) {
        const member = name === "ack" ? Ack._from(value as AckParts) : frozen(value);
        Object.defineProperty(this, name, { value: member, enumerable: !HIDDEN.has(name) });
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

  /** WeChat Pay's own text for people. It changes: never branch on it. Escape it before showing it to anyone. */
  get wechat_message(): string | undefined {
    return answer(this)?.wechat_message;
  }

  /** The `Request-ID`: quote it to WeChat Pay's support. */
  get request_id(): string | undefined {
    return answer(this)?.request_id;
  }

  /** Whether WeChat Pay signed the error answer. */
  get verified(): boolean {
    return answer(this)?.verified ?? false;
  }

  // Tells Payscore's errors from whatever other code throws. Unlike `instanceof` it runs no code of a proxy.
  readonly #ours = true;

  /** @internal */
  static _isOurs(value: unknown): value is ErrorBase {
    return typeof value === "object" && value !== null && #ours in value && value.#ours;
  }

  /** Notes which call the error is about. @internal */
  _withDraft(draft: Draft<unknown>): this {
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

function answer(error: ErrorBase): ErrorAnswer | undefined {
  return (error as { readonly api?: ErrorAnswer }).api;
}

/** Freezes what core returned, all the way down; bytes cannot be frozen. @internal */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
