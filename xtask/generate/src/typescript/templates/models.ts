// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import type { Ack } from "{{up}}ack.js";

export type { Ack };

{{from_top}}{{models}}
/**
 * A text that is none of the known event types. It is declared as an enumeration, because only then does a comparison
 * of `event_type` with a known one tell the events apart.
 */
export declare enum UnknownEventType {
  any = "any other",
}

/** A verified callback. Branch on `event_type`. An event that this version does not know is `Unknown`. */
{{events}}
/** Evidence of what became of a call whose answer was lost. */
{{evidence}}