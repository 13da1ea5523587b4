/**
 * WeChat Pay's side, in-process: no port, no process. For tests.
 *
 * @module
 */
import type { Call } from "./call.js";
import { bodyOf } from "./bytes.js";
import type { MerchantOptions } from "./generated/settings.js";
import { type HeadersLike, headersToJson } from "./headers.js";
import { Merchant } from "./merchant.js";
import * as native from "./testing-wasm.js";

/** The simulator closed the connection without an answer: give it to `call.lost`. */
export class ConnectionDropped extends Error {
  override readonly name: string = "ConnectionDropped";
}

/** A callback on its way: give `headers` and `body` to your handler, and its status to `Simulator.delivered`. */
export interface Delivery {
  readonly id: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Status, headers and body, as `call.read` takes them. */
export type Answer = [status: number, headers: [string, string][], body: Uint8Array<ArrayBuffer>];

/** With what a simulator begins. */
export interface SimulatorOptions {
  /** Everything random comes from it; 7 when left out. */
  readonly seed?: number;
  /** Its clock, in Unix seconds; the system's when left out. It stands still until it is moved. */
  readonly now?: number;
}

/**
 * WeChat Pay's side and a clearing house's. `door` reaches everything that a user, the clearing house, the clock or bad luck can do;
 * `door("GET", "/_simulator/help")` lists it.
 */
export class Simulator {
  readonly #native: native.Simulator;

  constructor(options: SimulatorOptions = {}) {
    this.#native = new native.Simulator(options.seed ?? 7, options.now ?? Date.now() / 1000, "http://localhost");
  }

  /** Its clock, in Unix seconds. */
  get now(): number {
    return this.#native.now;
  }

  /** A merchant that the simulator knows, with the simulator's clock. */
  merchant(overrides: Partial<MerchantOptions> = {}): Promise<Merchant> {
    const options = this.door("GET", "/_simulator").merchant as MerchantOptions;
    return Merchant.create({ ...options, clock: () => this.now, ...overrides });
  }

  /** A request under `/_simulator/…`. Throws `ConnectionDropped` when its answer is lost on request. */
  // biome-ignore lint: what comes back depends on the door.
  door(method: string, path: string, body?: unknown): any {
    const [status, , content] = this.#handle(method, path, "[]", body === undefined ? undefined : new TextEncoder().encode(JSON.stringify(body)));
    const text = new TextDecoder().decode(content);
    if (status !== 200) {
      throw new Error(JSON.parse(text).error);
    }
    return path.endsWith("/help") ? text : JSON.parse(text);
  }

  /** Sends a call: `await call.read(...simulator.send(call))`. Throws `ConnectionDropped`. */
  send(call: Call<unknown>): Answer {
    return this.#handle(call.method, call.url, headersToJson(call.headers), call.body);
  }

  /** In the place of `fetch`, for a client: `new Client(merchant, { fetch: simulator.fetch })`. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const sent = bodyOf(await request.arrayBuffer());
    // A Request in a browser has no User-Agent of ours: what was signed counts, not what it makes of it.
    const given = headersToJson((init?.headers as HeadersLike | undefined) ?? request.headers);
    const [status, headers, body] = this.#handle(request.method, request.url, given, sent as Uint8Array);
    return new Response(body.length > 0 ? body : null, { status, headers });
  };

  /** Moves the clock. */
  advance(seconds: number): void {
    this.door("POST", "/_simulator/clock", { advance: seconds });
  }

  /** Callbacks that are due now. */
  due(): Delivery[] {
    return this.#native.due().map((due) => {
      const { id, url, headers, body } = due;
      due.free();
      return { id, url, headers: JSON.parse(headers), body: body as Uint8Array<ArrayBuffer> };
    });
  }

  /** How a callback was answered; anything but 200 and 204 makes it come again. `body` matters to MCH_PREPAY. */
  delivered(delivery: Delivery, status: number | null, body = ""): void {
    this.door("POST", `/_simulator/deliveries/${delivery.id}`, { status, body });
  }

  #handle(method: string, url: string, headers: string, body: Uint8Array | undefined): Answer {
    const answered = this.#native.handle(method, url, headers, body);
    if (!answered) {
      throw new ConnectionDropped("the simulator closed the connection");
    }
    const answer: Answer = [answered.status, JSON.parse(answered.headers), answered.body as Uint8Array<ArrayBuffer>];
    answered.free();
    return answer;
  }
}
