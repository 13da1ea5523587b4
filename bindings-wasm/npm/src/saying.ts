import { toBase64 } from "./base64.js";
import { bytesOf, typedArray } from "./bytes.js";
import { isWellFormed } from "./headers.js";

/** Nesting beyond this is not JSON that WeChat Pay could take. */
const DEPTH = 32;

/**
 * So many values are written, and no more: an object that stands in many places counts at each, as it would be written at each. A long
 * text counts more than once.
 */
const BUDGET = 1_000_000;
const LETTERS = 16;

/** So deep, a value that is too large is refused under its own name. */
const NAMED = 2;

/** Names of marks, and what escapes them: one more `$` goes before a user's own. */
const RESERVED = /^\$+(payscore|bytes)$/;

/** A value as JSON; what JSON cannot say is marked, so that core refuses it by name instead of never seeing it. */
export function toJson(value: unknown): string {
  return JSON.stringify(new Saying().of(value)) ?? "null";
}

class TooLarge extends Error {}

class Saying {
  readonly #within: object[] = [];
  #left = BUDGET;

  /** Made of plain values only. Proxies, getters and `toJSON` may throw whatever they like. */
  of(value: unknown): unknown {
    const depth = this.#within.length;
    try {
      return this.#of(value);
    } catch (error) {
      if (error instanceof TooLarge && depth > NAMED) {
        throw error;
      }
      this.#within.length = depth;
      return unsayable(error instanceof TooLarge ? "large" : "unreadable");
    }
  }

  #of(value: unknown): unknown {
    switch (typeof value) {
      case "undefined":
      case "boolean":
        return value;
      case "string":
        this.#spend(Math.floor(value.length / LETTERS));
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
    const said = this.#members(value);
    this.#within.pop();
    return said;
  }

  #members(value: object): unknown {
    const time = timeOf(value);
    if (time !== undefined) {
      return Number.isNaN(time) ? unsayable("date") : new Date(time).toISOString();
    }
    if (Array.isArray(value)) {
      this.#spend(value.length);
      return Array.from(value, (element) => this.of(element) ?? null);
    }
    const array = typedArray(value);
    const bytes = array === undefined || array === "Uint8Array" ? bytesOf(value) : undefined;
    if (bytes || array !== undefined) {
      return bytes ? { $bytes: toBase64(bytes) } : unsayable(array as string);
    }
    if ("toJSON" in value && typeof value.toJSON === "function") {
      this.#spend(1);
      return this.of(value.toJSON());
    }
    const tag = Object.prototype.toString.call(value).slice(8, -1);
    return tag === "Object" ? this.#named(value as Record<string, unknown>) : unsayable(tag);
  }

  #named(value: Record<string, unknown>): unknown {
    const names = Object.keys(value);
    this.#spend(names.length);
    // Without a prototype, so that a member called `__proto__` is a member.
    const out = Object.create(null) as Record<string, unknown>;
    for (const name of names) {
      if (isWellFormed(name)) {
        out[RESERVED.test(name) ? `$${name}` : name] = this.#member(value, name);
      } else {
        out["\ufffd"] = unsayable("name");
      }
    }
    return out;
  }

  /** A getter that throws spoils its own member only. */
  #member(value: Record<string, unknown>, name: string): unknown {
    let member: unknown;
    try {
      member = value[name];
    } catch {
      return unsayable("unreadable");
    }
    return this.of(member);
  }

  #spend(values: number): void {
    this.#left -= values;
    if (this.#left < 0) {
      throw new TooLarge();
    }
  }
}

function unsayable(what: string): { $payscore: string } {
  return { $payscore: what };
}

/** The time of a `Date` of any realm. */
function timeOf(value: object): number | undefined {
  // Asked first, because what throws is slow.
  return Object.prototype.toString.call(value) === "[object Date]" ? Date.prototype.getTime.call(value) : undefined;
}
