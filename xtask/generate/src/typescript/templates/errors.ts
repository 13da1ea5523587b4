// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import { ErrorBase } from "../error.js";
import type * as m from "./models.js";

{{kind}}
{{doc}}export class PayscoreError extends ErrorBase {
{{members}}}
{{classes}}