import type { AckParts } from "./ack.js";
import { callbackNotBytes } from "./base-merchant.js";
import { ErrorBase } from "./error.js";
import type { PayscoreError } from "./generated/errors.js";
import type { HeadersLike } from "./headers.js";

/** Options of `callbackHandler`. */
export interface CallbackOptions {
  /** Receives the error about each callback that was refused, and whatever your function threw: the place to log. */
  readonly onError?: (error: unknown) => void;
}

/** What reads a callback: a merchant, of whichever mode. */
export interface CallbackReader<E> {
  readNotification(headers: HeadersLike, body: ArrayBuffer): Promise<E>;
}

/**
 * The address that WeChat Pay calls, for every server with web-standard `Request` and `Response`: Workers, Deno, Bun,
 * Next, Hono. It verifies the callback and calls your function. When that resolves, the event is acknowledged, so store
 * it durably before. When it throws, the answer is 500 and the callback comes again. An event without a ready
 * acknowledgement is answered with what your function returns, or with 500 when it returns nothing.
 */
export function callbackHandler<E extends { readonly ack?: AckParts }>(
  merchant: CallbackReader<E>,
  handle: (event: E) => Promise<AckParts | void> | AckParts | void,
  options: CallbackOptions = {},
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const event = await read(merchant, request);
      const ack = (await handle(event)) ?? event.ack;
      return ack ? answer(ack) : new Response(null, { status: 500 });
    } catch (error) {
      options.onError?.(error);
      const ack = ErrorBase._isOurs(error) ? (error as PayscoreError).ack : undefined;
      return ack ? answer(ack) : new Response(null, { status: 500 });
    }
  };
}

async function read<E>(merchant: CallbackReader<E>, request: Request): Promise<E> {
  if (request.bodyUsed) {
    throw callbackNotBytes("a Request whose body was read before");
  }
  return merchant.readNotification(request.headers, await request.arrayBuffer());
}

function answer({ status, headers, body }: AckParts): Response {
  // A 204 may have no body, not even an empty one.
  return new Response(body || null, { status, headers: headers ?? {} });
}
