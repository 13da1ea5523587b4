import { toBase64 } from "./base64.js";
import { bytesOf, typedArray } from "./bytes.js";
import { isWellFormed, wellFormed } from "./headers.js";

/** Nesting beyond this is not JSON that WeChat Pay could take. */
const DEPTH = 32;

/**
 * So many values are looked at, and no more: an object that stands in many places counts at each, as it would be written at each. A long
 * text counts more than once.
 */
const BUDGET = 1_000_000;
const LETTERS = 256;

/** A value as JSON; what JSON cannot say is marked, so that core refuses it by name instead of never seeing it. */
export function toJson(value: unknown): string {
  return JSON.stringify(new Saying().of(value)) ?? "null";
}

class Saying {
  readonly #within: object[] = [];
  #left = BUDGET;

  /** Made of plain values only. Never throws: proxies, getters and `toJSON` may do anything. */
  of(value: unknown): unknown {
    try {
      return this.#of(value);
    } catch {
      return unsayable("unreadable");
    }
  }

  #of(value: unknown): unknown {
    this.#left -= 1;
    if (this.#left < 0) {
      return unsayable("large");
    }
    switch (typeof value) {
      case "undefined":
      case "boolean":
        return value;
      case "string":
        this.#left -= Math.floor(value.length / LETTERS);
        return isWellFormed(value) ? value : unsayable("surrogate");
      case "number":
        return Number.isFinite(value) ? value : unsayable("nan");
      case "bigint":
        return Number.isSafeInteger(Number(value)) ? Number(value) : unsayable("big");
      case "object":
        return value && this.#object(value);
      default:
        return unsayable(typeof value);
    }
  }

  #object(value: object): unknown {
    if (this.#within.length >= DEPTH || this.#within.includes(value)) {
      return unsayable("deep");
    }
    this.#within.push(value);
    try {
      return this.#members(value);
    } finally {
      this.#within.pop();
    }
  }

  #members(value: object): unknown {
    const time = timeOf(value);
    if (time !== undefined) {
      return Number.isNaN(time) ? unsayable("date") : new Date(time).toISOString();
    }
    if (Array.isArray(value)) {
      return value.length > this.#left ? unsayable("large") : Array.from(value, (element) => this.of(element) ?? null);
    }
    const array = typedArray(value);
    const bytes = array === undefined || array === "Uint8Array" ? bytesOf(value) : undefined;
    if (bytes || array !== undefined) {
      return bytes ? { $bytes: toBase64(bytes) } : unsayable(array as string);
    }
    if ("toJSON" in value && typeof value.toJSON === "function") {
      return this.of(value.toJSON());
    }
    const tag = Object.prototype.toString.call(value).slice(8, -1);
    if (tag !== "Object") {
      return unsayable(tag);
    }
    // Without a prototype, so that a member called `__proto__` is a member.
    const out = Object.create(null) as Record<string, unknown>;
    for (const name of Object.keys(value)) {
      if (isWellFormed(name)) {
        out[escaped(name)] = this.#member(value, name);
      } else {
        out[wellFormed(name)] = unsayable("surrogate");
      }
    }
    return out;
  }

  /** A getter that throws spoils its own member only. */
  #member(value: object, name: string): unknown {
    try {
      return this.of((value as Record<string, unknown>)[name]);
    } catch {
      return unsayable("unreadable");
    }
  }
}

/** A member's own name that looks like a mark gets one more `$`, which core takes off again: no mark can be forged. */
function escaped(name: string): string {
  return /^\$+(payscore|bytes)$/.test(name) ? `$${name}` : name;
}

function unsayable(what: string): { $payscore: string } {
  return { $payscore: what };
}

/** The time of a `Date` of any realm. */
function timeOf(value: object): number | undefined {
  // Asked first, because what throws is slow.
  return Object.prototype.toString.call(value) === "[object Date]" ? Date.prototype.getTime.call(value) : undefined;
}
