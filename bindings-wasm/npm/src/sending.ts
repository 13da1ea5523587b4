// What Node reports of the requests that its HTTP stacks send: which of ours were put on a connection, and which errors
// ended the making of one. An error alone cannot distinguish a first attempt from a second: a client that repeats by
// itself (undici's RetryAgent, ky, axios-retry) throws only the error of its last attempt. Where the runtime reports
// nothing (Deno, Bun, pages, Node before 20.16), the error is all there is.

interface Channels {
  subscribe(name: string, listener: (message: unknown) => void): void;
}

interface Socket {
  readonly connecting?: boolean;
  readonly secureConnecting?: boolean;
  readonly destroyed?: boolean;
  once(event: string, listener: () => void): void;
}

/** At least so many requests are remembered. Fewer calls are in flight at one time. */
const REMEMBERED = 4096;

/** The newest values, by the request's signature. When there are too many, the older half is forgotten at once. */
class Remembered<T> {
  #newer = new Map<string, T>();
  #older = new Map<string, T>();

  set(signature: string, value: T): void {
    if (this.#newer.size >= REMEMBERED) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    this.#newer.set(signature, value);
  }

  get(signature: string): T | undefined {
    return this.#newer.get(signature) ?? this.#older.get(signature);
  }
}

let watching = false;
const sent = new Remembered<true>();
const connecting = new Remembered<WeakRef<Socket>>();
const endings = new WeakSet<object>();

/** Subscribes, once, where the runtime has channels. */
export function watchSending(): void {
  if (watching) {
    return;
  }
  watching = true;
  try {
    const { process } = globalThis as { process?: { getBuiltinModule?(name: string): unknown } };
    const channels = process?.getBuiltinModule?.("node:diagnostics_channel") as Channels | undefined;
    channels?.subscribe(
      "undici:client:sendHeaders",
      safely(({ headers }) => remember(String(headers))),
    );
    channels?.subscribe(
      "undici:client:connectError",
      safely(({ error }) => endings.add(error as object)),
    );
    channels?.subscribe(
      "http.client.request.start",
      safely(({ request }) => requestStarted(request)),
    );
  } catch {
    // Then the error is all there is.
  }
}

/** Whether a request with this `Authorization` was put on a connection, as far as the runtime reports. */
export function wasSent(authorization: string | undefined): boolean {
  const signature = signatureIn(authorization);
  return signature !== undefined && sent.get(signature) === true;
}

/**
 * Whether the connection of a request with this `Authorization` ended before it was established, as far as the runtime
 * reports.
 */
export function neverConnected(authorization: string | undefined): boolean {
  const signature = signatureIn(authorization);
  return signature !== undefined && connecting.get(signature)?.deref()?.destroyed === true && !wasSent(authorization);
}

/** Whether this error ended the making of a connection. */
export function endedConnecting(error: object): boolean {
  return endings.has(error);
}

/** `node:http` starts a request before its connection is established. What it wrote by then waits. */
function requestStarted(request: unknown): void {
  const { socket, getHeader } = request as { socket?: Socket | null; getHeader(name: string): unknown };
  const authorization = String(getHeader.call(request, "authorization"));
  const signature = signatureIn(authorization);
  if (signature === undefined) {
    return;
  }
  if (socket && (socket.connecting || socket.secureConnecting)) {
    connecting.set(signature, new WeakRef(socket));
    socket.once(socket.secureConnecting === undefined ? "connect" : "secureConnect", () => sent.set(signature, true));
  } else {
    sent.set(signature, true);
  }
}

function remember(headers: string): void {
  const signature = signatureIn(headers);
  if (signature !== undefined) {
    sent.set(signature, true);
  }
}

function signatureIn(headers: string | undefined): string | undefined {
  return /WECHATPAY2-SHA256-RSA2048 [^\r\n]*signature="([^"]+)"/.exec(headers ?? "")?.[1];
}

/** A listener that throws would end the process. */
function safely(listener: (message: Record<string, unknown>) => void): (message: unknown) => void {
  return (message) => {
    try {
      listener(message as Record<string, unknown>);
    } catch {
      // Then the error is all there is.
    }
  };
}
