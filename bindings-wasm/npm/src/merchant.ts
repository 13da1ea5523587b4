import { bodyOf } from "./bytes.js";
import { type BodyLike, Call, Draft } from "./call.js";
import { errorFromJson, fromJson, guard, unpacked, withAck } from "./crossing.js";
import { Engine } from "./engine.js";
import type { PayscoreError } from "./generated/errors.js";
import type { Deduction, Event, LaterReading, Lifecycle, Order, Progress, Settlement } from "./generated/models.js";
import { Operations } from "./generated/operations.js";
import type { MerchantOptions } from "./generated/settings.js";
import { type HeadersLike, headersToJson } from "./headers.js";
import { INSPECT } from "./inspect.js";
import * as rsa from "./rsa.js";
import { toJson } from "./to-json.js";
import * as native from "./wasm.js";

/** The institution (从业机构) that calls WeChat Pay. A merchant is immutable: make it once and share it. */
export class Merchant extends Operations {
  readonly #engine: Engine;
  readonly #settings: Settings;

  private constructor(engine: Engine, settings: Settings) {
    super();
    this.#engine = engine;
    this.#settings = settings;
  }

  /** Checks the settings. One `ConfigError` names everything that is wrong. */
  static async create(options: MerchantOptions): Promise<Merchant> {
    return Merchant.#fromSettings(settingsOf(options));
  }

  static async #fromSettings(settings: Settings): Promise<Merchant> {
    const merchant = guard(() => new native.Merchant(settings.json));
    return new Merchant(await Engine.create(merchant, settings), settings);
  }

  /** Another merchant with some settings changed; `undefined` removes one. */
  with(changes: Changes): Promise<Merchant> {
    const { json, clock, nonce } = settingsOf(changes);
    const merged: Record<string, unknown> = { ...JSON.parse(this.#settings.json), ...JSON.parse(json) };
    for (const name of Object.keys(changes).filter((name) => changes[name as keyof Changes] === undefined)) {
      delete merged[name];
    }
    return Merchant.#fromSettings({
      json: JSON.stringify(merged),
      clock: "clock" in changes ? clock : this.#settings.clock,
      nonce: "nonce" in changes ? nonce : this.#settings.nonce,
    });
  }

  /** The institution's merchant number. */
  get mchid(): string {
    return this.#engine.native.mchid;
  }

  /** Makes a stored draft again, in any process, from its bytes or their text: the same body, to be signed afresh. */
  resume(stored: BodyLike | string): Draft<unknown> {
    const bytes = typeof stored === "string" ? new TextEncoder().encode(stored) : bodyOf(stored);
    const passed = typeof bytes === "string" ? new Uint8Array() : bytes;
    return Draft._make(this.#engine, (now, nonce) => this.#engine.native.resume(passed, now, nonce));
  }

  /**
   * The identical request once more, for WeChat Pay's other address: a draft, to be signed. For a call whose loss
   * requires a query first, pass the `Settlement` of `draft.settle`; the call is repeated only if its `retry` is
   * `same_request`. Otherwise this throws a `StateError`.
   */
  again<R>(lost: Call<R> | Draft<R>, settlement?: Settlement | null): Draft<R> {
    const stored = (lost instanceof Call ? lost.draft : lost).toBytes();
    const settled = toJson(settlement);
    return Draft._make<R>(this.#engine, (now, nonce) => this.#engine.native.again(stored, settled, now, nonce));
  }

  /** The same call, to read a stored answer with this merchant's keys, such as after downloading new certificates. */
  takeOver<R>(call: Call<R>): Call<R> {
    const stored = call.draft.toBytes();
    const draft = Draft._make<R>(this.#engine, (now, nonce) => this.#engine.native.resume(stored, now, nonce));
    return call._readBy(this.#engine, draft);
  }

  /** Signs a draft with the merchant's own key. */
  async sign<R>(draft: Draft<R>): Promise<Call<R>> {
    return draft.finish(await this.#engine.sign(draft.message));
  }

  /**
   * Verifies, opens and types a callback. `body`: the bytes as received, before anything parsed them. Store the event
   * durably, then answer with `event.ack`. When this throws, answer with `error.ack`.
   */
  async readNotification(headers: HeadersLike, body: BodyLike): Promise<Event> {
    const now = this.#engine.now();
    const bytes = bodyOf(body);
    if (typeof bytes === "string") {
      throw callbackNotBytes(bytes);
    }
    const pairs = headersToJson(headers);
    const valid = await this.#engine.validCheck(pairs, bytes, now);
    return withAck(guard(() => this.#engine.native.read_notification(pairs, bytes, now, valid)));
  }

  /** Opens a text that WeChat Pay sealed to the merchant's certificate. */
  async openSensitive(sealed: string): Promise<string> {
    const bytes = guard(() => native.to_open(textOf("sealed", sealed))) as rsa.Bytes;
    const text = await this.#engine.open(bytes);
    return guard(() => native.opened(text));
  }

  /** Seals a text for WeChat Pay, with the key that the merchant's requests name in `Wechatpay-Serial`. */
  async sealSensitive(text: string): Promise<string> {
    return seal(guard(() => this.#engine.native.to_seal(textOf("text", text))));
  }

  /** @internal */
  protected override async _call<R>(operation: string, params: unknown): Promise<Call<R>> {
    return this.sign(this._draft<R>(operation, params));
  }

  /** @internal */
  protected override _draft<R>(operation: string, params: unknown): Draft<R> {
    return Draft._make(this.#engine, (now, nonce) =>
      this.#engine.native.draft(textOf("operation", operation), toJson(params), now, nonce),
    );
  }

  /** @internal */
  protected override _compute<R>(name: string, params: unknown): R {
    const [now, nonce] = [this.#engine.now(), this.#engine.nonce()];
    return withAck(guard(() => this.#engine.native.compute(name, toJson(params), now, nonce)));
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

type Changes = { readonly [Name in keyof MerchantOptions]?: MerchantOptions[Name] | undefined };

type Functions = Pick<MerchantOptions, "clock" | "nonce">;

/** The functions, and everything else as JSON. The object that the user made is not kept. */
type Settings = { readonly json: string } & Functions;

function settingsOf(options: Changes): Settings {
  const json = JSON.parse(toJson(options)) as Record<string, unknown> | null;
  delete json?.clock;
  delete json?.nonce;
  return { json: JSON.stringify(json), ...functionsOf(options) };
}

/** None when the options cannot be inspected: core refuses those. */
function functionsOf(options: Functions | null): Functions {
  try {
    return { clock: options?.clock, nonce: options?.nonce };
  } catch {
    return {};
  }
}

/** Seals with WebCrypto what core wants to have sealed. @internal */
export async function seal(sealing: native.Sealing): Promise<string> {
  const { spki, text } = unpacked(sealing, ({ spki, text }) => ({ spki: spki as rsa.Bytes, text: text as rsa.Bytes }));
  const key = await rsa.sealingKey(spki);
  const sealed = key && (await rsa.seal(key, text));
  return guard(() => native.sealed(sealed));
}

/** A text. Otherwise it throws an error that names what was passed in its place. @internal */
export function textOf(what: string, value: unknown): string {
  return typeof value === "string" ? value : guard(() => native.text(what, toJson(value)));
}

/** The error about a callback whose body is `what` instead of bytes. @internal */
export function callbackNotBytes(what: string): PayscoreError {
  return errorFromJson(native.callback_not_bytes(what));
}

/** Options of `lifecycle`. */
export interface LifecycleOptions {
  /** Unix seconds; the system's time by default. */
  readonly now?: number | undefined;
  /** What you remember about the order. It gives the times of the next step. */
  readonly progress?: Progress | undefined;
}

/**
 * Where an order stands, what is allowed, and what to do next. `order`: a freshly read order. `deduction`: what you
 * know of its deduction number.
 */
export function lifecycle(
  order: Order | string,
  deduction?: Deduction | null,
  options: LifecycleOptions = {},
): Lifecycle {
  const now = options.now ?? Date.now() / 1000;
  return fromJson(guard(() => native.lifecycle(toJson(order), toJson(deduction), toJson(options.progress), now)));
}

/**
 * Which of two readings of one order is the later one, such as the stored one and that of a callback: callbacks come
 * late, twice, and in any order. Throws an `InvalidError` when the readings are of different orders.
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
