// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import { ErrorBase } from "../error.js";
import type * as m from "./models.js";

/**
 * What went wrong, in eight kinds. Hosts make one exception class of each.
 *
 * - `Config`: The configuration of a merchant.
 * - `Invalid`: The parameters of a call: everything that is wrong is in `issues`.
 * - `State`: The step does not fit where the order, the draft or the deduction stands.
 * - `Transport`: No answer arrived: made by `call.lost(…)`.
 * - `Api`: WeChat Pay (or something in front of it) answered with an error: what it said is in `api`.
 * - `Verification`: A signature, its headers or its time did not hold. Nothing of the content was shown.
 * - `Decryption`: A sealed resource or field could not be opened.
 * - `Malformed`: Verified, but not of the promised shape.
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
  /** What WeChat Pay answered, for the kind `Api`. */
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

/** The configuration of a merchant. */
export class ConfigError extends PayscoreError {}

/** The parameters of a call: everything that is wrong is in `issues`. */
export class InvalidError extends PayscoreError {}

/** The step does not fit where the order, the draft or the deduction stands. */
export class StateError extends PayscoreError {}

/** No answer arrived: made by `call.lost(…)`. */
export class TransportError extends PayscoreError {}

/** WeChat Pay (or something in front of it) answered with an error: what it said is in `api`. */
export class ApiError extends PayscoreError {}

/** A signature, its headers or its time did not hold. Nothing of the content was shown. */
export class VerificationError extends PayscoreError {}

/** A sealed resource or field could not be opened. */
export class DecryptionError extends PayscoreError {}

/** Verified, but not of the promised shape. */
export class MalformedError extends PayscoreError {}
