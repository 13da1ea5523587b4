import { toBase64 } from "./base64.js";
import { frozen, type Parts } from "./error.js";
import * as errors from "./generated/errors.js";
import type { PayscoreError } from "./generated/errors.js";

/** Header fields: `Headers`, a plain object (also Node's `request.headers`), a `Map`, pairs, or Node's `rawHeaders`. */
export type HeadersLike =
  | Iterable<readonly [string, string]>
  | Iterable<string>
  | Readonly<Record<string, string | readonly string[] | number | undefined>>
  | { forEach(visit: (value: string, name: string) => void): void };

/** Nesting beyond this is not JSON that WeChat Pay could take. */
const DEPTH = 32;

/** A value as JSON; what JSON cannot say is marked, so that core refuses it by name instead of never seeing it. */
export function toJson(value: unknown): string {
  return JSON.stringify(said(value, 0, [])) ?? "null";
}

function said(value: unknown, depth: number, within: readonly unknown[]): unknown {
  if (value === null || value === undefined) {
    return value;
  }
  if (depth > DEPTH) {
    return unsayable("deep");
  }
  switch (typeof value) {
    case "string":
      return wellFormed(value) ? value : unsayable("surrogate");
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : unsayable("nan");
    case "bigint":
      return Number.isSafeInteger(Number(value)) ? Number(value) : unsayable("big");
    case "object":
      return within.includes(value) ? unsayable("deep") : object(value, depth, [...within, value]);
    default:
      return unsayable(typeof value);
  }
}

function object(value: object, depth: number, within: readonly unknown[]): unknown {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag === "Date") {
    const time = (value as Date).getTime();
    return Number.isNaN(time) ? unsayable("date") : new Date(time).toISOString();
  }
  if (Array.isArray(value)) {
    return value.map((element) => said(element, depth + 1, within) ?? null);
  }
  if (value instanceof Uint8Array || tag === "ArrayBuffer") {
    return { $bytes: toBase64(value instanceof Uint8Array ? value : new Uint8Array(value as ArrayBuffer)) };
  }
  if (ArrayBuffer.isView(value)) {
    return unsayable(value.constructor.name);
  }
  if ("toJSON" in value && typeof value.toJSON === "function") {
    return said(value.toJSON(), depth + 1, within);
  }
  if (tag !== "Object") {
    return unsayable(tag);
  }
  // Without a prototype, so that a member called `__proto__` is a member.
  const out = Object.create(null) as Record<string, unknown>;
  for (const [name, member] of Object.entries(value)) {
    out[wellFormed(name) ? name : name.replace(LONE, "\ufffd")] = said(member, depth + 1, within);
  }
  return out;
}

function unsayable(what: string): { $payscore: string } {
  return { $payscore: what };
}

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function wellFormed(text: string): boolean {
  return text.search(LONE) < 0;
}

/** Header fields as JSON pairs. What is no text is no header. */
export function headersToJson(headers: HeadersLike): string {
  const pairs: [string, string][] = [];
  const add = (name: unknown, value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach((one) => add(name, one));
    } else if (typeof name === "string" && (typeof value === "string" || typeof value === "number")) {
      pairs.push([text(name), text(String(value))]);
    }
  };
  if (Symbol.iterator in headers) {
    const all: unknown[] = [...(headers as Iterable<unknown>)];
    if (typeof all[0] === "string") {
      for (let at = 0; at + 1 < all.length; at += 2) {
        add(all[at], all[at + 1]);
      }
    } else {
      all.forEach((pair) => Array.isArray(pair) && add(pair[0], pair[1]));
    }
  } else if (typeof headers.forEach === "function") {
    headers.forEach((value, name) => add(name, value));
  } else {
    Object.entries(headers).forEach(([name, value]) => add(name, value));
  }
  return JSON.stringify(pairs);
}

function text(value: string): string {
  return wellFormed(value) ? value : value.replace(LONE, "\ufffd");
}

/**
 * The bytes of a body, copied, so that nothing can change them between the check and the reading; or what was handed over instead.
 */
export function bodyOf(body: unknown): Uint8Array<ArrayBuffer> | string {
  if (body === null || body === undefined) {
    return new Uint8Array();
  }
  if (ArrayBuffer.isView(body)) {
    return new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice();
  }
  if (Object.prototype.toString.call(body) === "[object ArrayBuffer]") {
    return new Uint8Array(body as ArrayBuffer).slice();
  }
  return typeof body === "string" ? "text" : "parsed JSON";
}

/** What core returned as JSON, frozen. */
export function fromJson<T>(json: string): T {
  return frozen(JSON.parse(json) as T);
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
