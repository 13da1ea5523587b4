// workerd compiles no bytes at run time. It takes the module from an import, which is compiled when the worker is
// deployed.
import module from "./wasm/payscore_bg.wasm";
import { initSync } from "./wasm/payscore.js";

initSync({ module });

export * from "./wasm/payscore.js";
