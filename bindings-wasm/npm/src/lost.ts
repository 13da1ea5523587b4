// Judges what HTTP clients throw, each in its own way: was the request certainly never sent? The codes are those of
// Node and undici, which fetch and axios pass on. The tests run the table in `docs/http-clients.md`.
import { endedConnecting, neverConnected, wasSent } from "./sending.js";

/** These happen only while a connection is being made. */
const CONNECTING = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);
const CONNECTING_CALLS = new Set(["connect", "getaddrinfo"]);

/** Problems with the server's certificate, which is checked before anything is written. */
const CERTIFICATE = new Set([
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERR_TLS_CERT_ALTNAME_FORMAT",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_CRL",
  "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
  "UNABLE_TO_DECRYPT_CRL_SIGNATURE",
  "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
  "CERT_SIGNATURE_FAILURE",
  "CRL_SIGNATURE_FAILURE",
  "CERT_NOT_YET_VALID",
  "CERT_HAS_EXPIRED",
  "CRL_NOT_YET_VALID",
  "CRL_HAS_EXPIRED",
  "ERROR_IN_CERT_NOT_BEFORE_FIELD",
  "ERROR_IN_CERT_NOT_AFTER_FIELD",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_CHAIN_TOO_LONG",
  "CERT_REVOKED",
  "INVALID_CA",
  "PATH_LENGTH_EXCEEDED",
  "INVALID_PURPOSE",
  "CERT_UNTRUSTED",
  "CERT_REJECTED",
  "HOSTNAME_MISMATCH",
]);

/** Node's text when the server closes during the handshake. Its code, ECONNRESET, does not tell. */
const BEFORE_TLS = "Client network socket disconnected before secure TLS connection was established";

/** Codes that mean only that something else, in `cause`, went wrong. */
const WRAPPING = new Set(["ERR_NETWORK"]);

/** How clients count the attempts that they made by themselves. */
const COUNTER = /retr(y|ies)|attempt/i;

type Failure = { readonly [member: string]: unknown };

/**
 * Whether a client's error proves that the request with this `Authorization` was never sent: the only attempt ended
 * before there was a connection. In doubt it is no proof.
 */
export function neverSent(error: unknown, authorization: string | undefined): boolean {
  try {
    return !wasSent(authorization) && (neverConnected(authorization) || failedToConnect(error, []));
  } catch {
    return false;
  }
}

function failedToConnect(error: unknown, seen: readonly unknown[]): boolean {
  const known = typeof error !== "object" || error === null || seen.includes(error) || seen.length > 8;
  if (known || repeated(error as Failure)) {
    return false;
  }
  const { code, syscall, message, cause, errors } = error as Failure;
  const deeper = (other: unknown): boolean => failedToConnect(other, [...seen, error]);
  if (Array.isArray(errors) && errors.length > 0) {
    // Several addresses were tried. The request was never sent only if none was reached.
    return errors.every(deeper);
  }
  if (endedConnecting(error) || message === BEFORE_TLS) {
    return true;
  }
  if (CONNECTING.has(code as string) || CONNECTING_CALLS.has(syscall as string) || CERTIFICATE.has(code as string)) {
    return true;
  }
  // An error with a code of its own happened later than its cause.
  return (typeof code !== "string" || WRAPPING.has(code)) && deeper(cause);
}

/** Whether a client reports more than one attempt: an earlier one may have been sent. */
function repeated(error: Failure): boolean {
  const { config, options, request } = error as { readonly [member: string]: Failure | undefined };
  const places = [error, config, config?.["axios-retry"], options];
  return places.some(counts) || Number(request?.retryCount) > 0;
}

function counts(place: unknown): boolean {
  if (typeof place !== "object" || place === null) {
    return false;
  }
  return Object.entries(place).some(([name, value]) => {
    const most = /attempt/i.test(name) ? 1 : 0;
    return COUNTER.test(name) && typeof value === "number" && value > most;
  });
}

/** A description from names, texts and codes. It never shows the request, which a client may have attached. */
export function describe(error: unknown): string {
  try {
    return chain(error).replace(/WECHATPAY2-SHA256-RSA2048[^\r\n]*/g, "…");
  } catch {
    return "a value that cannot be inspected";
  }
}

function chain(error: unknown): string {
  const parts: string[] = [];
  let current = error;
  while (typeof current === "object" && current !== null && parts.length < 4) {
    const { name, message, code, cause } = current as Failure;
    const text = typeof message === "string" ? message : "";
    const code_ = typeof code === "string" && !text.includes(code) ? `${code} ` : "";
    parts.push(`${typeof name === "string" ? name : "Error"}: ${code_}${text}`);
    current = cause;
  }
  if (parts.length > 0) {
    return parts.join(" ← ");
  }
  return typeof error === "function" ? "a function" : String(error);
}
