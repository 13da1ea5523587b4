import { toBase64 } from "./base64.js";
import { bytesOf, typedArray } from "./bytes.js";
import { isWellFormed } from "./headers.js";

/** WeChat Pay could not take JSON that is nested more deeply. */
const DEPTH = 32;

/**
 * The most values that are written. An object that is reached in several ways counts each time, because it would be
 * written each time. A long text counts more than once.
 */
const BUDGET = 1_000_000;
/** So many characters of a text count as one value. */
const CHARACTERS_PER_VALUE = 16;

/** Down to this depth, a value that is too large is refused under its own name. */
const NAMED_DEPTH = 2;

/** A value as JSON. What JSON cannot express is marked, so that core refuses it by name instead of never seeing it. */
export function toJson(value: unknown): string {
  return JSON.stringify(new Converter().convert(value)) ?? "null";
}

const TOO_LARGE = new Error("more than fits into a request");

class Converter {
  readonly #within: object[] = [];
  #left = BUDGET;

  /** Returns plain values only. Proxies, getters and `toJSON` may throw anything. */
  convert(value: unknown): unknown {
    const depth = this.#within.length;
    try {
      return this.#convert(value);
    } catch (error) {
      if (error === TOO_LARGE && depth > NAMED_DEPTH) {
        throw error;
      }
      this.#within.length = depth;
      return unsupported(error === TOO_LARGE ? "large" : "unreadable");
    }
  }

  #convert(value: unknown): unknown {
    switch (typeof value) {
      case "undefined":
      case "boolean":
        return value;
      case "string":
        this.#spend(Math.floor(value.length / CHARACTERS_PER_VALUE));
        return isWellFormed(value) ? value : unsupported("surrogate");
      case "number":
        return Number.isFinite(value) ? value : unsupported("nan");
      case "bigint":
        return Number.isSafeInteger(Number(value)) ? Number(value) : unsupported("big");
      case "object":
        return value && this.#object(value);
      default:
        return unsupported(typeof value);
    }
  }

  #object(value: object): unknown {
    if (this.#within.length >= DEPTH || this.#within.includes(value)) {
      return unsupported("deep");
    }
    this.#within.push(value);
    const converted = this.#members(value);
    this.#within.pop();
    return converted;
  }

  #members(value: object): unknown {
    const time = timeOf(value);
    if (time !== undefined) {
      return Number.isNaN(time) ? unsupported("date") : new Date(time).toISOString();
    }
    if (Array.isArray(value)) {
      this.#spend(value.length);
      return Array.from(value, (element) => this.convert(element) ?? null);
    }
    const array = typedArray(value);
    const bytes = array === undefined || array === "Uint8Array" ? bytesOf(value) : undefined;
    if (bytes || array !== undefined) {
      return bytes ? { $bytes: toBase64(bytes) } : unsupported(array as string);
    }
    if ("toJSON" in value && typeof value.toJSON === "function") {
      this.#spend(1);
      return this.convert(value.toJSON());
    }
    const tag = Object.prototype.toString.call(value).slice(8, -1);
    return tag === "Object" ? this.#named(value as Record<string, unknown>) : unsupported(tag);
  }

  #named(value: Record<string, unknown>): unknown {
    const names = Object.keys(value);
    this.#spend(names.length);
    // Without a prototype, so that a member called `__proto__` is a member.
    const out = Object.create(null) as Record<string, unknown>;
    for (const name of names) {
      if (isWellFormed(name)) {
        out[escaped(name)] = this.#member(value, name);
      } else {
        out["\ufffd"] = unsupported("name");
      }
    }
    return out;
  }

  /** A getter that throws affects its own member only. */
  #member(value: Record<string, unknown>, name: string): unknown {
    let member: unknown;
    try {
      member = value[name];
    } catch {
      return unsupported("unreadable");
    }
    return this.convert(member);
  }

  #spend(values: number): void {
    this.#left -= values;
    if (this.#left < 0) {
      throw TOO_LARGE;
    }
  }
}

/** A member with the name of a mark gets one more `$` before its name, which core takes off again. */
function escaped(name: string): string {
  return name.startsWith("$") && /^\$+(payscore|bytes)$/.test(name) ? `$${name}` : name;
}

function unsupported(what: string): { $payscore: string } {
  return { $payscore: what };
}

/** The time of a `Date` of any realm. */
function timeOf(value: object): number | undefined {
  // The tag is compared first, because throwing is slow.
  return Object.prototype.toString.call(value) === "[object Date]" ? Date.prototype.getTime.call(value) : undefined;
}
