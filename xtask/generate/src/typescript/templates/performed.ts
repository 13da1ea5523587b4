// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import type { SendOptions } from "../fetch.js";
import type * as m from "./models.js";

/** Performs operations over HTTP: each method returns the verified reply. */
export abstract class Performed {
  /** @internal */
  protected abstract _perform<R>(operation: string, params: unknown, options?: SendOptions): Promise<R>;
{{methods}}}
