import { Ack, type AckParts } from "./ack.js";
import { fromBase64 } from "./base64.js";
import { type ErrorParts, frozen } from "./error.js";
import * as errors from "./generated/errors.js";
import type { PayscoreError } from "./generated/errors.js";
import type * as native from "./wasm.js";

/** What core returned as JSON, frozen. */
export function fromJson<T>(json: string): T {
  return frozen(JSON.parse(json) as T);
}

/** The same for a reply: its bytes become bytes. */
export function replyFromJson<T>({ json, bytes }: Pick<native.Reply, "json" | "bytes">): T {
  const reply = JSON.parse(json) as Record<string, unknown>;
  for (const name of bytes) {
    reply[name] = fromBase64(reply[name] as string);
  }
  return frozen(reply as T);
}

/** The same for a callback, and for whatever holds an acknowledgement, which is not part of its JSON. */
export function withAck<T>(json: string): T {
  const { ack, ...rest } = JSON.parse(json) as { ack?: AckParts | null };
  if (ack) {
    Object.defineProperty(rest, "ack", { value: Ack._from(ack) });
  }
  return frozen(rest as T);
}

/** The exception for an error that core returned. */
export function errorFromJson(json: string): PayscoreError {
  const parts = JSON.parse(json) as ErrorParts;
  const classes: Record<string, unknown> = errors;
  const found = classes[`${parts.kind}Error`] as typeof PayscoreError | undefined;
  return new (found ?? errors.PayscoreError)(parts);
}

/** Calls core. Core throws its errors as JSON. */
export function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw typeof thrown === "string" ? errorFromJson(thrown) : thrown;
  }
}

/** Reads a structure that core made, and gives its memory back to core. */
export function unpacked<S extends { free(): void }, T>(structure: S, read: (structure: S) => T): T {
  try {
    return read(structure);
  } finally {
    structure.free();
  }
}
