// A body that was parsed and written again never verifies, however it is written. The bytes as received do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { VerificationError } from "payscore";
import { Simulator } from "payscore-testing";
import { ORDER } from "./support.mjs";

function sorted(value) {
  if (value === null || typeof value !== "object") {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
}

function* rewritten(body) {
  const text = new TextDecoder().decode(body);
  const parsed = JSON.parse(text);
  for (const value of [parsed, sorted(parsed)]) {
    for (const indent of [undefined, 1, 2, "\t"]) {
      const again = JSON.stringify(value, null, indent);
      yield again;
      yield again.replaceAll("/", "\\/");
      yield again.replace(/[^\x20-\x7e\n\t]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
    }
  }
  yield text.trim().replaceAll(/\s/g, "");
}

const bytes = (text) => new TextEncoder().encode(text);

test("an answer verifies only as it was received", async () => {
  const simulator = new Simulator();
  const merchant = await simulator.merchant();
  const call = await merchant.createOrder(ORDER);
  const [status, headers, body] = simulator.send(call);
  for (const other of rewritten(body)) {
    const error = await call.read(status, headers, bytes(other)).catch((error) => error);
    assert.ok(error instanceof VerificationError, other);
    assert.deepEqual([error.code, error.outcome], ["verification.signature", "unknown"]);
  }
  assert.equal((await call.read(status, headers, body)).state, "CREATED");
});

test("a callback verifies only as it was received", async () => {
  const simulator = new Simulator();
  const merchant = await simulator.merchant();
  const call = await merchant.createOrder(ORDER);
  await call.read(...simulator.send(call));
  simulator.control("POST", `/_simulator/orders/${encodeURIComponent(ORDER.out_order_no)}/confirm`);
  const [delivery] = simulator.due();
  for (const other of rewritten(delivery.body)) {
    const error = await merchant.readNotification(delivery.headers, bytes(other)).catch((error) => error);
    assert.equal(error.code, "verification.signature", other);
  }
  assert.equal((await merchant.readNotification(delivery.headers, delivery.body)).event_type, "PAYSCORE.USER_CONFIRM");
});
