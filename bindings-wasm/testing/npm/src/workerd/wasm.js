// workerd compiles no bytes at run time: see `workerd/wasm.js` of the package `payscore`.
import module from "./wasm/simulator_bg.wasm";
import { initSync } from "./wasm/simulator.js";

initSync({ module });

export * from "./wasm/simulator.js";
