// Plays the journey of `examples/journey.mjs` against a simulator, and prints it as a timeline or as JSON. It fails
// when the requests that were sent differ from those that the simulator received. `cargo xtask demo` runs it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lifecycle, Merchant, TransportError } from "payscore";
import { Shop, serve } from "./examples/journey.mjs";

const FACTS = JSON.parse(readFileSync(process.argv[2], "utf8"));
const BASE = FACTS.merchant.base_url;
const AS_JSON = process.argv.includes("--json");
const STEPS = [];
const NOTIFY = "https://shop.example";

async function control(method, path, body) {
  const reply = await fetch(BASE + path, {
    method,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  return reply.json();
}

function say(text = "") {
  if (!AS_JSON) {
    console.log(text);
  }
}

const yuan = (fen) => (fen === undefined || fen === null ? "-" : `¥${(fen / 100).toFixed(2)}`);
const sha256 = (bytes) =>
  createHash("sha256")
    .update(bytes ?? "")
    .digest("hex");
const targetOf = (call) => call.url.slice(BASE.length);

/** The same shop. It reports each step. */
class ReportingShop extends Shop {
  async send(call) {
    const step = {
      step: STEPS.length + 1,
      method: call.method,
      target: targetOf(call),
      body_sha256: sha256(call.body),
      status: null,
      verified_by: null,
      phase: null,
      total_amount: null,
      paid_amount: null,
    };
    STEPS.push(step);
    say(`  ${String(step.step).padStart(2)}. ${call.method} ${step.target.split("?")[0]}`);
    const reported = {
      ...this.init(call),
      url: call.url,
      lost: (error) => call.lost(error),
      async read(response) {
        step.status = response.status;
        const reply = await call.read(response);
        step.verified_by = response.headers.get("Wechatpay-Serial");
        return reply;
      },
    };
    let reply;
    try {
      reply = await super.send(reported);
    } catch (error) {
      if (error instanceof TransportError) {
        say(`      no answer. outcome ${error.outcome}, advice: ${error.retry}`);
      }
      throw error;
    }
    if ("order_ref" in reply && "phase" in reply) {
      step.phase = reply.phase;
      step.total_amount = reply.total_amount ?? null;
      step.paid_amount = reply.collection?.paid_amount ?? null;
    }
    const standing = step.phase
      ? `   phase ${step.phase}, total ${yuan(step.total_amount)}, paid ${yuan(step.paid_amount)}`
      : "";
    say(`      ${step.status}, verified by ${step.verified_by.slice(0, 24)}…${standing}`);
    return reply;
  }
}

/** Another process of the shop. It ends between sending and reading the answer. */
async function die(file) {
  class Killed extends Shop {
    async send(call) {
      await fetch(call.url, this.init(call));
      process.stdout.write(JSON.stringify({ target: targetOf(call), body_sha256: sha256(call.body) }));
      process.exit(9);
    }
  }
  await new Killed(await Merchant.create(FACTS.merchant), file, `${NOTIFY}/notify`).create(
    "DEMO-0004",
    FACTS.sub_mchid[0],
  );
}

async function main(folder) {
  const { now } = await control("GET", "/_simulator/clock");
  const [subMchid] = FACTS.sub_mchid;
  const merchant = await Merchant.create(FACTS.merchant);
  const file = join(folder, "shop.jsonl");
  const shop = new ReportingShop(merchant, file, `${NOTIFY}/notify`);
  const server = await serve(shop);
  await control("POST", "/_simulator/mappings", { from: NOTIFY, to: `http://127.0.0.1:${server.address().port}` });

  say("A power bank is rented and paid for");
  let order = await shop.create("DEMO|0001*A", subMchid);
  let ref = order.order_ref;
  const launch = merchant.launchConfirm({ package: order.package });
  say(`      jump for the mini program: wx.openBusinessView(${JSON.stringify(launch.mini_program).slice(0, 70)}…)`);
  await control("POST", "/_simulator/orders/DEMO%7C0001%2AA/confirm", { package: order.package });
  say("      the user confirms in WeChat");
  await Promise.race([
    shop.confirmed,
    new Promise((_, reject) => setTimeout(reject, 10_000, new Error("the callback did not come")).unref()),
  ]);
  say("      callback USER_CONFIRM: verified, stored with its deduplication key, then acknowledged");
  assert.equal((await shop.query(ref)).phase, "in_service");
  await shop.complete(ref, 700, await comesBack());
  say("      completed for ¥7.00. That charges nobody yet");
  order = await shop.query(ref);
  assert.equal(lifecycle(order, null, { now }).next.action, "register_deduct_info");
  let number = await shop.register(ref, now);
  say(`      deduction ${number}: stored, then registered`);
  const { result } = await control("POST", "/_simulator/clearing/withhold", {
    out_trade_no: number,
    sub_mchid: subMchid,
    amount: 700,
  });
  shop.remember(number, ref.out_order_no, result, now);
  say(`      withholding at the clearing house: ${result}`);
  order = await shop.query(ref);
  assert.deepEqual([order.phase, order.collection?.paid_amount], ["paid", 700]);

  say("\nAnother order is cancelled before anyone confirms it");
  const other = (await shop.create("DEMO-0002", subMchid)).order_ref;
  await shop.cancel(other, "用户取消");
  assert.equal((await shop.query(other)).phase, "revoked");

  say("\nThe answer to a creation is lost");
  await control("POST", "/_simulator/faults", { fault: "drop_answer", operation: "create_order" });
  await assert.rejects(shop.create("DEMO-0003", subMchid), { outcome: "unknown", retry: "same_request" });
  say("      the identical request again, under the same number, from what was stored:");
  const again = await shop.send(await merchant.sign(shop.stored("create/DEMO-0003")));
  assert.ok(again.package && again.phase === "created");
  say("      there is one order, and its package is back");

  say("\nThe shop's process is killed between sending a creation and reading its answer");
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), process.argv[2], "--die", file], {
    encoding: "utf8",
  });
  assert.equal(child.status, 9, child.stderr);
  STEPS.push({
    step: STEPS.length + 1,
    method: "POST",
    status: 200,
    verified_by: null,
    phase: null,
    total_amount: null,
    paid_amount: null,
    ...JSON.parse(child.stdout),
  });
  say(`  ${String(STEPS.length).padStart(2)}. POST ${STEPS.at(-1).target}`);
  say("      killed. Another process finds the stored draft:");
  shop.journal.close();
  const successor = new ReportingShop(merchant, file, `${NOTIFY}/notify`);
  const draft = successor.stored("create/DEMO-0004");
  const verdict = draft.settle(await successor.query({ out_order_no: "DEMO-0004", sub_mchid: subMchid }));
  say(`      settled: ${verdict.verdict}; ${verdict.why}`);
  assert.equal(verdict.verdict, "happened");
  assert.ok((await successor.send(await merchant.sign(draft))).package);

  say("\nThe answer to a withholding is lost");
  await control("POST", "/_simulator/orders/DEMO-0003/confirm", { package: again.package });
  ref = again.order_ref;
  await successor.complete(ref, 500, await comesBack());
  number = await successor.register(ref, now);
  successor.remember(number, ref.out_order_no, "unknown", now);
  await control("POST", "/_simulator/faults", { fault: "drop_answer", operation: "withhold" });
  await assert.rejects(
    control("POST", "/_simulator/clearing/withhold", {
      out_trade_no: number,
      amount: 500,
      result: "pending",
      after: 30,
    }),
  );
  say("      no answer from the clearing house: the money may have moved");
  const standing = lifecycle(await successor.query(ref), successor.deduction(ref.out_order_no), { now });
  const { allowed } = standing.operations.register_deduct_info;
  say(`      lifecycle: a second number is ${allowed ? "allowed" : "refused"}; order ${standing.phase}`);
  assert.equal(allowed, false);
  await control("POST", "/_simulator/clock", { advance: 31 });
  const answered = (await control("GET", `/_simulator/clearing/${number}`)).result;
  successor.remember(number, ref.out_order_no, answered, now);
  say(`      the clearing house answers: ${answered}`);
  assert.equal((await successor.query(ref)).phase, "paid");
  successor.journal.close();
  server.closeAllConnections();
  server.close();
}

/** The power bank comes back half a minute later: the service ends then. */
async function comesBack() {
  const { now } = await control("POST", "/_simulator/clock", { advance: 30 });
  return new Date(now * 1000);
}

/** Compares what was sent with what was received. */
async function compare() {
  const log = await control("GET", "/_simulator/log");
  const books = await control("GET", "/_simulator/books");
  const sent = STEPS.map((step) => [step.method, step.target, step.body_sha256, step.status]);
  const received = log.map((entry) => [
    entry.method,
    entry.target,
    entry.body_sha256,
    entry.dropped ? null : entry.status,
  ]);
  const same = JSON.stringify(sent) === JSON.stringify(received);
  const agree =
    same && books.double_charges.length === 0 && books.double_orders.length === 0 && books.charged_total === 1200;
  if (AS_JSON) {
    console.log(JSON.stringify({ steps: STEPS, simulator: { log, books }, agree }, null, 1));
  }
  say(
    `\n${sent.length} requests sent, ${received.length} received: ${same ? "the same, byte for byte" : "THEY DIFFER"}`,
  );
  say(`charged in all ${yuan(books.charged_total)} in ${books.charges.length} withholdings, none twice`);
  return agree ? 0 : 1;
}

if (process.argv.includes("--die")) {
  await die(process.argv.at(-1));
} else {
  const folder = mkdtempSync(join(tmpdir(), "payscore-demo-"));
  try {
    await main(folder);
    process.exitCode = await compare();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
