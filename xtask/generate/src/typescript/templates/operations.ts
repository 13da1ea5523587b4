// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import type { Call, Draft } from "../call.js";
import type * as m from "./models.js";

/** One method per operation, and one per function. */
export abstract class Operations {
  /** @internal */
  protected abstract _call<R>(operation: string, params: unknown): Promise<Call<R>>;
  /** @internal */
  protected abstract _draft<R>(operation: string, params: unknown): Draft<R>;
  /** @internal */
  protected abstract _compute<R>(name: string, params: unknown): R;
{{calls}}{{drafts}}
  draft(operation: string, params: unknown): Draft<unknown> {
    return this._draft(operation, params);
  }
{{functions}}}
