// The snippet of the README runs, word for word, against the simulator.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Simulator } from "payscore-testing";
import { ROOT } from "./support.mjs";

test("the README's snippet", async () => {
  const [, snippet] = /```js\nimport \{ Merchant \} from "payscore";\n(.*?)```/s.exec(readFileSync(join(ROOT, "README.md"), "utf8"));
  const simulator = new Simulator();
  const facts = simulator.door("GET", "/_simulator").merchant;
  const Merchant = {
    create: async (options) => {
      assert.deepEqual(Object.keys(options).filter((name) => !(name in facts)), [], "the README names a setting that is none");
      return simulator.merchant();
    },
  };
  const fetch = async (_url, call) => {
    const [status, headers, body] = simulator.send(call);
    return new Response(body, { status, headers });
  };
  const [first, callback] = snippet.split("\nconst event = ");
  const Async = (async () => {}).constructor;
  const given = ["Merchant", "fetch", "certPem", "keyPem", "apiV3Key", "wechatpayPem"];
  const begun = await new Async(...given, `${first}\nreturn { merchant, order, launch };`)(Merchant, fetch);
  assert.equal(begun.order.phase, "created");
  assert.equal(begun.launch.jsapi.businessType, "wxpayScoreUse");

  simulator.door("POST", `/_simulator/orders/${begun.order.out_order_no}/confirm`, {});
  const [{ headers, body }] = simulator.due();
  const names = ["merchant", "order", "headers", "body"];
  const { event, cancel } = await new Async(...names, `const event = ${callback}\nreturn { event, cancel };`)(begun.merchant, begun.order, headers, body);
  assert.equal(event.event_type, "PAYSCORE.USER_CONFIRM");
  await cancel.read(...simulator.send(cancel));
  const query = await begun.merchant.queryOrder({ order: begun.order });
  assert.equal((await query.read(...simulator.send(query))).phase, "revoked");
});
