import { INSPECT } from "./inspect.js";

/** The parts of an acknowledgement: also the form in which to store one, and to answer with it later. */
export interface AckParts {
  /** The HTTP status. */
  readonly status: number;
  /** The headers to send. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body; `null` or absent when there is none. */
  readonly body?: string | null;
}

/**
 * How to answer a callback. Send it once the event is stored durably, within 5 seconds:
 *
 * - web-standard servers (Hono, Next, Workers, Deno, Bun): `new Response(ack.body, ack)`
 * - Express: `response.status(ack.status).set(ack.headers).send(ack.body)`
 * - Fastify: `reply.code(ack.status).headers(ack.headers).send(ack.body)`
 * - `node:http`: `response.writeHead(ack.status, ack.headers).end(ack.body)`
 *
 * It is neither JSON nor text. When a framework serialises it (`return ack`, `response.json(ack)`), that fails with a
 * 5xx, and the callback comes again. Serialised under status 200 it would acknowledge every callback, forged ones
 * included.
 */
export class Ack implements AckParts {
  /** The HTTP status. After 200 or 204 the callback does not come again. */
  readonly status: number;
  /** The headers to send. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body; `null` when there is none, as `new Response` needs it with status 204. */
  readonly body: string | null;
  // Members of the object itself, so that copies (a spread, Object.assign) throw as well, and so does structuredClone.

  /** Throws: a serialiser would send the acknowledgement as data, with another status. */
  readonly toJSON: () => never = refuse;
  /**
   * Making a text of it throws as well, as in `new Response(ack)`. Without a `toString` a log can still show it.
   * @internal
   */
  readonly toString = undefined;
  /** @internal */
  readonly valueOf: () => never = refuse;

  private constructor({ status, headers, body }: AckParts) {
    this.status = status;
    this.headers = Object.freeze({ ...headers });
    this.body = body || null;
    Object.freeze(this);
  }

  /** @internal */
  static _from(parts: AckParts): Ack {
    return new Ack(parts);
  }

  /** @internal */
  [INSPECT](): string {
    return `Ack(${this.status})`;
  }
}

function refuse(): never {
  throw new TypeError(
    "an Ack is neither JSON nor text: as data under status 200 it would acknowledge what it refuses. " +
      "Answer with new Response(ack.body, ack), or response.status(ack.status).set(ack.headers).send(ack.body). " +
      "To store one, store its status, headers and body",
  );
}
