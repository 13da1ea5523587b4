// What HTTP clients throw, each in its own way: the codes are Node's and undici's, which fetch and axios pass on.

/** Happen only while a connection is being made. */
const CONNECTING = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "ConnectionRefused"]);
const CONNECTING_CALLS = new Set(["connect", "getaddrinfo"]);

interface Failure {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** Whether what a client threw says that no connection was made. In doubt it does not. */
export function neverConnected(error: unknown, seen: readonly unknown[] = []): boolean {
  if (typeof error !== "object" || error === null || seen.includes(error)) {
    return false;
  }
  const { code, syscall, cause, errors } = error as Failure;
  const deeper = (other: unknown): boolean => neverConnected(other, [...seen, error]);
  if (Array.isArray(errors) && errors.length > 0) {
    // Several addresses were tried: none may have been reached.
    return errors.every(deeper);
  }
  return CONNECTING.has(code as string) || CONNECTING_CALLS.has(syscall as string) || deeper(cause);
}

/** What to say about it: names, texts and codes, never the request that a client may have attached. */
export function reasonOf(error: unknown): string {
  const parts: string[] = [];
  let current = error;
  while (typeof current === "object" && current !== null && parts.length < 4) {
    const { name, message, code, cause } = current as Failure;
    const code_ = typeof code === "string" && !String(message).includes(code) ? `${code} ` : "";
    parts.push(`${typeof name === "string" ? name : "Error"}: ${code_}${typeof message === "string" ? message : ""}`);
    current = cause;
  }
  return parts.length > 0 ? parts.join(" ← ") : String(error);
}
