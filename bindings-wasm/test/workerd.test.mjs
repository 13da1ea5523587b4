// The variant for workerd, bundled as for a deployment: it finds every file, and its WebAssembly is an import. Node
// runs the bundle, because workerd itself is not among the tools.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";

/** workerd gives a compiled module for an import of a file; so does this. */
const COMPILED = {
  name: "compiled",
  setup({ onLoad }) {
    onLoad({ filter: /\.wasm$/ }, ({ path }) => ({
      contents: `import { readFileSync } from "node:fs";
        export default new WebAssembly.Module(readFileSync(${JSON.stringify(path)}));`,
    }));
  },
};

const WORKER = `
  import { Merchant } from "payscore";
  import { sign } from "payscore/apiv3";
  import { Client } from "payscore/fetch";
  import { Simulator } from "payscore-testing";
  const simulator = new Simulator();
  const wechat = new Client(await simulator.merchant(), { fetch: simulator.fetch });
  const order = await wechat.createOrder({
    sub_mchid: "1900000109", out_order_no: "W1", service_introduction: "XX充电宝",
    risk_fund: { name: "ESTIMATE_ORDER_COST", amount: 10000 }, time_range: { start_time: "OnAccept" },
    notify_url: "https://shop.example/notify", need_user_confirm: true,
  });
  console.log(order.phase, typeof Merchant, typeof sign);`;

test("bundled for workerd", async () => {
  const folder = mkdtempSync(join(tmpdir(), "payscore-workerd-"));
  const outfile = join(folder, "worker.mjs");
  const { metafile } = await build({
    stdin: { contents: WORKER, resolveDir: import.meta.dirname },
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker"],
    plugins: [COMPILED],
    external: ["node:fs"],
    outfile,
    metafile: true,
    logLevel: "error",
  });
  try {
    const files = Object.keys(metafile.inputs).filter((name) => name.includes("node_modules/payscore"));
    assert.ok(files.length > 0 && files.every((name) => name.includes("/dist/workerd/")), files.join("\n"));
    assert.equal(execFileSync(process.execPath, [outfile], { encoding: "utf8" }), "created function function\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
