// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import { ErrorBase } from "../error.js";
import type * as m from "./models.js";

/**
 * What went wrong, in eight kinds. Each kind is an exception class in the hosts.
 *
 * - `Config`: A setting of the merchant is wrong.
 * - `Invalid`: The parameters of a call are wrong. Everything that is wrong is in `issues`.
 * - `State`: The state of the order, the draft or the deduction does not allow the step.
 * - `Transport`: No answer arrived. `call.lost(…)` makes this error.
 * - `Api`: WeChat Pay, or something in front of it, answered with an error. The answer is in `api`.
 * - `Verification`: A signature, its headers or its time did not hold. Nothing of the content is shown.
 * - `Decryption`: A sealed resource or field could not be opened.
 * - `Malformed`: The message is verified, but does not have the promised shape.
 */
export type Kind = "Config" | "Invalid" | "State" | "Transport" | "Api" | "Verification" | "Decryption" | "Malformed";

/** Something went wrong. Branch on `code`, do what `retry` says, and mind `outcome`. `detail` is for people. */
export class PayscoreError extends ErrorBase {
  /** The kind of error. Each kind is an exception class. */
  declare readonly kind: Kind;
  /** The stable code, such as `verification.timestamp.expired`. It is never renamed and never reused. */
  declare readonly code: string;
  /** What is wrong and what to do, for people. It may change between versions. */
  declare readonly detail: string;
  /** The page of the project's documentation that explains the code and its likely causes, with its anchor. */
  declare readonly page: string;
  /** Whether and how to try again. */
  declare readonly retry: m.Retry;
  /** What is known of the effect. `unknown`: it may have happened; query, or repeat the identical request. */
  declare readonly outcome: m.Outcome;
  /** Everything that is wrong with parameters or configuration. Of more than a hundred issues, the first hundred. */
  declare readonly issues: readonly m.Issue[];
  /** WeChat Pay's answer, for the kind `Api`. */
  declare readonly api?: m.ErrorAnswer;
  /** The verified text that did not have the promised shape, for the kind `Malformed`. */
  declare readonly raw?: string;
  /**
   * How to answer the callback that was refused with this error.
   *
   * It is part neither of the JSON nor of a copy. When it is absent, answer 500: then the callback comes again.
   */
  declare readonly ack?: m.Ack;
}

/** A setting of the merchant is wrong. */
export class ConfigError extends PayscoreError {}

/** The parameters of a call are wrong. Everything that is wrong is in `issues`. */
export class InvalidError extends PayscoreError {}

/** The state of the order, the draft or the deduction does not allow the step. */
export class StateError extends PayscoreError {}

/** No answer arrived. `call.lost(…)` makes this error. */
export class TransportError extends PayscoreError {}

/** WeChat Pay, or something in front of it, answered with an error. The answer is in `api`. */
export class ApiError extends PayscoreError {}

/** A signature, its headers or its time did not hold. Nothing of the content is shown. */
export class VerificationError extends PayscoreError {}

/** A sealed resource or field could not be opened. */
export class DecryptionError extends PayscoreError {}

/** The message is verified, but does not have the promised shape. */
export class MalformedError extends PayscoreError {}
