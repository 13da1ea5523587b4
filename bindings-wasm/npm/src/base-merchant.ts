import { bodyOf } from "./bytes.js";
import { type BodyLike, Call, Draft } from "./call.js";
import { errorFromJson, guard, unpacked, withAck } from "./crossing.js";
import { Engine, type Functions } from "./engine.js";
import type { PayscoreError } from "./generated/errors.js";
import type { Settlement } from "./generated/models.js";
import { type HeadersLike, headersToJson } from "./headers.js";
import { INSPECT } from "./inspect.js";
import * as rsa from "./rsa.js";
import { toJson } from "./to-json.js";
import * as native from "./wasm.js";

/** What a merchant is made of, once its settings are checked. @internal */
export interface MerchantParts {
  readonly engine: Engine;
  readonly settings: Settings;
}

/** What every merchant has, whatever its mode. `E` is the mode's events. */
export abstract class BaseMerchant<E> {
  readonly #engine: Engine;
  readonly #settings: Settings;

  /** `parts`: what `_parts` or `_changed` made. Its type is not public, because users make merchants with `create`. */
  protected constructor(parts: unknown) {
    const { engine, settings } = parts as MerchantParts;
    this.#engine = engine;
    this.#settings = settings;
  }

  /** Checks the settings of a merchant of the mode of this namespace. @internal */
  protected static async _parts(namespace: string, options: object): Promise<MerchantParts> {
    return partsOf(namespace, settingsOf(options));
  }

  /** The same with some settings changed; `undefined` removes one. @internal */
  protected async _changed(namespace: string, changes: Functions & object): Promise<MerchantParts> {
    const { json, clock, nonce } = settingsOf(changes);
    const merged: Record<string, unknown> = { ...JSON.parse(this.#settings.json), ...JSON.parse(json) };
    for (const [name] of Object.entries(changes).filter(([, value]) => value === undefined)) {
      delete merged[name];
    }
    return partsOf(namespace, {
      json: JSON.stringify(merged),
      clock: "clock" in changes ? clock : this.#settings.clock,
      nonce: "nonce" in changes ? nonce : this.#settings.nonce,
    });
  }

  /** The merchant number. */
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
  async readNotification(headers: HeadersLike, body: BodyLike): Promise<E> {
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
  protected async _call<R>(operation: string, params: unknown): Promise<Call<R>> {
    return this.sign(this._draft<R>(operation, params));
  }

  /** @internal */
  _draft<R>(operation: string, params: unknown): Draft<R> {
    return Draft._make(this.#engine, (now, nonce) =>
      this.#engine.native.draft(textOf("operation", operation), toJson(params), now, nonce),
    );
  }

  /** @internal */
  protected _compute<R>(name: string, params: unknown): R {
    const [now, nonce] = [this.#engine.now(), this.#engine.nonce()];
    return withAck(guard(() => this.#engine.native.compute(name, toJson(params), now, nonce)));
  }

  toJSON(): { mchid: string } {
    return { mchid: this.mchid };
  }

  toString(): string {
    return `Merchant(${this.mchid})`;
  }

  /** @internal */
  [INSPECT](): string {
    return this.toString();
  }
}

async function partsOf(namespace: string, settings: Settings): Promise<MerchantParts> {
  const merchant = guard(() => new native.Merchant(namespace, settings.json));
  return { engine: await Engine.create(merchant, settings), settings };
}

/** The functions, and everything else as JSON. The object that the user made is not kept. */
type Settings = { readonly json: string } & Functions;

function settingsOf(options: Functions & object): Settings {
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
