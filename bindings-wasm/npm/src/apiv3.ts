/**
 * The protocol's single steps: for APIv3 endpoints that Payscore has no type for, and for sensitive fields.
 *
 * @module
 */
import { bodyOf } from "./bytes.js";
import { guard } from "./crossing.js";
import { held } from "./engine.js";
import { type HeadersLike, headersToJson } from "./headers.js";
import { callbackNotBytes, textOf as text } from "./merchant.js";
import * as rsa from "./rsa.js";
import { toJson } from "./saying.js";
import * as native from "./wasm.js";

/** A certificate, as far as Payscore reads it: its serial, and its validity in Unix seconds. */
export interface CertificateInfo {
  readonly serial_no: string;
  readonly not_before: number;
  readonly not_after: number;
}

type BodyBytes = Uint8Array | ArrayBuffer | null | undefined;

/** The message of a request, to be signed. `target`: path and query exactly as sent; `timestamp`: Unix seconds. */
export function requestMessage(method: string, target: string, timestamp: number, nonce: string, body?: BodyBytes): Uint8Array<ArrayBuffer> {
  return guard(() => native.request_message(text("method", method), text("target", target), timestamp, text("nonce", nonce), bytes(body))) as rsa.Bytes;
}

/** The message of an answer or callback, to be verified. */
export function responseMessage(timestamp: string, nonce: string, body?: BodyBytes): Uint8Array<ArrayBuffer> {
  return native.response_message(text("timestamp", timestamp), text("nonce", nonce), bytes(body)) as rsa.Bytes;
}

/** SHA256withRSA (PKCS#1 v1.5) as Base64. */
export async function sign(privateKey: string, message: BodyBytes): Promise<string> {
  const key = await privateKeyOf(privateKey, rsa.signingKey);
  return native.to_base64(await rsa.sign(key, bytes(message)));
}

/** The value of the `Authorization` header. `signature`: Base64. */
export function authorization(mchid: string, serialNo: string, timestamp: number, nonce: string, signature: string): string {
  const [merchant, serial, once, signed] = [text("mchid", mchid), text("serialNo", serialNo), text("nonce", nonce), text("signature", signature)];
  return guard(() => native.authorization(merchant, serial, timestamp, once, signed));
}

/**
 * Checks a signed answer or callback against keys by serial (PEM of a public key or certificate); the serial that held. `now`: when
 * it was received, in Unix seconds.
 */
export async function verify(keys: Readonly<Record<string, string>>, headers: HeadersLike, body: BodyBytes, now: number = Date.now() / 1000): Promise<string> {
  const all = toJson(keys);
  const pairs = headersToJson(headers);
  const received = bytes(body);
  const found = await held({
    toVerify: () => native.to_verify(all, pairs, received, now),
    toExplain: () => native.to_explain(all, pairs, received, now),
    key: (_, spki) => rsa.verifyingKey(spki),
  });
  return guard(() => native.verify(all, pairs, received, now, ...found));
}

/** Whether this is the signature (Base64) of the message under a public key or certificate. */
export async function signatureHolds(key: string, message: BodyBytes, signature: string): Promise<boolean> {
  const checking = await rsa.verifyingKey(guard(() => native.public_key(text("key", key))) as rsa.Bytes);
  const raw = native.from_base64(text("signature", signature)) as rsa.Bytes | undefined;
  return checking !== undefined && raw !== undefined && rsa.holds(checking, bytes(message), raw);
}

/** Opens a resource, AEAD_AES_256_GCM, under an APIv3 key. */
export function openResource(apiV3Key: string, nonce: string, associatedData: string, ciphertext: string): Uint8Array<ArrayBuffer> {
  const [key, once] = [text("apiV3Key", apiV3Key), text("nonce", nonce)];
  const [associated, sealed] = [text("associatedData", associatedData), text("ciphertext", ciphertext)];
  return guard(() => native.open_resource(key, once, associated, sealed)) as rsa.Bytes;
}

/** Opens a sensitive field that was sealed to the merchant's certificate. */
export async function openSensitive(privateKey: string, sealed: string): Promise<string> {
  const key = await privateKeyOf(privateKey, rsa.openingKey);
  const opened = await rsa.open(key, guard(() => native.to_open(text("sealed", sealed))) as rsa.Bytes);
  return guard(() => native.opened(opened));
}

/** Seals a sensitive field to WeChat Pay's key (PEM of a public key or certificate). Name the same key in `Wechatpay-Serial`. */
export async function sealSensitive(key: string, plain: string): Promise<string> {
  const [spki, bytes_] = guard(() => native.to_seal(text("key", key), text("plain", plain))) as [rsa.Bytes, rsa.Bytes];
  const sealing = await rsa.sealingKey(spki);
  const sealed = sealing && (await rsa.seal(sealing, bytes_));
  return guard(() => native.sealed(sealed));
}

/** Reads a certificate, PEM. */
export function readCertificate(pem: string): CertificateInfo {
  const [serial_no, not_before, not_after] = guard(() => native.read_certificate(text("pem", pem))) as [string, number, number];
  return { serial_no, not_before, not_after };
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
  const given = bodyOf(body);
  if (typeof given === "string") {
    throw callbackNotBytes(given);
  }
  return given;
}

async function privateKeyOf(pem: string, take: (pkcs8: rsa.Bytes) => Promise<rsa.Key | undefined>): Promise<rsa.Key> {
  const der = guard(() => native.private_key(text("privateKey", pem))) as rsa.Bytes;
  const key = await take(der);
  der.fill(0);
  return key ?? guard(() => { throw native.key_problem("damaged_signing_key", ""); });
}
