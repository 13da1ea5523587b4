import { INSPECT } from "./inspect.js";

/** What an acknowledgement is made of: also the form in which to store one, and to answer with it later. */
export interface AckParts {
  /** The HTTP status. */
  readonly status: number;
  /** The headers to send. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body; `null`, or nothing, when there is none. */
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
 * It is neither JSON nor text: a framework that is given one as data (`return ack`, `response.json(ack)`) fails with a 5xx, and the
 * callback comes again. As data under 200 it would acknowledge whatever it says.
 */
export class Ack implements AckParts {
  /** The HTTP status: 200 or 204 says that it need not come again. */
  readonly status: number;
  /** The headers to send. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body; `null` when there is none, as `new Response` wants it with 204. */
  readonly body: string | null;
  // Members of its own, so that copies (a spread, Object.assign) refuse as well, and so does structuredClone.

  /** Throws: what serialises an acknowledgement would send it as data, under a status of its own. */
  readonly toJSON: () => never = refuse;
  /** So does what makes a text of it, such as `new Response(ack)`; without a `toString`, a log shows it all the same. @internal */
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
  static _of(parts: AckParts): Ack {
    return new Ack(parts);
  }

  /** @internal */
  [INSPECT](): string {
    return `Ack(${this.status})`;
  }
}

function refuse(): never {
  throw new TypeError(
    "an Ack is neither JSON nor text: as data under 200 it would acknowledge what it refuses. Answer with new Response(ack.body, ack), or " +
      "response.status(ack.status).set(ack.headers).send(ack.body). To store one, take its status, headers and body",
  );
}
