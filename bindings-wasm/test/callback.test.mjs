// Callbacks through a web-standard handler and through Express.
import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { callbackHandler } from "payscore";
import { Simulator } from "payscore-testing";
import { app } from "../examples/express.mjs";
import { NOW, ORDER } from "./support.mjs";

async function delivered() {
  const simulator = new Simulator({ now: NOW });
  const merchant = await simulator.merchant();
  const call = await merchant.createOrder(ORDER);
  await call.read(...simulator.send(call));
  simulator.control("POST", "/_simulator/orders/A%7C1*x/confirm", {});
  const [delivery] = simulator.due();
  return { simulator, merchant, delivery };
}

const request = (delivery, body = delivery.body) =>
  new Request("https://shop.example/notify", { method: "POST", headers: delivery.headers, body });

test("a callback is acknowledged after the function has resolved, and only then", async () => {
  const { merchant, delivery } = await delivered();
  const done = [];
  const handler = callbackHandler(merchant, async (event) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push(event.order.out_order_no);
  });
  const response = await handler(request(delivery));
  assert.deepEqual([response.status, await response.text(), done], [204, "", ["A|1*x"]]);
});

test("a function that throws makes it come again", async () => {
  const { merchant, delivery } = await delivered();
  const heard = [];
  const full = new Error("the disk is full");
  const handler = callbackHandler(merchant, () => Promise.reject(full), { onError: (error) => heard.push(error) });
  assert.equal((await handler(request(delivery))).status, 500);
  assert.deepEqual(heard, [full]);
});

test("a refused callback is answered as core says, and the function is not called", async () => {
  const { merchant, delivery } = await delivered();
  const heard = [];
  const handler = callbackHandler(merchant, () => assert.fail("called"), {
    onError: (error) => heard.push(error.code),
  });
  const response = await handler(request(delivery, "{}"));
  assert.equal(response.status, 401);
  assert.deepEqual(await response.json(), { code: "FAIL", message: "verification.signature" });
  const read = request(delivery);
  await read.text();
  assert.equal((await handler(read)).status, 500);
  assert.deepEqual(heard, ["verification.signature", "verification.body"]);
});

test("an event without a ready acknowledgement is acknowledged with what the function returns", async () => {
  const { merchant, delivery } = await delivered();
  const unknown = { readNotification: async () => ({ event_type: "PAYSCORE.NEW", raw: "{}" }) };
  assert.equal((await callbackHandler(unknown, () => {})(request(delivery))).status, 500);
  assert.equal(
    (
      await callbackHandler(unknown, () => ({ status: 200, headers: { "X-Own": "1" }, body: "ok" }))(request(delivery))
    ).headers.get("x-own"),
    "1",
  );
});

test("Express, with the raw body", async () => {
  const { merchant, delivery } = await delivered();
  const stored = [];
  const server = app(merchant, async (event) => {
    if (stored.length === 0) {
      stored.push(event.deduplication_key);
    } else {
      throw new Error("the disk is full");
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const post = (body) =>
    fetch(`http://127.0.0.1:${server.address().port}/notify`, { method: "POST", headers: delivery.headers, body });
  assert.equal((await post(delivery.body)).status, 204);
  assert.equal(stored.length, 1);
  assert.equal((await post(delivery.body)).status, 500, "not stored");
  const refused = await post('{"id":1}');
  assert.equal(refused.status, 401);
  assert.equal((await refused.json()).message, "verification.signature");
  server.close();
});
