import { errorOf, guard } from "./crossing.js";
import type { MerchantOptions } from "./generated/settings.js";
import * as rsa from "./rsa.js";
import * as native from "./wasm.js";

/** The check that held: serial, message, signature. Empty when none did. */
export type Held = [serial?: string, message?: rsa.Bytes, signature?: rsa.Bytes];

/** Who checks what: the part of core that says it, and the keys. */
export interface Checking {
  toVerify(): unknown[];
  toExplain(): unknown[];
  key(serial: string, spki: rsa.Bytes): Promise<rsa.Key | undefined>;
}

/** The check that holds: of the message itself, else of what may have been signed before something spoilt it. */
export async function held(checking: Checking): Promise<Held> {
  for (const checks of [guard(() => checking.toVerify()), undefined]) {
    for (const check of checks ?? guard(() => checking.toExplain())) {
      const [serial, spki, message, signature] = check as [string, rsa.Bytes, rsa.Bytes, rsa.Bytes];
      const key = await checking.key(serial, spki);
      if (key && (await rsa.holds(key, message, signature))) {
        return [serial, message, signature];
      }
    }
  }
  return [];
}

/** Whether the numbers of a private key fit together: runtimes import it unseen, and would sign wrongly. */
async function fits(signing: rsa.Key, spki: rsa.Bytes): Promise<boolean> {
  const message = new Uint8Array(32);
  const verifying = await rsa.verifyingKey(spki);
  const signature = await rsa.sign(signing, message).catch(() => undefined);
  return verifying !== undefined && signature !== undefined && rsa.holds(verifying, message, signature);
}

/** Of the settings, what only JavaScript can do. */
type Functions = Pick<MerchantOptions, "clock" | "nonce">;

/** What a merchant and everything made by it share: core's merchant, the keys as WebCrypto has them, clock and nonce. */
export class Engine {
  readonly native: native.Merchant;
  readonly #signing: rsa.Key | undefined;
  readonly #trusted: ReadonlyMap<string, rsa.Key>;
  readonly #clock: () => number;
  readonly #nonce: () => string;

  private constructor(options: Functions, merchant: native.Merchant, signing: rsa.Key | undefined, trusted: ReadonlyMap<string, rsa.Key>) {
    this.native = merchant;
    this.#signing = signing;
    this.#trusted = trusted;
    this.#clock = options.clock ?? (() => Date.now() / 1000);
    this.#nonce = options.nonce ?? (() => globalThis.crypto.randomUUID().replaceAll("-", ""));
  }

  static async create(merchant: native.Merchant, options: Functions): Promise<Engine> {
    const der = merchant.signing_key() as rsa.Bytes | undefined;
    const signing = der && (await rsa.signingKey(der));
    der?.fill(0);
    if (der && !(signing && (await fits(signing, merchant.signing_public_key() as rsa.Bytes)))) {
      throw errorOf(native.key_problem("damaged_signing_key", ""));
    }
    const trusted = new Map<string, rsa.Key>();
    for (const [serial, spki] of merchant.trusted_keys() as [string, rsa.Bytes][]) {
      const key = await rsa.verifyingKey(spki);
      if (!key) {
        throw errorOf(native.key_problem("damaged_trusted_key", serial));
      }
      trusted.set(serial, key);
    }
    return new Engine(options, merchant, signing, trusted);
  }

  now(): number {
    return Number(this.#clock());
  }

  nonce(): string {
    return String(this.#nonce());
  }

  async sign(message: rsa.Bytes): Promise<rsa.Bytes> {
    if (!this.#signing) {
      throw errorOf(native.key_problem("no_signing_key", ""));
    }
    return rsa.sign(this.#signing, message);
  }

  /** The check that holds of a callback, or of the answer to a stored draft. */
  held(headers: string, body: rsa.Bytes, now: number, stored?: rsa.Bytes): Promise<Held> {
    return held({
      toVerify: () => (stored ? this.native.to_verify_answer(stored, headers, body, now) : this.native.to_verify(headers, body, now)),
      toExplain: () => this.native.to_explain(headers, body, now),
      // An answer may bring a key of its own.
      key: async (serial, spki) => this.#trusted.get(serial) ?? rsa.verifyingKey(spki),
    });
  }

  /** Imported when it is needed: few open sensitive fields. */
  async open(sealed: rsa.Bytes): Promise<rsa.Bytes | undefined> {
    const der = this.native.signing_key() as rsa.Bytes | undefined;
    if (!der) {
      throw errorOf(native.key_problem("no_opening_key", ""));
    }
    const key = await rsa.openingKey(der);
    der.fill(0);
    return key && rsa.open(key, sealed);
  }
}
