// Whatever users pass, in every form that JavaScript has, is taken, or refused by name. It is quick, and never throws
// an exception that is not ours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { ConfigError, InvalidError, lifecycle, Merchant, PayscoreError, readOrder, VerificationError } from "payscore";
import * as apiv3 from "payscore/apiv3";
import { Simulator } from "payscore-testing";
import { NOW, ORDER } from "./support.mjs";

const simulator = new Simulator({ now: NOW });
const merchant = await simulator.merchant();
const facts = simulator.control("GET", "/_simulator").merchant;
const elsewhere = createContext({});
const foreign = (code) => runInContext(code, elsewhere);
const textOf = (bytes) => new TextDecoder().decode(bytes);
const mine = () => {
  throw new Error("mine");
};

/** A graph of few objects that is 2^30 values when written. */
const graph = (inner = "x") => Array.from({ length: 30 }).reduce((below) => [below, below], inner);
const tree = () => Array.from({ length: 30 }).reduce((below) => ({ a: below, b: below }), {});

const UNSUPPORTED = {
  "a getter that throws": [Object.defineProperty({}, "x", { enumerable: true, get: mine }), "something in it throws"],
  "toJSON that throws": [{ toJSON: mine }, "something in it throws"],
  "toJSON that gives itself": [
    (() => {
      const self = { toJSON: () => self };
      return self;
    })(),
    "nested",
  ],
  "toJSON that gives a new one each time": [
    (function again() {
      return { toJSON: again };
    })(),
    "nested",
  ],
  "a proxy that throws": [new Proxy({}, { ownKeys: mine, get: mine, has: mine }), "something in it throws"],
  "a revoked proxy": [
    (() => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    })(),
    "something in it throws",
  ],
  "lists that share": [graph(), "more than fits"],
  "objects that share": [tree(), "more than fits"],
  "a long text many times": [Array.from({ length: 1000 }).fill("x".repeat(1e6)), "more than fits"],
  "a list of four thousand million holes": [new Array(2 ** 32 - 1), "more than fits"],
  "a list within itself": [
    (() => {
      const list = [];
      list.push([list]);
      return list;
    })(),
    "nested",
  ],
  "a Map": [new Map([["a", 1]]), "Map"],
  "a Set": [new Set([1]), "Set"],
  "a WeakMap": [new WeakMap(), "WeakMap"],
  floats: [Float64Array.of(1), "Float64Array"],
  "what says it is a Date": [{ [Symbol.toStringTag]: "Date" }, "something in it throws"],
  "what says it is an ArrayBuffer": [{ [Symbol.toStringTag]: "ArrayBuffer" }, "something in it throws"],
  "an invalid date, of another realm": [foreign("new Date(NaN)"), "an invalid date"],
  "a regular expression": [/x/, "RegExp"],
  "a number as an object": [new Number(1), "Number"],
  "a text as an object": [new String("x"), "String"],
  "a symbol": [Symbol("s"), "symbol"],
  "a name that is half a character": [{ "\ud800": 1 }, "lone surrogate"],
  "marks of ours beside others": [[Number.NaN, { $payscore: "nan", $bytes: "x" }], "NaN"],
  "half a character, the wrong way round": ["\udc00\ud800", "lone surrogate"],
  "minus infinity": [Number.NEGATIVE_INFINITY, "NaN or an infinity"],
  "a class without a constructor": [
    Object.create(Object.create(null, { [Symbol.toStringTag]: { value: "Odd" } })),
    "Odd",
  ],
};

for (const [name, [value, named]] of Object.entries(UNSUPPORTED)) {
  test(`never signed, and named: ${name}`, async () => {
    for (const [params, pointer] of [
      [{ ...ORDER, attach: value }, "/attach"],
      [{ ...ORDER, extra: { novel: { inner: [value] } } }, "/extra/novel"],
      [{ ...ORDER, risk_fund: { ...ORDER.risk_fund, description: value } }, "/risk_fund/description"],
    ]) {
      const began = Date.now();
      const error = await merchant.createOrder(params).then(
        () => assert.fail("signed"),
        (error) => error,
      );
      assert.ok(error instanceof InvalidError, String(error).slice(0, 300));
      assert.ok(
        error.issues[0].pointer.startsWith(pointer) && error.message.length < 5000,
        error.message.slice(0, 300),
      );
      assert.ok(pointer !== "/extra/novel" || error.detail.includes(named), error.detail);
      assert.ok(Date.now() - began < 5000, `${Date.now() - began} ms`);
    }
    for (const call of [
      () => merchant.createOrder(value),
      () => merchant.request({ method: "POST", path: "/v3/x", body: { a: value } }),
    ]) {
      await assert.rejects(call(), PayscoreError);
    }
    for (const call of [
      () => readOrder(value),
      () => lifecycle(value),
      () => merchant.draft(value, {}),
      () => merchant.launchConfirm(value),
    ]) {
      assert.throws(call, PayscoreError);
    }
    await assert.rejects(Merchant.create({ ...facts, mchid: value }), ConfigError);
    await assert.rejects(Merchant.create(value), PayscoreError);
    await assert.rejects(merchant.with({ mchid: value }), ConfigError);
  });
}

test("what is unambiguous is taken", () => {
  const novel = (value) => textOf(merchant.draft("create_order", { ...ORDER, extra: { novel: value } }).message);
  class Point {
    constructor() {
      this.x = 1;
    }
    get y() {
      return 2;
    }
  }
  const shared = { a: 1 };
  for (const [value, written] of [
    [new Date(NOW * 1000), '"2025-06-01T01:00:00.000Z"'],
    [foreign(`new Date(${NOW * 1000})`), '"2025-06-01T01:00:00.000Z"'],
    [foreign("({ a: [1, 'x', null, true] })"), '{"a":[1,"x",null,true]}'],
    [[1, , 3], "[1,null,3]"],
    [{ gone: undefined, kept: null }, '{"kept":null}'],
    [[shared, shared, { shared }], '[{"a":1},{"a":1},{"shared":{"a":1}}]'],
    [new Point(), '{"x":1}'],
    [Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    [Object.freeze({ toJSON: () => "text" }), '"text"'],
    [{ $payscore: "nan" }, '{"$payscore":"nan"}'],
    [{ $bytes: "AAAA", $$bytes: 1 }, '{"$bytes":"AAAA","$$bytes":1}'],
    [7n, "7"],
    [-0, "0"],
    ["😀", '"😀"'],
  ]) {
    assert.ok(novel(value).endsWith(`"novel":${written}}\n`), novel(value));
  }
});

test("a hundred thousand values are written quickly", async () => {
  const began = Date.now();
  const items = Array.from({ length: 100_000 }, (_, at) => ({ at }));
  await merchant.request({ method: "POST", path: "/v3/x", body: { items } });
  assert.ok(Date.now() - began < 5000, `${Date.now() - began} ms`);
});

test("bodies in every form of bytes, of every realm; anything else is named", async () => {
  const call = await merchant.createOrder(ORDER);
  const [status, headers, body] = simulator.send(call);
  const padded = new Uint8Array(body.length + 7);
  padded.set(body, 3);
  const alien = foreign("(length) => new Uint8Array(length)")(body.length);
  alien.set(body);
  const shared = new Uint8Array(new SharedArrayBuffer(body.length));
  shared.set(body);
  const forms = {
    Uint8Array: body,
    Buffer: Buffer.from(body),
    "another realm's": alien,
    "another realm's buffer": alien.buffer,
    "a part": padded.subarray(3, -4),
    DataView: new DataView(padded.buffer, 3, body.length),
    ArrayBuffer: body.slice().buffer,
    shared,
    "a shared buffer": shared.buffer,
    chunks: [Buffer.from(body.subarray(0, 5)), body.subarray(5)],
    "one chunk": [body],
    int8: new Int8Array(body.slice().buffer),
  };
  for (const [name, form] of Object.entries(forms)) {
    assert.equal((await call.read(status, headers, form)).phase, "created", name);
  }
  const text = textOf(body);
  const { Readable } = await import("node:stream");
  for (const [form, named] of [
    [text, "text"],
    [JSON.parse(text), "parsed JSON"],
    [[text], "parsed JSON"],
    [{ type: "Buffer", data: [...body] }, "parsed JSON"],
    [7, "parsed JSON"],
    [true, "parsed JSON"],
    [Promise.resolve(body), "a Promise"],
    [Readable.from([body]), "a stream"],
    [new Blob([body]).stream(), "a stream"],
    [new Blob([body]), "a Blob"],
    [{ [Symbol.toStringTag]: "ArrayBuffer" }, "cannot be inspected"],
    [new Proxy({}, { get: mine }), "cannot be inspected"],
  ]) {
    const error = await call.read(status, headers, form).then(
      () => assert.fail("read"),
      (error) => error,
    );
    assert.ok(
      error instanceof VerificationError && error.outcome === "unknown" && error.detail.includes(named),
      error.message,
    );
    const refused = await merchant.readNotification(headers, form).then(
      () => assert.fail("read"),
      (error) => error,
    );
    assert.ok(
      refused instanceof VerificationError && refused.ack.status === 500 && refused.detail.includes(named),
      refused.message,
    );
  }
});

test("headers in every form, and values that are no headers", async () => {
  const call = await merchant.createOrder(ORDER);
  const [status, pairs, body] = simulator.send(call);
  const lower = pairs.map(([name, value]) => [name.toLowerCase(), value]);
  const object = Object.fromEntries(lower);
  const lists = Object.fromEntries(pairs.map(([name, value]) => [name, [value]]));
  const entries = Object.fromEntries(lower.map(([name, value]) => [name, [{ key: name, value }]]));
  const realm = foreign("(pairs) => new Map(pairs)")(pairs);
  const forms = {
    pairs,
    rawHeaders: pairs.flat(),
    "IncomingMessage.headers": object,
    "headersDistinct, multiValueHeaders": lists,
    "CloudFront's": entries,
    Headers: new Headers(pairs),
    Map: new Map(pairs),
    "another realm's Map": realm,
    "a Map of lists": new Map(Object.entries(lists)),
    "no prototype": Object.assign(Object.create(null), object),
    generator: (function* () {
      yield* pairs;
    })(),
    "with what is no header": { ...object, count: 5, nothing: undefined, none: null, nested: {}, symbol: Symbol("s") },
    frozen: Object.freeze({ ...object }),
  };
  for (const [name, form] of Object.entries(forms)) {
    assert.equal((await call.read(status, form, body)).phase, "created", name);
  }
  const endless = (function* () {
    for (;;) {
      yield ["a", "b"];
    }
  })();
  for (const form of [
    null,
    undefined,
    5,
    "Wechatpay-Nonce: x",
    true,
    {},
    [],
    [[]],
    [5],
    [[5, 5]],
    endless,
    () => 1,
    Symbol("s"),
    new Proxy({}, { ownKeys: mine, has: mine, get: mine }),
  ]) {
    for (const read of [
      () => call.read(status, form, body),
      () => merchant.readNotification(form, body),
      () => apiv3.verify({}, form, body),
    ]) {
      await assert.rejects(read(), (error) => error instanceof VerificationError || assert.fail(String(error)));
    }
    await assert.rejects(call.read(status, form, body), { outcome: "unknown", code: "verification.header.missing" });
  }
});

test("a text is needed for each text of payscore/apiv3", async () => {
  const { privateKey, key } = { privateKey: facts.private_key, key: Object.values(facts.public_keys)[0] };
  const calls = {
    sign: (odd) => apiv3.sign(odd, Buffer.from("x")),
    "requestMessage method": (odd) => apiv3.requestMessage(odd, "/", NOW, "n"),
    "requestMessage target": (odd) => apiv3.requestMessage("GET", odd, NOW, "n"),
    responseMessage: (odd) => apiv3.responseMessage(odd, "n"),
    authorization: (odd) => apiv3.authorization(odd, "5A", NOW, "n", "s"),
    signatureHolds: (odd) => apiv3.signatureHolds(odd, Buffer.from("x"), "s"),
    "signatureHolds signature": (odd) => apiv3.signatureHolds(key, Buffer.from("x"), odd),
    openResource: (odd) => apiv3.openResource(odd, "n", "a", "c"),
    "openResource ciphertext": (odd) => apiv3.openResource(facts.api_v3_key, "0".repeat(12), "a", odd),
    "openSensitive key": (odd) => apiv3.openSensitive(odd, "c"),
    openSensitive: (odd) => apiv3.openSensitive(privateKey, odd),
    "sealSensitive key": (odd) => apiv3.sealSensitive(odd, "c"),
    sealSensitive: (odd) => apiv3.sealSensitive(key, odd),
    readCertificate: (odd) => apiv3.readCertificate(odd),
    "merchant.openSensitive": (odd) => merchant.openSensitive(odd),
    "merchant.sealSensitive": (odd) => merchant.sealSensitive(odd),
  };
  for (const [name, call] of Object.entries(calls)) {
    for (const [odd, named] of [
      [undefined, "null"],
      [null, "null"],
      [5, "a number"],
      [Buffer.from(privateKey), "sequence of bytes"],
      [{}, "an object"],
      [Symbol("s"), "symbol"],
    ]) {
      const error = await (async () => call(odd))().then(
        () => assert.fail(`${name} took it`),
        (error) => error,
      );
      assert.ok(error instanceof InvalidError && error.detail.includes(named), `${name}: ${error}`);
    }
  }
});
