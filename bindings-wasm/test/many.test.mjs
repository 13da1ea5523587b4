// Many calls: at once, and one after the other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "payscore/fetch";
import { Simulator } from "payscore-testing";
import { NOW, ORDER, simulatorProcess } from "./support.mjs";

test("64 calls in flight get their own answers", async () => {
  const { facts, end } = await simulatorProcess();
  try {
    const { Merchant } = await import("payscore");
    const wechat = new Client(await Merchant.create(facts.merchant));
    const found = await Promise.all(
      Array.from({ length: 64 }, async (_, index) => {
        const created = await wechat.createOrder({ ...ORDER, out_order_no: `T${index}`, attach: String(index) });
        const { out_order_no, attach } = await wechat.queryOrder({ order: created.order_ref });
        return [out_order_no, attach];
      }),
    );
    assert.deepEqual(
      found,
      Array.from({ length: 64 }, (_, index) => [`T${index}`, String(index)]),
    );
    const books = await (await fetch(`${facts.merchant.base_url}/_simulator/books`)).json();
    assert.equal(books.orders, 64);
  } finally {
    end();
  }
});

test("100 000 calls leave memory level", async (t) => {
  const merchant = await new Simulator({ now: NOW }).merchant();
  const signature = Uint8Array.from({ length: 256 }, (_, index) => index);
  // The module's own memory, which users do not reach and which never shrinks.
  const { initSync } = await import(new URL("wasm/payscore.js", import.meta.resolve("payscore")).href);
  const { memory } = initSync();
  const calls = (count) => {
    for (let index = 0; index < count; index++) {
      const call = merchant.draft("create_order", { ...ORDER, out_order_no: `M${index}` }).finish(signature);
      assert.equal(call.lost("gone").outcome, "unknown");
    }
  };
  const measured = async () => {
    for (let round = 0; round < 3; round++) {
      gc();
      await new Promise(setImmediate); // what holds memory outside the heap is let go between turns
    }
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    return { rss, heapUsed, arrayBuffers, wasm: memory.buffer.byteLength };
  };
  calls(20_000);
  const before = await measured();
  calls(80_000);
  const after = await measured();
  const grown = Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - before[name]]));
  t.diagnostic(`grown by ${JSON.stringify(grown)}`);
  assert.ok(
    grown.wasm === 0 && grown.heapUsed < 2 * 2 ** 20 && grown.arrayBuffers < 2 ** 20 && grown.rss < 48 * 2 ** 20,
    JSON.stringify(grown),
  );
});
