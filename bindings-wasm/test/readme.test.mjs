// The snippets of the READMEs run, word for word, against the simulator.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as payscore from "payscore";
import * as sending from "payscore/fetch";
import { Simulator } from "payscore-testing";
import { ROOT } from "./support.mjs";

const AsyncFunction = (async () => {}).constructor;
const FOLDER = import.meta.dirname;

function snippets(file) {
  return [...readFileSync(join(ROOT, file), "utf8").matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);
}

/** A shop whose `fetch` reaches the simulator, and what the snippets take from their surroundings. */
function shop() {
  const simulator = new Simulator({ now: Date.now() / 1000 - 3600 });
  const facts = simulator.control("GET", "/_simulator").merchant;
  const stored = [];
  const Merchant = {
    create: async (options) => {
      const unknown = Object.keys(options).filter((name) => !(name in facts));
      assert.deepEqual(unknown, [], "the README names a setting that does not exist");
      return simulator.merchant();
    },
  };
  class Client extends sending.Client {
    constructor(merchant, options) {
      super(merchant, { ...options, fetch: simulator.fetch });
    }
  }
  const scope = {
    ...payscore,
    ...sending,
    Merchant,
    Client,
    fetch: simulator.fetch,
    certPem: facts.certificate,
    keyPem: facts.private_key,
    apiV3Key: facts.api_v3_key,
    wechatpayPem: "",
    keep: (bytes) => stored.push(bytes),
    store: async (key) => stored.push(key),
  };
  return { simulator, stored, scope };
}

/** Runs a snippet in a scope; what it declares at the top is added to the scope. */
async function run(code, scope) {
  const body = code.replaceAll(/^import .*;\n/gm, "");
  const declared = [...body.matchAll(/^const (?:\{ (.+?) \}|(\w+)) =/gm)].flatMap(
    ([, names, name]) => names?.split(", ") ?? name,
  );
  const names = Object.keys(scope).filter((name) => !declared.includes(name));
  const made = await new AsyncFunction(...names, `${body}\nreturn { ${declared.join(", ")} };`)(
    ...names.map((name) => scope[name]),
  );
  Object.assign(scope, made);
}

test("the README of the npm package", async () => {
  const { simulator, stored, scope } = shop();
  const [first, launch, callback, journey, recovery, ...more] = snippets("bindings-wasm/npm/README.md");
  assert.deepEqual(more, [], "a snippet that does not run");
  await run(first, scope);
  assert.equal(scope.order.phase, "created");
  await run(launch, scope);
  assert.equal(scope.launch.jsapi.businessType, "wxpayScoreUse");

  await run(callback, scope);
  simulator.control("POST", `/_simulator/orders/${scope.order.out_order_no}/confirm`, {});
  const [{ headers, body }] = simulator.due();
  const answer = await scope.notify(new Request("https://shop.example/notify", { method: "POST", headers, body }));
  assert.deepEqual([answer.status, stored.length], [204, 1]);

  simulator.advance(3602); // The service ends now.
  await run(journey, scope);
  assert.equal(scope.phase, "awaiting_payment");
  assert.equal(stored.length, 3, "the two changes were stored");
  await run(recovery, { ...scope, stored: stored[1] });
  simulator.control("POST", "/_simulator/clearing/withhold", { out_trade_no: "D1", amount: 700 });
  const settled = { ...scope, stored: stored[1] };
  await run(recovery, settled);
  assert.deepEqual([settled.verdict, settled.retry], ["happened", "never"]);
});

test("the README of payscore-testing", () => {
  const file = join(FOLDER, `readme-${process.pid}.mjs`);
  const all = snippets("bindings-wasm/testing/npm/README.md");
  assert.equal(all.length, 2);
  for (const code of all) {
    writeFileSync(file, code);
    const { status, stdout } = spawnSync(process.execPath, ["--test-reporter=tap", file], {
      encoding: "utf8",
      env: { ...process.env, NODE_TEST_CONTEXT: "" },
    });
    rmSync(file);
    assert.deepEqual([status, /^# pass 1$/m.test(stdout)], [0, true], stdout);
  }
});

test("the JavaScript of the project's README", async () => {
  const { simulator, scope } = shop();
  const all = snippets("README.md");
  assert.ok(all.length > 0, "there is none");
  for (const code of all) {
    const [first, callback] = code.split("\nconst event = ");
    await run(first, scope);
    assert.equal(scope.order.phase, "created");
    if (callback !== undefined) {
      simulator.control("POST", `/_simulator/orders/${scope.order.out_order_no}/confirm`, {});
      Object.assign(scope, simulator.due()[0]);
      await run(`const event = ${callback}`, scope);
      assert.equal(scope.event.event_type, "PAYSCORE.USER_CONFIRM");
    }
  }
});
