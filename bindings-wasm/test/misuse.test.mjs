// Whatever users do wrong with what was sent or read already, no order is lost, no bill is wrong, and no body is
// broken.
import assert from "node:assert/strict";
import { test } from "node:test";
import { InvalidError, VerificationError } from "payscore";
import { Simulator } from "payscore-testing";
import { NOW, ORDER } from "./support.mjs";

const simulated = async () => {
  const simulator = new Simulator({ now: NOW });
  return { simulator, merchant: await simulator.merchant() };
};
const textOf = (bytes) => new TextDecoder().decode(bytes);

for (const [what, spoil] of [
  ["text", textOf],
  ["parsed JSON", (body) => JSON.parse(textOf(body))],
]) {
  test(`an answer passed as ${what} leaves the outcome unknown`, async () => {
    const { simulator, merchant } = await simulated();
    const call = await merchant.createOrder(ORDER);
    const [status, headers, body] = simulator.send(call);
    const error = await call.read(status, headers, spoil(body)).catch((error) => error);
    assert.ok(error instanceof VerificationError && error.detail.includes(what), String(error));
    assert.deepEqual([error.outcome, error.retry, error.ack], ["unknown", "same_request", undefined]);
    assert.equal(
      (await call.read(status, headers, body)).phase,
      "created",
      "the same answer, read again from its bytes",
    );
  });

  test(`a callback passed as ${what}`, async () => {
    const { merchant } = await simulated();
    const error = await merchant
      .readNotification({}, spoil(new TextEncoder().encode('{"a":1}')))
      .catch((error) => error);
    assert.ok(error.detail.includes(what) && error.detail.includes("express.raw"), String(error));
    assert.equal(error.ack.status, 500);
  });
}

test("a Response that was read before", async () => {
  const { simulator, merchant } = await simulated();
  const call = await merchant.createOrder(ORDER);
  const response = await simulator.fetch(call.url, call);
  await response.text();
  const error = await call.read(response).catch((error) => error);
  assert.deepEqual([error.code, error.outcome], ["verification.body", "unknown"]);
  assert.match(error.detail, /read before/);
});

test("an object that is no Response, and an invalid status", async () => {
  const { simulator, merchant } = await simulated();
  const call = await merchant.createOrder(ORDER);
  const [status, headers, body] = simulator.send(call);
  for (const odd of [{ status, headers, data: body }, null, undefined, {}]) {
    await assert.rejects(
      call.read(odd),
      (error) => error.code === "verification.body" && error.outcome === "unknown" && /axios/.test(error.detail),
    );
  }
  for (const odd of [status + 65536, -1, 200.5, Number.NaN]) {
    await assert.rejects(call.read(odd, headers, body), { code: "invalid.status", outcome: "unknown" });
  }
});

test("a query has no outcome", async () => {
  const { simulator, merchant } = await simulated();
  const call = await merchant.queryOrder({ sub_mchid: "1900000109", out_order_no: "M1" });
  const [status, headers, body] = simulator.send(call);
  await assert.rejects(call.read(status, headers, textOf(body)), { outcome: "none" });
});

test("a whole order gives its identity to a call, and never its bill", async () => {
  const { simulator, merchant } = await simulated();
  const call = await merchant.createOrder(ORDER);
  const order = { ...(await call.read(...simulator.send(call))), total_amount: 700 };
  const error = await merchant
    .completeOrder({ order, post_payments: [{ name: "a", amount: 700 }], time_range: { end_time: "20250601100000" } })
    .catch((error) => error);
  assert.deepEqual(
    error.issues.filter((issue) => !issue.advice).map((issue) => issue.pointer),
    ["/total_amount"],
  );
});

test("what JSON cannot express is refused by name, everywhere", async () => {
  const { merchant } = await simulated();
  const circle = [];
  circle.push(circle);
  const deep = Array.from({ length: 40 }).reduce((inner) => [inner], 1);
  for (const [value, named] of [
    [Number.NaN, "NaN or an infinity"],
    [2n ** 70n, "2^53"],
    ["\ud800", "lone surrogate"],
    [circle, "nested"],
    [deep, "nested"],
    [new Date(Number.NaN), "an invalid date"],
    [() => 1, "function"],
    [Symbol("x"), "symbol"],
    [new Map(), "Map"],
    [Buffer.from("x"), "sequence of bytes"],
    [Promise.resolve(1), "Promise"],
  ]) {
    const error = await merchant.createOrder({ ...ORDER, attach: value }).catch((error) => error);
    assert.ok(error instanceof InvalidError, String(error));
    assert.deepEqual([error.issues.map((issue) => issue.pointer), error.outcome], [["/attach"], "not_sent"]);
    const extra = await merchant
      .createOrder({ ...ORDER, extra: { novel: { inner: [value] } } })
      .catch((error) => error);
    assert.ok(
      extra.issues?.every((issue) => issue.pointer.startsWith("/extra/novel")),
      String(named),
    );
    assert.ok(extra.detail.includes(named), extra.detail);
  }
  const draft = merchant.draft("create_order", {
    ...ORDER,
    extra: { novel: 5n, when: new Date(NOW * 1000), gone: undefined },
  });
  assert.match(textOf(draft.message), /"novel":5,"when":"2025-06-01T01:00:00.000Z"\}/);
});

test("arguments of the wrong kind", async () => {
  const { merchant } = await simulated();
  for (const [params, pointer] of [
    [[], ""],
    ["text", ""],
    [Number.NaN, ""],
    [{ ...ORDER, extra: "x" }, "/extra"],
    [{ ...ORDER, extra: [] }, "/extra"],
  ]) {
    const error = await merchant.createOrder(params).catch((error) => error);
    assert.deepEqual(
      [error.issues?.map((issue) => issue.pointer), error.code],
      [[pointer], "invalid.type"],
      String(error),
    );
  }
  await assert.rejects(merchant.cancelOrder({ order: "A1", reason: "x" }), { code: "invalid.type" });
  await assert.rejects(merchant.createOrder(), { code: "invalid.missing" });
  await assert.rejects(merchant.createOrder({ ...ORDER, order: { out_order_no: "A1" } }), {
    code: "invalid.unknown_field",
  });
  assert.throws(() => merchant.draft("no_such_operation", {}), { code: "invalid.operation" });
  await assert.rejects((await merchant.with({ nonce: () => "not allowed!" })).createOrder(ORDER), {
    code: "invalid.clock",
  });
  await assert.rejects((await merchant.with({ clock: () => Number.NaN })).createOrder(ORDER), {
    code: "invalid.clock",
  });
  await assert.rejects(merchant.with({ mch_id: "1" }), { code: "config.invalid" });
});

test("a clock that fails while the answer is read leaves the outcome unknown", async () => {
  const { simulator, merchant } = await simulated();
  const moments = [NOW];
  const call = await (await merchant.with({ clock: () => moments.pop() ?? Number.NaN })).createOrder(ORDER);
  const error = await call.read(...simulator.send(call)).catch((error) => error);
  assert.deepEqual([error.code, error.outcome], ["invalid.clock", "unknown"], String(error));
});

test("bytes that change after they were passed change nothing", async () => {
  const { simulator, merchant } = await simulated();
  const call = await merchant.createOrder(ORDER);
  const [status, headers, body] = simulator.send(call);
  const reading = call.read(status, headers, body);
  body.fill(0x20);
  assert.equal((await reading).phase, "created");
});

test("headers in every form that servers and clients have", async () => {
  const { simulator, merchant } = await simulated();
  const call = await merchant.createOrder(ORDER);
  const [status, pairs, body] = simulator.send(call);
  const object = Object.fromEntries(pairs);
  const lower = Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]));
  for (const headers of [
    pairs,
    object,
    lower,
    new Headers(pairs),
    new Map(pairs),
    pairs.flat(),
    Object.fromEntries(pairs.map(([name, value]) => [name, [value]])),
  ]) {
    assert.equal((await call.read(status, headers, Buffer.from(body))).phase, "created");
  }
  const doubled = new Headers([...pairs, ["Wechatpay-Nonce", "other"]]);
  await assert.rejects(call.read(status, doubled, body), { code: "verification.header.duplicate" });
  await assert.rejects(call.read(status, {}, body), { code: "verification.header.missing" });
});

test("a member called __proto__ is a member", async () => {
  const { merchant } = await simulated();
  const params = JSON.parse(JSON.stringify(ORDER).replace("{", '{"__proto__":{"attach":"x"},'));
  await assert.rejects(merchant.createOrder(params), { code: "invalid.unknown_field" });
});
