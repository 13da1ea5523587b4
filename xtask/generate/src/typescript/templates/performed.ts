// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import { BaseClient, type SendOptions } from "{{up}}client.js";
import type * as m from "./models.js";

/** Performs operations over HTTP: each method returns the verified reply. */
export abstract class Performed extends BaseClient {{{methods}}}
