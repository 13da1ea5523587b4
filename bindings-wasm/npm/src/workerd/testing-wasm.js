// See wasm.js.
import module from "./wasm/testing_bg.wasm";
import { initSync } from "./wasm/testing.js";

initSync({ module });

export * from "./wasm/testing.js";
