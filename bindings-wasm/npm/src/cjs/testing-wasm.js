// See ../wasm.ts; this one becomes CJS.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initSync } from "./wasm/testing.js";

initSync({ module: readFileSync(join(__dirname, "../workerd/wasm/testing_bg.wasm")) });

export * from "./wasm/testing.js";
