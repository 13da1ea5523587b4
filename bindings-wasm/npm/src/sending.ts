// What Node itself tells of the requests that its HTTP stacks send: which of ours were put on a connection, and which errors ended the
// making of one. An error alone cannot tell a first attempt from a second: a client that repeats by itself (undici's RetryAgent, ky,
// axios-retry) throws only what its last attempt met. Where the runtime tells nothing (Deno, Bun, pages, Node before 20.16), the error
// is all there is.

interface Channels {
  subscribe(name: string, hear: (message: unknown) => void): void;
}

interface Socket {
  readonly connecting?: boolean;
  readonly secureConnecting?: boolean;
  readonly destroyed?: boolean;
  once(event: string, hear: () => void): void;
}

/** So many requests are remembered, at least; the calls that are in flight at one time are fewer. */
const REMEMBERED = 4096;

/** By the request's signature, the newest; a multiple of what is needed is forgotten at once. */
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

/** Begins to listen, once, where there is something to listen to. */
export function watchSending(): void {
  if (watching) {
    return;
  }
  watching = true;
  try {
    const { process } = globalThis as { process?: { getBuiltinModule?(name: string): unknown } };
    const channels = process?.getBuiltinModule?.("node:diagnostics_channel") as Channels | undefined;
    channels?.subscribe("undici:client:sendHeaders", heard(({ headers }) => remember(String(headers))));
    channels?.subscribe("undici:client:connectError", heard(({ error }) => endings.add(error as object)));
    channels?.subscribe("http.client.request.start", heard(({ request }) => begun(request)));
  } catch {
    // Then the error is all there is.
  }
}

/** Whether a request with this `Authorization` was put on a connection, as far as the runtime tells. */
export function wasSent(authorization: string | undefined): boolean {
  const signature = signatureIn(authorization);
  return signature !== undefined && sent.get(signature) === true;
}

/** Whether the connection of a request with this `Authorization` ended before it was there, as far as the runtime tells. */
export function neverConnected(authorization: string | undefined): boolean {
  const signature = signatureIn(authorization);
  return signature !== undefined && connecting.get(signature)?.deref()?.destroyed === true && !wasSent(authorization);
}

/** Whether this error is what ended the making of a connection. */
export function endedConnecting(error: object): boolean {
  return endings.has(error);
}

/** `node:http` begins a request before its connection is there, and what it wrote by then waits. */
function begun(request: unknown): void {
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

/** A listener must never throw: it would end the process. */
function heard(hear: (message: Record<string, unknown>) => void): (message: unknown) => void {
  return (message) => {
    try {
      hear(message as Record<string, unknown>);
    } catch {
      // Then the error is all there is.
    }
  };
}
