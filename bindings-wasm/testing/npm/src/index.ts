/**
 * WeChat Pay's side in process, without a port: for tests only.
 *
 * @module
 */
import { type Call, Merchant, type MerchantOptions } from "payscore";
import * as native from "./wasm.js";

/** The simulator closed the connection without an answer: pass it to `call.lost`. */
export class ConnectionDropped extends Error {
  override readonly name: string = "ConnectionDropped";
}

/** A callback that is due: pass `headers` and `body` to your handler, and its status to `Simulator.delivered`. */
export interface Delivery {
  readonly id: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Status, headers and body, as `call.read` takes them. */
export type Answer = [status: number, headers: [string, string][], body: Uint8Array<ArrayBuffer>];

/** How a simulator begins. */
export interface SimulatorOptions {
  /** Decides everything random; 7 by default. */
  readonly seed?: number;
  /** Its clock, in Unix seconds; the system's time by default. It stands still until `advance` moves it. */
  readonly now?: number;
}

/**
 * WeChat Pay's side and a clearing house's. `control` reaches everything that a user, the clearing house, the clock or
 * bad luck can do; `control("GET", "/_simulator/help")` lists it.
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

  /** A merchant that the simulator knows. It uses the simulator's clock. */
  merchant(overrides: Partial<MerchantOptions> = {}): Promise<Merchant> {
    const options = this.control("GET", "/_simulator").merchant as MerchantOptions;
    return Merchant.create({ ...options, clock: () => this.now, ...overrides });
  }

  /** A request under `/_simulator/…`. Throws `ConnectionDropped` when a fault drops its answer. */
  // biome-ignore lint: what is returned depends on the path.
  control(method: string, path: string, body?: unknown): any {
    const sent = body === undefined ? undefined : new TextEncoder().encode(JSON.stringify(body));
    const [status, , content] = this.#handle(method, path, [], sent);
    const text = new TextDecoder().decode(content);
    if (status !== 200) {
      throw new Error(JSON.parse(text).error);
    }
    return path.endsWith("/help") ? text : JSON.parse(text);
  }

  /** Sends a call: `await call.read(...simulator.send(call))`. Throws `ConnectionDropped`. */
  send(call: Call<unknown>): Answer {
    return this.#handle(call.method, call.url, Object.entries(call.headers), call.body);
  }

  /** Takes the place of `fetch`, for a client: `new Client(merchant, { fetch: simulator.fetch })`. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = new Uint8Array(await request.arrayBuffer());
    // A browser's Request drops our User-Agent. What was signed counts, so the headers are taken from what was passed.
    const sent = [...new Headers(init?.headers ?? request.headers)];
    const [status, headers, content] = this.#handle(request.method, request.url, sent, body);
    return new Response(content.length > 0 ? content : null, { status, headers });
  };

  /** Moves the clock forward. */
  advance(seconds: number): void {
    this.control("POST", "/_simulator/clock", { advance: seconds });
  }

  /** Callbacks that are due now. */
  due(): Delivery[] {
    return this.#native.due().map((due) => {
      const { id, url, headers, body } = due;
      due.free();
      return { id, url, headers: JSON.parse(headers), body: body as Uint8Array<ArrayBuffer> };
    });
  }

  /**
   * How a callback was answered. Any status but 200 and 204 makes it come again; `null` stands for no answer. The body
   * matters for MCH_PREPAY only.
   */
  delivered(delivery: Delivery, status: number | null, body = ""): void {
    this.control("POST", `/_simulator/deliveries/${delivery.id}`, { status, body });
  }

  #handle(method: string, url: string, headers: [string, string][], body: Uint8Array | undefined): Answer {
    const answered = this.#native.handle(method, url, JSON.stringify(headers), body);
    if (!answered) {
      throw new ConnectionDropped("the simulator closed the connection");
    }
    const answer: Answer = [answered.status, JSON.parse(answered.headers), answered.body as Uint8Array<ArrayBuffer>];
    answered.free();
    return answer;
  }
}
