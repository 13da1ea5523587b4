/** Header fields: `Headers`, a plain object (also Node's `request.headers`), a `Map`, pairs, or Node's `rawHeaders`. */
export type HeadersLike =
  | Iterable<readonly [string, string]>
  | Iterable<string>
  | Readonly<Record<string, HeaderValue>>
  | { forEach(visit: (value: string, name: string) => void): void };

/** A value, or several (Node, Lambda's `multiValueHeaders`), or CloudFront's `{ key, value }`. */
export type HeaderValue = string | number | undefined | Valued | readonly (string | Valued)[];

type Valued = { readonly value: string };

/** More than any server accepts. */
const MOST = 10_000;

/** Header fields as JSON pairs, which core judges. A value that is no text is no header. */
export function headersToJson(headers: unknown): string {
  const pairs: [string, string][] = [];
  try {
    collect(headers, (name, value) => add(pairs, name, value));
  } catch {
    // A value that cannot be inspected has no more headers. Core names those that are missing.
  }
  return JSON.stringify(pairs);
}

function collect(headers: unknown, add: (name: unknown, value: unknown) => void): void {
  if (typeof headers !== "object" || headers === null) {
    return;
  }
  if (Symbol.iterator in headers) {
    const all = first(headers as Iterable<unknown>);
    if (typeof all[0] === "string") {
      for (let at = 0; at + 1 < all.length; at += 2) {
        add(all[at], all[at + 1]);
      }
    } else {
      all.forEach((pair) => Array.isArray(pair) && add(pair[0], pair[1]));
    }
  } else if ("forEach" in headers && typeof headers.forEach === "function") {
    headers.forEach((value: unknown, name: unknown) => add(name, value));
  } else {
    Object.entries(headers).forEach(([name, value]) => add(name, value));
  }
}

function add(pairs: [string, string][], name: unknown, value: unknown): void {
  if (pairs.length >= MOST || typeof name !== "string") {
    return;
  }
  if (Array.isArray(value)) {
    value.slice(0, MOST).forEach((one) => add(pairs, name, one));
  } else if (typeof value === "string" || typeof value === "number") {
    pairs.push([wellFormed(name), wellFormed(String(value))]);
  } else if (typeof value === "object" && value !== null && typeof (value as { value?: unknown }).value === "string") {
    add(pairs, name, (value as { value: string }).value);
  }
}

function first(items: Iterable<unknown>): unknown[] {
  const all: unknown[] = [];
  for (const item of items) {
    if (all.push(item) >= 2 * MOST) {
      break;
    }
  }
  return all;
}

/** The same text with U+FFFD in the place of each half of a character. */
export function wellFormed(text: string): string {
  return isWellFormed(text) ? text : new TextDecoder().decode(new TextEncoder().encode(text));
}

/** Whether every character is whole. */
export function isWellFormed(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = text.charCodeAt(at + 1);
      if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) {
        return false;
      }
      at += 1;
    }
  }
  return true;
}
