// The module is part of the JavaScript as text, and it is ready when the import is done. Only this form works in Node,
// in a page without a bundler, in every bundler and in worker threads, without permissions and without an `await` for
// users.
import { initSync } from "./wasm/payscore.js";
import module from "./wasm/payscore_bytes.js";

initSync({ module });

export * from "./wasm/payscore.js";
