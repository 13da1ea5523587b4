// The simulator's module, as text: see `wasm.ts` of the package `payscore`.
import { initSync } from "./wasm/simulator.js";
import module from "./wasm/simulator_bytes.js";

initSync({ module });

export * from "./wasm/simulator.js";
