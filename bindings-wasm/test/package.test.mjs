// What a user of the npm package meets, against the in-process simulator.
import assert from "node:assert/strict";
import { createPrivateKey, sign } from "node:crypto";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as payscore from "payscore";
import { Client } from "payscore/fetch";
import { ConnectionDropped, Simulator } from "payscore-testing";
import { json, NOW, ORDER, ROOT } from "./support.mjs";

const simulated = async () => {
  const simulator = new Simulator({ now: NOW });
  return { simulator, merchant: await simulator.merchant() };
};

const created = async (simulator, merchant) => {
  const call = await merchant.createOrder(ORDER);
  return call.read(...simulator.send(call));
};

test("the journey", async () => {
  const { simulator, merchant } = await simulated();
  const wechat = new Client(merchant, { fetch: simulator.fetch });
  const order = await wechat.createOrder(ORDER);
  assert.equal(order.phase, "created");
  assert.equal(JSON.parse(order.raw).state, "CREATED");
  assert.equal(merchant.launchConfirm({ package: order.package }).mini_program.extraData.package, order.package);
  simulator.control("POST", "/_simulator/orders/A%7C1*x/confirm", { package: order.package });
  const [delivery] = simulator.due();
  const event = await merchant.readNotification(delivery.headers, delivery.body);
  assert.equal(event.event_type, "PAYSCORE.USER_CONFIRM");
  assert.deepEqual([event.ack.status, event.order.total_amount], [204, 10000]);
  simulator.delivered(delivery, null);
  simulator.advance(15);
  const [again] = simulator.due();
  const second = await merchant.readNotification(again.headers, again.body);
  assert.equal(second.deduplication_key, event.deduplication_key);
  simulator.advance(3600);
  const end_time = new Date((NOW + 3600) * 1000);
  const complete = merchant.draft("complete_order", {
    order: order.order_ref,
    post_payments: [{ name: "a", amount: 700n }],
    total_amount: 700,
    time_range: { end_time },
  });
  assert.match(new TextDecoder().decode(complete.message), /"amount":700.*"end_time":"20250601100000"/);
  await wechat.send(await merchant.sign(complete));
  await wechat.registerDeductInfo({ order, out_trade_no: "D1" });
  simulator.control("POST", "/_simulator/clearing/withhold", { out_trade_no: "D1", amount: 700 });
  const paid = await wechat.queryOrder({ order });
  assert.equal(paid.phase, "paid");
  assert.deepEqual(payscore.readOrder(paid.raw).order_ref, paid.order_ref);
});

test("what is read is frozen, and errors carry everything", async () => {
  const { simulator, merchant } = await simulated();
  const order = await created(simulator, merchant);
  assert.throws(() => {
    order.order_ref.out_order_no = "other";
  }, TypeError);
  assert.equal(Object.getPrototypeOf(order), Object.prototype);
  const error = await merchant.cancelOrder({ out_order_no: "A1", sub_mchid: "1900000109" }).catch((error) => error);
  assert.ok(
    error instanceof payscore.InvalidError && error instanceof payscore.PayscoreError && error instanceof Error,
  );
  assert.deepEqual([error.name, error.kind, error.code], ["InvalidError", "Invalid", "invalid.missing"]);
  assert.equal(JSON.parse(JSON.stringify(error)).issues[0].pointer, "/reason");
  const unknown = await merchant.queryOrder({ sub_mchid: "1900000109", out_order_no: "none" });
  const refused = await unknown.read(...simulator.send(unknown)).catch((error) => error);
  assert.deepEqual(
    [refused.status, refused.wechat_code, refused.verified, refused.outcome],
    [404, "ORDER_NOT_EXIST", true, "none"],
  );
  assert.ok(refused.request_id);
  // The message is Payscore's; WeChat Pay's own text has a name of its own.
  assert.equal(refused.message, `${refused.code}: ${refused.detail}`);
  assert.equal(refused.wechat_message, JSON.parse(refused.api.body).message);
  assert.equal(error.wechat_message, undefined);
});

test("signing elsewhere, and in another process", async () => {
  const { simulator, merchant } = await simulated();
  const draft = merchant.draft("create_order", ORDER);
  const keyless = await simulator.merchant({ private_key: undefined });
  await assert.rejects(keyless.sign(draft), { code: "config.private_key.missing", outcome: "not_sent" });
  await assert.rejects(keyless.createOrder(ORDER), payscore.ConfigError);
  const resumed = keyless.resume(draft.toBytes());
  const key = createPrivateKey(simulator.control("GET", "/_simulator").merchant.private_key);
  const signature = sign("sha256", resumed.message, key);
  for (const call of [resumed.finish(signature), resumed.finish(signature.toString("base64"))]) {
    assert.deepEqual(call.body, (await merchant.sign(draft)).body);
    assert.equal((await call.read(...simulator.send(call))).phase, "created");
  }
  assert.throws(() => resumed.finish("no signature"), { code: "invalid.signature" });
  assert.throws(() => keyless.resume(new TextEncoder().encode("{}")), { code: "invalid.draft" });
});

for (const [fault, code] of [
  ["wrong_signature", "verification.signature"],
  ["unknown_serial", "verification.serial.unknown"],
  ["probe", "verification.probe"],
  ["stale_clock", "verification.timestamp.expired"],
  ["unsigned", "verification.header.missing"],
]) {
  test(`nothing unverified is read: ${fault}`, async () => {
    const { simulator, merchant } = await simulated();
    simulator.control("POST", "/_simulator/faults", { fault, operation: "create_order" });
    const error = await created(simulator, merchant).catch((error) => error);
    assert.ok(error instanceof payscore.VerificationError, String(error));
    assert.deepEqual([error.code, error.outcome, error.retry, error.raw], [code, "unknown", "same_request", undefined]);
  });
}

test("the error says what changed a body", async () => {
  const { simulator, merchant } = await simulated();
  // Only of a compact body can the error say what changed it. The simulator writes compactly only with this switch.
  simulator.control("POST", "/_simulator/switches", { json_text: "compact" });
  const call = await merchant.createOrder(ORDER);
  const [status, headers, body] = simulator.send(call);
  const text = new TextDecoder().decode(body);
  const spoilt = {
    "before any parsing": text.replace("CREATED", "DOING"),
    "Written compactly": JSON.stringify(JSON.parse(text), null, 1),
    "Without the line feed": `${text}\n`,
  };
  for (const [named, spoiltText] of Object.entries(spoilt)) {
    const error = await call.read(status, headers, new TextEncoder().encode(spoiltText)).catch((error) => error);
    assert.equal(error.code, "verification.signature");
    assert.ok(error.detail.includes(named), error.detail);
  }
});

test("a lost answer is not a failure", async () => {
  const { simulator, merchant } = await simulated();
  simulator.control("POST", "/_simulator/faults", { fault: "drop_answer", operation: "create_order" });
  const call = await merchant.createOrder(ORDER);
  assert.throws(() => simulator.send(call), ConnectionDropped);
  assert.deepEqual([call.lost("gone").outcome, call.lost(new Error("gone")).retry], ["unknown", "same_request"]);
  const refusal = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", syscall: "connect" });
  const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
  const circle = new Error("circle");
  circle.cause = circle;
  for (const [error, outcome] of [
    [refusal, "not_sent"],
    [new TypeError("fetch failed", { cause: refusal }), "not_sent"],
    [new TypeError("fetch failed", { cause: new AggregateError([refusal, refusal]) }), "not_sent"],
    [new AggregateError([refusal, reset]), "unknown"],
    [reset, "unknown"],
    [circle, "unknown"],
    [undefined, "unknown"],
    [{ toString: () => "odd" }, "unknown"],
  ]) {
    assert.equal(call.lost(error).outcome, outcome, String(error));
  }
  const again = await merchant.sign(call.draft);
  assert.ok((await again.read(...simulator.send(again))).package);
  assert.equal(simulator.control("GET", "/_simulator/books").orders, 1);
});

test("settling, from an order, from a deduction, from an error", async () => {
  const { simulator, merchant } = await simulated();
  const wechat = new Client(merchant, { fetch: simulator.fetch });
  const draft = merchant.draft("create_order", ORDER);
  const missing = await wechat
    .queryOrder({ order: { out_order_no: ORDER.out_order_no, sub_mchid: ORDER.sub_mchid } })
    .catch((error) => error);
  assert.notEqual(draft.settle(missing).verdict, "happened");
  const order = await wechat.send(await merchant.sign(draft));
  assert.equal(draft.settle(order).verdict, "happened");
});

test("sensitive fields", async () => {
  const { simulator, merchant } = await simulated();
  const { certificate } = simulator.control("GET", "/_simulator").merchant;
  const { sealSensitive } = await import("payscore/apiv3");
  assert.equal(await merchant.openSensitive(await sealSensitive(certificate, "张三")), "张三");
  assert.equal(Buffer.from(await merchant.sealSensitive("张三"), "base64").length, 256);
  await assert.rejects(merchant.openSensitive(await merchant.sealSensitive("张三")), payscore.DecryptionError);
  await assert.rejects(merchant.sealSensitive(""), payscore.InvalidError);
  await assert.rejects(
    (await simulator.merchant({ private_key: undefined })).openSensitive(Buffer.alloc(256).toString("base64")),
    { code: "config.private_key.missing" },
  );
});

test("keys in every form, and damaged ones", async () => {
  const { simulator } = await simulated();
  const { merchant: facts } = simulator.control("GET", "/_simulator");
  const key = createPrivateKey(facts.private_key);
  for (const private_key of [
    key.export({ type: "pkcs1", format: "pem" }),
    facts.private_key.replaceAll("\n", "\\n"),
    key.export({ type: "pkcs8", format: "der" }).toString("base64"),
    Buffer.from(facts.private_key),
  ]) {
    const merchant = await simulator.merchant({ private_key });
    assert.equal((await created(new Simulator({ now: NOW }), merchant)).phase, "created");
  }
  const damaged = key.export({ type: "pkcs8", format: "der" });
  // In both forms that RSA keeps of the private number: with one of them left, some libraries still sign rightly.
  damaged.fill(0, 350, 450);
  damaged.fill(0, 720, 820);
  await assert.rejects(simulator.merchant({ private_key: damaged.toString("base64") }), {
    name: "ConfigError",
    code: "config.private_key.unreadable",
  });
});

test("CommonJS", async () => {
  const required = createRequire(import.meta.url)("payscore");
  const { Simulator: RequiredSimulator } = createRequire(import.meta.url)("payscore-testing");
  const simulator = new RequiredSimulator({ now: NOW });
  const merchant = await simulator.merchant();
  assert.ok(merchant instanceof required.Merchant);
  const call = await merchant.createOrder(ORDER);
  assert.equal((await call.read(...simulator.send(call))).phase, "created");
  assert.throws(() => merchant.draft("cancel_order", {}), required.InvalidError);
});

for (const format of ["esm", "cjs"]) {
  test(`bundled to ${format}, it needs no file beside it`, async () => {
    const { mkdtempSync, rmSync } = await import("node:fs");
    const { execFileSync } = await import("node:child_process");
    const { build } = await import("esbuild");
    const folder = mkdtempSync(`${(await import("node:os")).tmpdir()}/payscore-bundle-`);
    const outfile = `${folder}/bundle.${format === "esm" ? "mjs" : "cjs"}`;
    const contents = `
      import { readOrder, version } from "payscore";
      import { Client } from "payscore/fetch";
      console.log(version, typeof Client, typeof readOrder);`;
    await build({
      stdin: { contents, resolveDir: import.meta.dirname ?? process.cwd() },
      bundle: true,
      platform: "node",
      format,
      outfile,
      logLevel: "error",
    });
    assert.equal(
      execFileSync(process.execPath, [outfile], { cwd: folder, encoding: "utf8" }),
      `${payscore.version} function function\n`,
    );
    rmSync(folder, { recursive: true });
  });
}

test("one version everywhere, and no RSA in the module", async () => {
  const cargo = /\[workspace\.package\]\s+version = "([^"]+)"/.exec(
    (await import("node:fs")).readFileSync(`${ROOT}/Cargo.toml`, "utf8"),
  )[1];
  const installed = createRequire(import.meta.url)("payscore/package.json");
  assert.deepEqual([payscore.version, installed.version], [cargo, cargo]);
  assert.deepEqual(Object.keys(installed.dependencies ?? {}), []);
  assert.ok(!JSON.stringify(json(`${ROOT}/bindings-wasm/npm/package-lock.json`)).includes('"resolved"'));
  const { execFileSync } = await import("node:child_process");
  const tree = (name) =>
    execFileSync(
      "cargo",
      ["tree", "--offline", "-e", "normal", "--prefix", "none", "-p", name, "--target", "wasm32-unknown-unknown"],
      { cwd: ROOT, encoding: "utf8" },
    );
  assert.ok(!/^rsa v/m.test(tree("payscore-wasm")));
  assert.match(tree("payscore-wasm-testing"), /^rsa v/m);
});

test("the careless client makes a double order", async () => {
  const { simulator, merchant } = await simulated();
  simulator.control("POST", "/_simulator/faults", { fault: "drop_answer", operation: "create_order" });
  for (const out_order_no of ["A1", "A2"]) {
    const call = await merchant.createOrder({ ...ORDER, out_order_no, attach: "intent-1" });
    try {
      simulator.send(call);
    } catch (error) {
      assert.ok(error instanceof ConnectionDropped); // careless: a new number follows
    }
  }
  assert.equal(simulator.control("GET", "/_simulator/books").double_orders.length, 1);
});
