/**
 * The protocol's single steps: for APIv3 endpoints that Payscore has no type for, and for sensitive fields. A key that
 * cannot be used is a `ConfigError`.
 *
 * @module
 */
import { bodyOf } from "./bytes.js";
import { errorFromJson, fromJson, guard } from "./crossing.js";
import { validCheck } from "./engine.js";
import { type HeadersLike, headersToJson } from "./headers.js";
import { callbackNotBytes, seal, textOf as text } from "./base-merchant.js";
import * as rsa from "./rsa.js";
import { toJson } from "./to-json.js";
import * as native from "./wasm.js";

/** A certificate, as far as Payscore reads it. */
export interface CertificateInfo {
  /** The serial number, hexadecimal. */
  readonly serial_no: string;
  /** The first moment of its validity, in Unix seconds. */
  readonly not_before: number;
  /** The last moment of its validity, in Unix seconds. */
  readonly not_after: number;
}

type BodyBytes = Uint8Array | ArrayBuffer | null | undefined;

/** The message of a request, to be signed. `target`: path and query exactly as sent; `timestamp`: Unix seconds. */
export function requestMessage(
  method: string,
  target: string,
  timestamp: number,
  nonce: string,
  body?: BodyBytes,
): Uint8Array<ArrayBuffer> {
  const [verb, path, once] = [text("method", method), text("target", target), text("nonce", nonce)];
  return guard(() => native.request_message(verb, path, timestamp, once, bytes(body))) as rsa.Bytes;
}

/** The message of an answer or callback, to be verified. */
export function responseMessage(timestamp: string, nonce: string, body?: BodyBytes): Uint8Array<ArrayBuffer> {
  return native.response_message(text("timestamp", timestamp), text("nonce", nonce), bytes(body)) as rsa.Bytes;
}

/** The signature of a message, SHA256withRSA (PKCS#1 v1.5), as Base64. */
export async function sign(privateKey: string, message: BodyBytes): Promise<string> {
  const key = await importPrivateKey(privateKey, rsa.signingKey);
  return native.to_base64(await rsa.sign(key, bytes(message)));
}

/** The value of the `Authorization` header. `timestamp`: Unix seconds; `signature`: Base64. */
export function authorization(
  mchid: string,
  serialNo: string,
  timestamp: number,
  nonce: string,
  signature: string,
): string {
  const [merchant, serial] = [text("mchid", mchid), text("serialNo", serialNo)];
  const [once, signed] = [text("nonce", nonce), text("signature", signature)];
  return guard(() => native.authorization(merchant, serial, timestamp, once, signed));
}

/**
 * Verifies a signed answer or callback, and returns the serial of the key that signed it. `keys`: serials to PEM of a
 * public key or certificate; `now`: when the message was received, in Unix seconds.
 */
export async function verify(
  keys: Readonly<Record<string, string>>,
  headers: HeadersLike,
  body: BodyBytes,
  now: number = Date.now() / 1000,
): Promise<string> {
  const all = toJson(keys);
  const pairs = headersToJson(headers);
  const received = bytes(body);
  const valid = await validCheck({
    toVerify: () => native.to_verify(all, pairs, received, now),
    toExplain: () => native.to_explain(all, pairs, received, now),
    key: (check) => rsa.verifyingKey(check.spki as rsa.Bytes),
  });
  return guard(() => native.verify(all, pairs, received, now, valid));
}

/** Whether `signature` (Base64) is the message's signature under a public key or certificate, PEM. */
export async function signatureHolds(key: string, message: BodyBytes, signature: string): Promise<boolean> {
  const verifying = await rsa.verifyingKey(guard(() => native.public_key(text("key", key))) as rsa.Bytes);
  const raw = native.from_base64(text("signature", signature)) as rsa.Bytes | undefined;
  return verifying !== undefined && raw !== undefined && rsa.isValid(verifying, bytes(message), raw);
}

/** Opens the encrypted resource of a callback, AEAD_AES_256_GCM, with an APIv3 key. */
export function openResource(
  apiV3Key: string,
  nonce: string,
  associatedData: string,
  ciphertext: string,
): Uint8Array<ArrayBuffer> {
  const [key, once] = [text("apiV3Key", apiV3Key), text("nonce", nonce)];
  const [associated, sealed] = [text("associatedData", associatedData), text("ciphertext", ciphertext)];
  return guard(() => native.open_resource(key, once, associated, sealed)) as rsa.Bytes;
}

/** Opens a sensitive field that was sealed to the merchant's certificate. */
export async function openSensitive(privateKey: string, sealed: string): Promise<string> {
  const key = await importPrivateKey(privateKey, rsa.openingKey);
  const opened = await rsa.open(key, guard(() => native.to_open(text("sealed", sealed))) as rsa.Bytes);
  return guard(() => native.opened(opened));
}

/**
 * Seals a sensitive field for WeChat Pay. `key`: WeChat Pay's public key or certificate, PEM. Name the same key in the
 * request's `Wechatpay-Serial`.
 */
export async function sealSensitive(key: string, plain: string): Promise<string> {
  return seal(guard(() => native.to_seal(text("key", key), text("plain", plain))));
}

/** Reads a certificate, PEM. */
export function readCertificate(pem: string): CertificateInfo {
  return fromJson(guard(() => native.read_certificate(text("pem", pem))));
}

/** A hash in hexadecimal, for the known answers. @internal */
export function _digest(algorithm: "SHA1" | "SHA256", message: Uint8Array): string | undefined {
  return native.digest(algorithm, message);
}

/** HMAC-SHA256 in hexadecimal, for the known answers. @internal */
export function _hmacSha256(key: Uint8Array, message: Uint8Array): string {
  return native.hmac_sha256(key, message);
}

function bytes(body: BodyBytes): rsa.Bytes {
  const found = bodyOf(body);
  if (typeof found === "string") {
    throw callbackNotBytes(found);
  }
  return found;
}

async function importPrivateKey(
  pem: string,
  importKey: (pkcs8: rsa.Bytes) => Promise<rsa.Key | undefined>,
): Promise<rsa.Key> {
  const der = guard(() => native.private_key(text("privateKey", pem))) as rsa.Bytes;
  const key = await importKey(der);
  der.fill(0);
  if (!key) {
    throw errorFromJson(native.damaged_signing_key());
  }
  return key;
}
