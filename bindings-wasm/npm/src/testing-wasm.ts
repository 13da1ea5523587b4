// The simulator's module; see wasm.ts.
import { fromBase64 } from "./base64.js";
import { initSync } from "./wasm/testing.js";
import base64 from "./wasm/testing_base64.js";

initSync({ module: fromBase64(base64) });

export * from "./wasm/testing.js";
