// The shop's process is really killed, before it sends its request or between sending and reading the answer. Another
// process resumes the stored draft, queries what became of it, and does what the settlement advises. The order ends in
// the right state, and nothing happened twice.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ApiError, Merchant } from "payscore";
import { Client } from "payscore/fetch";
import { ORDER, simulatorProcess } from "./support.mjs";

const REF = { out_order_no: "K1", sub_mchid: ORDER.sub_mchid };
const OPERATIONS = {
  create_order: "created",
  cancel_order: "revoked",
  complete_order: "awaiting_payment",
  register_deduct_info: "awaiting_payment",
};

class Shop {
  static async open(facts) {
    const shop = new Shop();
    shop.url = facts.merchant.base_url;
    shop.merchant = await Merchant.create(facts.merchant);
    shop.wechat = new Client(shop.merchant);
    return shop;
  }

  async control(method, path, body) {
    return (await fetch(this.url + path, { method, body: body && JSON.stringify(body) })).json();
  }

  /** Brings the order to where the operation is due, and returns the operation, not sent. */
  async draftOf(operation) {
    const create = this.merchant.draft("create_order", { ...ORDER, out_order_no: "K1" });
    if (operation === "create_order") {
      return create;
    }
    await this.wechat.send(await this.merchant.sign(create));
    if (operation === "cancel_order") {
      return this.merchant.draft("cancel_order", { order: REF, reason: "用户取消" });
    }
    await this.control("POST", "/_simulator/orders/K1/confirm", {});
    const { now } = await this.control("POST", "/_simulator/clock", { advance: 60 });
    const complete = this.merchant.draft("complete_order", {
      order: REF,
      post_payments: [{ name: "租借费用", amount: 700 }],
      total_amount: 700,
      time_range: { end_time: new Date(now * 1000) },
    });
    if (operation === "complete_order") {
      return complete;
    }
    await this.wechat.send(await this.merchant.sign(complete));
    return this.merchant.draft("register_deduct_info", { order: REF, out_trade_no: "D1" });
  }
}

/** The process that is killed. */
async function die([facts, operation, stored, sent]) {
  const shop = await Shop.open(JSON.parse(readFileSync(facts, "utf8")));
  const draft = await shop.draftOf(operation);
  writeFileSync(stored, draft.toBytes());
  if (sent === "true") {
    const call = await shop.merchant.sign(draft);
    await fetch(call.url, call);
  }
  process.kill(process.pid, "SIGKILL");
}

async function survive(operation, sent) {
  const { facts, end } = await simulatorProcess();
  const folder = mkdtempSync(join(tmpdir(), "payscore-killed-"));
  try {
    const [stored, file] = [join(folder, "draft"), join(folder, "facts")];
    writeFileSync(file, JSON.stringify(facts));
    const child = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), "--die", file, operation, stored, String(sent)],
      { encoding: "utf8" },
    );
    assert.equal(child.signal, "SIGKILL", child.stderr);

    const shop = await Shop.open(facts);
    const draft = shop.merchant.resume(readFileSync(stored));
    const query =
      operation === "register_deduct_info"
        ? shop.wechat.queryDeduction({ order: REF })
        : shop.wechat.queryOrder({ order: REF });
    const evidence = await query.catch((error) => {
      assert.ok(error instanceof ApiError, String(error));
      return error;
    });
    const { verdict, retry } = draft.settle(evidence);
    if (sent) {
      assert.deepEqual([verdict, retry], ["happened", "never"]);
    } else {
      assert.notEqual(verdict, "happened");
      assert.equal(retry, "same_request");
      await shop.wechat.send(await shop.merchant.sign(draft));
    }

    assert.equal((await shop.wechat.queryOrder({ order: REF })).phase, OPERATIONS[operation]);
    if (operation === "register_deduct_info") {
      assert.equal((await shop.wechat.queryDeduction({ order: REF })).out_trade_no, "D1");
    }
    const books = await shop.control("GET", "/_simulator/books");
    assert.deepEqual([books.double_orders, books.double_charges], [[], []]);
    const changed = (await shop.control("GET", "/_simulator/log")).filter(
      (entry) => entry.changed && entry.method === "POST",
    );
    assert.equal(
      new Set(changed.map((entry) => entry.body_sha256)).size,
      changed.length,
      "something took effect twice",
    );
  } finally {
    end();
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[2] === "--die") {
  await die(process.argv.slice(3));
} else {
  for (const operation of Object.keys(OPERATIONS)) {
    for (const sent of [true, false]) {
      test(`${operation}, killed ${sent ? "after" : "before"} sending`, () => survive(operation, sent));
    }
  }
}
