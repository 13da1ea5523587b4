// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import { BaseMerchant } from "{{up}}base-merchant.js";
import type { Call, Draft } from "{{up}}call.js";
import type * as m from "./models.js";

/** One method per operation, and one per function. */
export abstract class Operations extends BaseMerchant<m.Event> {{{calls}}{{drafts}}
  draft(operation: string, params: unknown): Draft<unknown> {
    return this._draft(operation, params);
  }
{{functions}}}
