// workerd compiles no bytes while it runs: it takes the module from an import, compiled when it is deployed.
import module from "./wasm/payscore_bg.wasm";
import { initSync } from "./wasm/payscore.js";

initSync({ module });

export * from "./wasm/payscore.js";
