// The module stands in the JavaScript as text and is ready when the import is: this alone works in Node, in a page without a
// bundler, in every bundle and in worker threads, without permissions and without an `await` for users.
import { fromBase64 } from "./base64.js";
import { initSync } from "./wasm/payscore.js";
import base64 from "./wasm/payscore_base64.js";

initSync({ module: fromBase64(base64) });

export * from "./wasm/payscore.js";
