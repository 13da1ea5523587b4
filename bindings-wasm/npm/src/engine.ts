import { errorFromJson, guard, unpacked } from "./crossing.js";
import type { MerchantOptions } from "./generated/settings.js";
import * as rsa from "./rsa.js";
import * as native from "./wasm.js";

/** Where signature checks come from, and the keys to do them with. */
export interface SignatureChecks {
  /** The check of the message itself. */
  toVerify(): native.SignatureCheck | undefined;
  /** The checks of what may have been signed before something changed the body. */
  toExplain(): native.SignatureCheck[];
  key(check: native.SignatureCheck): Promise<rsa.Key | undefined>;
}

/** The check that is valid, if there is one. Pass it to core, which takes it over. */
export async function validCheck(checks: SignatureChecks): Promise<native.SignatureCheck | undefined> {
  const verifying = guard(() => checks.toVerify());
  const valid = await firstValid(verifying ? [verifying] : [], checks);
  return (
    valid ??
    firstValid(
      guard(() => checks.toExplain()),
      checks,
    )
  );
}

async function firstValid(
  all: native.SignatureCheck[],
  checks: SignatureChecks,
): Promise<native.SignatureCheck | undefined> {
  let valid: native.SignatureCheck | undefined;
  try {
    for (const check of all) {
      const key = await checks.key(check);
      if (key && (await rsa.isValid(key, check.message as rsa.Bytes, check.signature as rsa.Bytes))) {
        valid = check;
        break;
      }
    }
  } finally {
    all.filter((check) => check !== valid).forEach((check) => check.free());
  }
  return valid;
}

/** Whether a private key's numbers fit together. Runtimes import it without looking, and would sign wrongly. */
async function keyPairFits(signing: rsa.Key, spki: rsa.Bytes): Promise<boolean> {
  const message = new Uint8Array(32);
  const verifying = await rsa.verifyingKey(spki);
  const signature = await rsa.sign(signing, message).catch(() => undefined);
  return verifying !== undefined && signature !== undefined && rsa.isValid(verifying, message, signature);
}

/** Of the settings, what only JavaScript can run. */
export type Functions = Pick<MerchantOptions, "clock" | "nonce">;

/** What a merchant and everything made by it share: core's merchant, the keys for WebCrypto, clock and nonce. */
export class Engine {
  readonly native: native.Merchant;
  readonly #signing: rsa.Key | undefined;
  readonly #trusted: ReadonlyMap<string, rsa.Key>;
  readonly #clock: () => number;
  readonly #nonce: () => string;

  private constructor(
    options: Functions,
    merchant: native.Merchant,
    signing: rsa.Key | undefined,
    trusted: ReadonlyMap<string, rsa.Key>,
  ) {
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
    if (der && !(signing && (await keyPairFits(signing, merchant.signing_public_key() as rsa.Bytes)))) {
      throw errorFromJson(native.damaged_signing_key());
    }
    const trusted = new Map<string, rsa.Key>();
    for (const known of merchant.trusted_keys()) {
      const { serial, spki } = unpacked(known, ({ serial, spki }) => ({ serial, spki: spki as rsa.Bytes }));
      const key = await rsa.verifyingKey(spki);
      if (!key) {
        throw errorFromJson(native.damaged_trusted_key(serial));
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
      throw errorFromJson(native.no_signing_key());
    }
    return rsa.sign(this.#signing, message);
  }

  /** The signature check that is valid for a callback, or for the answer to a stored draft. */
  validCheck(
    headers: string,
    body: rsa.Bytes,
    now: number,
    stored?: rsa.Bytes,
  ): Promise<native.SignatureCheck | undefined> {
    return validCheck({
      toVerify: () =>
        stored ? this.native.to_verify_answer(stored, headers, body, now) : this.native.to_verify(headers, body, now),
      toExplain: () => this.native.to_explain(headers, body, now),
      // An answer may bring a key of its own.
      key: async (check) => this.#trusted.get(check.serial) ?? rsa.verifyingKey(check.spki as rsa.Bytes),
    });
  }

  /** The opened text. The key is imported here, because few users open sensitive fields. */
  async open(sealed: rsa.Bytes): Promise<rsa.Bytes | undefined> {
    const der = this.native.signing_key() as rsa.Bytes | undefined;
    if (!der) {
      throw errorFromJson(native.no_opening_key());
    }
    const key = await rsa.openingKey(der);
    der.fill(0);
    return key && rsa.open(key, sealed);
  }
}
