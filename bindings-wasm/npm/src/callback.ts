import type { AckParts } from "./ack.js";
import { Base } from "./error.js";
import type { PayscoreError } from "./generated/errors.js";
import type { Event } from "./generated/models.js";
import { callbackNotBytes, type Merchant } from "./merchant.js";

/** What `callbackHandler` may be told. */
export interface CallbackOptions {
  /** Hears what was refused, and what your function threw: the place to log. */
  readonly onError?: (error: unknown) => void;
}

/**
 * A callback's address for every server that speaks web-standard `Request` and `Response`: Workers, Deno, Bun, Next, Hono. Verifies
 * the callback and calls your function; when that has resolved, the event is acknowledged, so store it durably before. When it
 * throws, the answer is 500 and the callback comes again. An event without a ready acknowledgement is acknowledged with what your
 * function returns, else not.
 */
export function callbackHandler(
  merchant: Merchant,
  handle: (event: Event) => Promise<AckParts | void> | AckParts | void,
  options: CallbackOptions = {},
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const event = await read(merchant, request);
      const ack = (await handle(event)) ?? event.ack;
      return ack ? answer(ack) : new Response(null, { status: 500 });
    } catch (error) {
      options.onError?.(error);
      const ack = Base._is(error) ? (error as PayscoreError).ack : undefined;
      return ack ? answer(ack) : new Response(null, { status: 500 });
    }
  };
}

async function read(merchant: Merchant, request: Request): Promise<Event> {
  if (request.bodyUsed) {
    throw callbackNotBytes("a Request whose body was read before");
  }
  return merchant.readNotification(request.headers, await request.arrayBuffer());
}

function answer({ status, headers, body }: AckParts): Response {
  // A 204 may have no body, an empty one neither.
  return new Response(body || null, { status, headers: headers ?? {} });
}
