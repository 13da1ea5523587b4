// CommonJS is for Node only. There the module is read from the file that workerd imports, so that it is not shipped
// twice as text.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initSync } from "./wasm/simulator.js";

initSync({ module: readFileSync(join(__dirname, "../workerd/wasm/simulator_bg.wasm")) });

export * from "./wasm/simulator.js";
