import { type BodyLike, Call, Draft } from "./call.js";
import { bodyOf } from "./bytes.js";
import { errorOf, fromJson, guard, withAck } from "./crossing.js";
import { Engine } from "./engine.js";
import type { PayscoreError } from "./generated/errors.js";
import type { Deduction, Event, LaterReading, Lifecycle, Order, Progress, Settlement } from "./generated/models.js";
import { Operations } from "./generated/operations.js";
import type { MerchantOptions } from "./generated/settings.js";
import { type HeadersLike, headersToJson } from "./headers.js";
import { INSPECT } from "./inspect.js";
import * as rsa from "./rsa.js";
import { toJson } from "./saying.js";
import * as native from "./wasm.js";

/** Who calls WeChat Pay: the institution (从业机构). Made once, checked once, immutable, shared. */
export class Merchant extends Operations {
  readonly #engine: Engine;
  readonly #settings: Settings;

  private constructor(engine: Engine, settings: Settings) {
    super();
    this.#engine = engine;
    this.#settings = settings;
  }

  /** Checks the settings; everything that is wrong is in one `ConfigError`. */
  static async create(options: MerchantOptions): Promise<Merchant> {
    return Merchant.#of(settingsOf(options));
  }

  static async #of(settings: Settings): Promise<Merchant> {
    const merchant = guard(() => new native.Merchant(settings.json));
    return new Merchant(await Engine.create(merchant, settings), settings);
  }

  /** Another merchant with some settings changed; `undefined` leaves one out. */
  with(changes: { readonly [Name in keyof MerchantOptions]?: MerchantOptions[Name] | undefined }): Promise<Merchant> {
    const { json, clock, nonce } = settingsOf(changes);
    const merged: Record<string, unknown> = { ...JSON.parse(this.#settings.json), ...JSON.parse(json) };
    for (const name of Object.keys(changes).filter((name) => changes[name as keyof MerchantOptions] === undefined)) {
      delete merged[name];
    }
    return Merchant.#of({
      json: JSON.stringify(merged),
      clock: "clock" in changes ? clock : this.#settings.clock,
      nonce: "nonce" in changes ? nonce : this.#settings.nonce,
    });
  }

  /** The institution's merchant number. */
  get mchid(): string {
    return this.#engine.native.mchid;
  }

  /** Takes up a stored draft, its bytes or the text that they are, in any process: the same body, to be signed afresh. */
  resume(stored: BodyLike | string): Draft<unknown> {
    const bytes = typeof stored === "string" ? new TextEncoder().encode(stored) : bodyOf(stored);
    const given = typeof bytes === "string" ? new Uint8Array() : bytes;
    return Draft._made(this.#engine, (now, nonce) => this.#engine.native.resume(given, now, nonce));
  }

  /**
   * The identical request once more, for WeChat Pay's other address: a draft, to be signed. Calls after whose loss one queries first
   * need what `draft.settle` then said; throws a `StateError` where that does not say to repeat.
   */
  again<R>(lost: Call<R> | Draft<R>, settled?: Settlement | null): Draft<R> {
    const stored = (lost instanceof Call ? lost.draft : lost).toBytes();
    return Draft._made<R>(this.#engine, (now, nonce) => this.#engine.native.again(stored, toJson(settled), now, nonce));
  }

  /** The same call, to be read with what this merchant trusts: for an answer that was kept because its key was not known yet. */
  takeOver<R>(call: Call<R>): Call<R> {
    const draft = Draft._made<R>(this.#engine, (now, nonce) => this.#engine.native.resume(call.draft.toBytes(), now, nonce));
    return call._readBy(this.#engine, draft);
  }

  /** Signs a draft with the merchant's own key. */
  async sign<R>(draft: Draft<R>): Promise<Call<R>> {
    return draft.finish(await this.#engine.sign(draft.message));
  }

  /**
   * Verifies, opens and types a callback. `body`: the bytes as received, before anything parsed them. Store the event durably, then
   * answer with `event.ack`; what was refused is answered with `error.ack`.
   */
  async readNotification(headers: HeadersLike, body: BodyLike): Promise<Event> {
    const now = this.#engine.now();
    const bytes = bodyOf(body);
    if (typeof bytes === "string") {
      throw callbackNotBytes(bytes);
    }
    const pairs = headersToJson(headers);
    const held = await this.#engine.held(pairs, bytes, now);
    return withAck(guard(() => this.#engine.native.read_notification(pairs, bytes, now, ...held)));
  }

  /** Opens a text that WeChat Pay sealed to the merchant's certificate. */
  async openSensitive(sealed: string): Promise<string> {
    const bytes = guard(() => native.to_open(textOf("sealed", sealed))) as rsa.Bytes;
    const text = await this.#engine.open(bytes);
    return guard(() => native.opened(text));
  }

  /** Seals a text for WeChat Pay, to the key that the merchant's requests name in `Wechatpay-Serial`. */
  async sealSensitive(text: string): Promise<string> {
    const [spki, bytes] = guard(() => this.#engine.native.to_seal(textOf("text", text))) as [rsa.Bytes, rsa.Bytes];
    const key = await rsa.sealingKey(spki);
    const sealed = key && (await rsa.seal(key, bytes));
    return guard(() => native.sealed(sealed));
  }

  /** @internal */
  protected override async _call<R>(operation: string, params: unknown): Promise<Call<R>> {
    return this.sign(this._draft<R>(operation, params));
  }

  /** @internal */
  protected override _draft<R>(operation: string, params: unknown): Draft<R> {
    return Draft._made(this.#engine, (now, nonce) => this.#engine.native.draft(textOf("operation", operation), toJson(params), now, nonce));
  }

  /** @internal */
  protected override _compute<R>(name: string, params: unknown): R {
    return withAck(guard(() => this.#engine.native.compute(name, toJson(params), this.#engine.now(), this.#engine.nonce())));
  }

  toJSON(): { mchid: string } {
    return { mchid: this.mchid };
  }

  override toString(): string {
    return `Merchant(${this.mchid})`;
  }

  /** @internal */
  [INSPECT](): string {
    return this.toString();
  }
}

/** Everything but the functions as JSON: the object that the user made is not kept. */
type Settings = { readonly json: string } & Pick<MerchantOptions, "clock" | "nonce">;

function settingsOf(options: Partial<{ readonly [Name in keyof MerchantOptions]: MerchantOptions[Name] | undefined }>): Settings {
  const json = JSON.parse(toJson(options)) as Record<string, unknown> | null;
  delete json?.clock;
  delete json?.nonce;
  return { json: JSON.stringify(json), ...functionsOf(options) };
}

/** Nothing of what cannot be looked at: core refuses that. */
function functionsOf(options: Pick<MerchantOptions, "clock" | "nonce"> | null): Pick<MerchantOptions, "clock" | "nonce"> {
  try {
    return { clock: options?.clock, nonce: options?.nonce };
  } catch {
    return {};
  }
}

/** A text, or the error that names what was given in its place. @internal */
export function textOf(what: string, value: unknown): string {
  return typeof value === "string" ? value : guard(() => native.text(what, toJson(value)));
}

/** The error about a callback whose body is `what` instead of bytes. @internal */
export function callbackNotBytes(what: string): PayscoreError {
  return errorOf(native.callback_not_bytes(what));
}

/** What else `lifecycle` may be told. */
export interface LifecycleOptions {
  /** Unix seconds; the system's time when left out. */
  readonly now?: number | undefined;
  /** What is remembered of the order, for the times of the next step. */
  readonly progress?: Progress | undefined;
}

/**
 * Where an order stands, what is allowed, and what to do next: from a freshly read order, and what is known of its deduction.
 */
export function lifecycle(order: Order | string, deduction?: Deduction | null, options: LifecycleOptions = {}): Lifecycle {
  const now = options.now ?? Date.now() / 1000;
  return fromJson(guard(() => native.lifecycle(toJson(order), toJson(deduction), toJson(options.progress), now)));
}

/**
 * Which of two readings of one order is the later one, such as what is stored and what a callback carries: callbacks come late, twice,
 * and in any order. Throws an `InvalidError` when the readings are of different orders.
 */
export function laterReading(first: Order | string, second: Order | string): LaterReading {
  return fromJson(guard(() => native.later_reading(toJson(first), toJson(second))));
}

/** An order that was stored: the `raw` text of an earlier answer or callback, or a whole order. */
export function readOrder(stored: string | Order): Order {
  return fromJson(guard(() => native.read_order(toJson(stored))));
}

/** The version of Payscore. */
export const version: string = native.version();
