import { fromJson, guard } from "./crossing.js";
import type { Deduction, LaterReading, Lifecycle, Order, Progress } from "./generated/models.js";
import { Operations } from "./generated/operations.js";
import type { MerchantOptions } from "./generated/settings.js";
import { toJson } from "./to-json.js";
import * as native from "./wasm.js";

/** The mode at the top of the package. */
const NAMESPACE = "";

/** The institution (从业机构) that calls WeChat Pay. A merchant is immutable: make it once and share it. */
export class Merchant extends Operations {
  /** Checks the settings. One `ConfigError` names everything that is wrong. */
  static async create(options: MerchantOptions): Promise<Merchant> {
    return new Merchant(await Merchant._parts(NAMESPACE, options));
  }

  /** Another merchant with some settings changed; `undefined` removes one. */
  async with(changes: Changes): Promise<Merchant> {
    return new Merchant(await this._changed(NAMESPACE, changes));
  }
}

type Changes = { readonly [Name in keyof MerchantOptions]?: MerchantOptions[Name] | undefined };

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
