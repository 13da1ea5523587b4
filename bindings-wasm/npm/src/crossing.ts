import { Ack, type AckParts } from "./ack.js";
import { frozen, type Parts } from "./error.js";
import * as errors from "./generated/errors.js";
import type { PayscoreError } from "./generated/errors.js";

/** What core returned as JSON, frozen. */
export function fromJson<T>(json: string): T {
  return frozen(JSON.parse(json) as T);
}

/** The same of a callback, or of what holds an acknowledgement: that is no part of its JSON. */
export function withAck<T>(json: string): T {
  const { ack, ...rest } = JSON.parse(json) as { ack?: AckParts | null };
  if (ack) {
    Object.defineProperty(rest, "ack", { value: Ack._of(ack) });
  }
  return frozen(rest as T);
}

/** The exception of an error that core returned. */
export function errorOf(json: string): PayscoreError {
  const parts = JSON.parse(json) as Parts;
  const classes: Record<string, unknown> = errors;
  const found = classes[`${parts.kind}Error`] as typeof PayscoreError | undefined;
  return new (found ?? errors.PayscoreError)(parts);
}

/** Runs something in core; what it throws is core's error as JSON. */
export function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw typeof thrown === "string" ? errorOf(thrown) : thrown;
  }
}
