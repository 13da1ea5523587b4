// RSA, by the runtime's own WebCrypto. What to do comes from core; what WebCrypto found goes back there.

/** The type of a key, whichever library declares the runtime's types. */
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;
export type Bytes = Uint8Array<ArrayBuffer>;

const SIGNATURE = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const OAEP = { name: "RSA-OAEP", hash: "SHA-1" };

export function signingKey(pkcs8: Bytes): Promise<Key | undefined> {
  return imported("pkcs8", pkcs8, SIGNATURE, "sign");
}

export function verifyingKey(spki: Bytes): Promise<Key | undefined> {
  return imported("spki", spki, SIGNATURE, "verify");
}

export function openingKey(pkcs8: Bytes): Promise<Key | undefined> {
  return imported("pkcs8", pkcs8, OAEP, "decrypt");
}

export function sealingKey(spki: Bytes): Promise<Key | undefined> {
  return imported("spki", spki, OAEP, "encrypt");
}

export async function sign(key: Key, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle().sign(SIGNATURE.name, key, message));
}

export async function isValid(key: Key, message: Bytes, signature: Bytes): Promise<boolean> {
  // Some runtimes throw for a signature of a wrong length. It is not valid either way.
  return subtle()
    .verify(SIGNATURE.name, key, signature, message)
    .catch(() => false);
}

/** Nothing when RSA fails. Each runtime gives the reason in its own way, so it is left out. */
export async function seal(key: Key, text: Bytes): Promise<Bytes | undefined> {
  return subtle()
    .encrypt(OAEP.name, key, text)
    .then(
      (sealed) => new Uint8Array(sealed),
      () => undefined,
    );
}

/** Nothing when RSA fails. */
export async function open(key: Key, sealed: Bytes): Promise<Bytes | undefined> {
  return subtle()
    .decrypt(OAEP.name, key, sealed)
    .then(
      (text) => new Uint8Array(text),
      () => undefined,
    );
}

/** Nothing when the runtime cannot import the key. */
async function imported(
  format: "pkcs8" | "spki",
  der: Bytes,
  algorithm: typeof SIGNATURE,
  use: "sign" | "verify" | "encrypt" | "decrypt",
): Promise<Key | undefined> {
  return subtle()
    .importKey(format, der, algorithm, false, [use])
    .catch(() => undefined);
}

function subtle(): typeof crypto.subtle {
  const found = globalThis.crypto?.subtle as typeof crypto.subtle | undefined;
  if (!found) {
    throw new TypeError("globalThis.crypto.subtle is missing: a page has it only over https or from localhost");
  }
  return found;
}
