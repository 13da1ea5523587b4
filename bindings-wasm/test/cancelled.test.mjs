// Whatever ends a call early, the error is Payscore's, its outcome is true, and the draft can be found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Merchant, PayscoreError, TransportError } from "payscore";
import { Client } from "payscore/fetch";
import { Simulator } from "payscore-testing";
import { NOW, ORDER } from "./support.mjs";

const simulator = new Simulator({ now: NOW });
const merchant = await simulator.merchant();
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
let number = 0;
const order = () => ({ ...ORDER, out_order_no: `C${number++}` });
const caught = (promise) =>
  promise.then(
    () => assert.fail("no error"),
    (error) => error,
  );
const hostile = new Proxy(
  {},
  {
    get: () => {
      throw new Error("mine");
    },
    has: () => {
      throw new Error("mine");
    },
    getPrototypeOf: () => {
      throw new Error("mine");
    },
  },
);

/** Values that programs throw, and values that nobody should throw. */
const THROWN = {
  nothing: undefined,
  null: null,
  number: 5,
  text: "gone",
  "long text": "x".repeat(1e6),
  symbol: Symbol("s"),
  bigint: 5n,
  boolean: false,
  function: () => 1,
  class: TransportError,
  object: {},
  "no prototype": Object.create(null),
  hostile,
  "a revoked proxy": revoked(),
  "a DOMException": new DOMException("aborted", "AbortError"),
  "an error with nothing": Object.assign(new Error(), { name: undefined, message: 5 }),
  "an error whose cause is itself": circular(),
  "errors in a circle": aggregated(),
  "an error with getters": throwing(),
  "lines, escapes and half a character": new Error(
    'a\r\nb\u001b[31m\u0000\ud800 WECHATPAY2-SHA256-RSA2048 signature="secret"',
  ),
};

for (const [name, thrown] of Object.entries(THROWN)) {
  test(`thrown by the client's fetch, and given to lost: ${name}`, async () => {
    for (const raise of [
      () => {
        throw thrown;
      },
      () => Promise.reject(thrown),
      async () => answerThatThrows(thrown),
    ]) {
      const error = await caught(new Client(merchant, { fetch: raise }).createOrder(order()));
      check(error, "unknown");
      assert.equal(error.draft.operation, "create_order");
    }
    const call = await merchant.createOrder(order());
    const error = call.lost(thrown);
    check(error, "unknown");
    assert.equal(error.draft, call.draft);
    assert.ok(error.detail.length < 1000 && !/secret|[\p{Cc}]/u.test(error.detail), error.detail);
    const query = await merchant.queryOrder({ order: { out_order_no: "C0", sub_mchid: ORDER.sub_mchid } });
    check(query.lost(thrown), "none");
  });
}

function check(error, outcome) {
  assert.ok(error instanceof PayscoreError && error instanceof TransportError, String(error));
  assert.deepEqual([error.code, error.outcome], ["transport.lost", outcome]);
}

test("an error of the same call stays what it is; an error of another call is a reason like any other", async () => {
  const call = await merchant.queryOrder({ order: { out_order_no: "none", sub_mchid: ORDER.sub_mchid } });
  const refused = await caught(call.read(...simulator.send(call)));
  assert.equal(call.lost(refused), refused);
  const other = await merchant.createOrder(order());
  check(other.lost(refused), "unknown");
});

test("the draft is stored before anything is sent, and resumed", async () => {
  const events = [];
  const stored = [];
  const beforeSend = async (draft) => {
    await later(5);
    events.push("stored");
    stored.push(draft.toBytes());
  };
  const fetch = (url, init) => {
    events.push("sent");
    return simulator.fetch(url, init);
  };
  const wechat = new Client(merchant, { beforeSend, fetch });
  const params = order();
  const { order_ref } = await wechat.createOrder(params);
  await wechat.queryOrder({ order: order_ref });
  assert.deepEqual(events, ["stored", "sent", "sent"], "a query leaves nothing to settle");
  for (const form of [stored[0], new TextDecoder().decode(stored[0])]) {
    const draft = merchant.resume(form);
    assert.deepEqual(
      [draft.operation, draft.settle(await wechat.queryOrder({ order: order_ref })).verdict],
      ["create_order", "happened"],
    );
  }
});

test("when it cannot be stored, nothing is sent", async () => {
  const full = new Error("the disk is full");
  for (const beforeSend of [
    () => {
      throw full;
    },
    () => Promise.reject(full),
  ]) {
    const wechat = new Client(merchant, { beforeSend, fetch: () => assert.fail("sent") });
    const error = await caught(wechat.createOrder(order()));
    assert.deepEqual([error.code, error.outcome, error.cause], ["transport.not_sent", "not_sent", full]);
    assert.equal(error.draft.operation, "create_order");
  }
});

test("an abort, before and while it is under way", async () => {
  const before = await caught(
    new Client(merchant, { fetch: () => assert.fail("sent") }).createOrder(order(), { signal: AbortSignal.abort() }),
  );
  assert.deepEqual([before.outcome, before.draft.operation], ["not_sent", "create_order"]);
  const while_ = new AbortController();
  const beforeSend = () => while_.abort(new Error("the user left"));
  const stored = await caught(
    new Client(merchant, { beforeSend, fetch: () => assert.fail("sent") }).createOrder(order(), {
      signal: while_.signal,
    }),
  );
  assert.equal(stored.outcome, "not_sent");
  const under = new AbortController();
  const params = order();
  const fetch = async (url, init) => {
    await simulator.fetch(url, init); // the order is made
    under.abort(hostile);
    return new Promise(() => {}); // and its fetch never ends, whatever its signal says
  };
  const error = await caught(new Client(merchant, { fetch }).createOrder(params, { signal: under.signal }));
  check(error, "unknown");
  const found = await new Client(merchant, { fetch: simulator.fetch }).queryOrder({ order: params });
  assert.equal(error.draft.settle(found).verdict, "happened");
});

test("a fetch that never ends, and one whose body never does", async () => {
  for (const fetch of [() => new Promise(() => {}), async () => new Response(new ReadableStream())]) {
    const began = Date.now();
    const error = await caught(new Client(merchant, { timeout: 100, fetch }).createOrder(order()));
    check(error, "unknown");
    assert.ok(Date.now() - began < 2000 && /no answer within 100 ms/.test(error.detail), error.detail);
  }
});

test("an invalid time-out is refused when the client is made", () => {
  for (const timeout of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, "30000", null]) {
    assert.throws(() => new Client(merchant, { timeout }), /timeout: more than 0/);
  }
});

test("a clock that throws while the answer is read", async () => {
  let broken = false;
  const clocked = await merchant.with({
    clock: () => {
      if (broken) {
        throw new Error("no clock");
      }
      return NOW;
    },
  });
  const call = await clocked.createOrder(order());
  const answer = simulator.send(call);
  broken = true;
  check(await caught(call.read(...answer)), "unknown");
});

test("a signature that WebCrypto does not make", async (t) => {
  t.mock.method(crypto.subtle, "sign", () => Promise.reject(new DOMException("no", "OperationError")));
  const error = await caught(new Client(merchant, { fetch: () => assert.fail("sent") }).createOrder(order()));
  assert.deepEqual([error.outcome, error.draft.operation], ["not_sent", "create_order"]);
});

test("answers in every form: an unambiguous one is read, any other is named", async () => {
  const call = await merchant.createOrder(order());
  const [status, headers, body] = simulator.send(call);
  const response = () => new Response(body, { status, headers });
  for (const answer of [
    response(),
    Promise.resolve(response()),
    { status, headers, body },
    { status, headers, body: [body.subarray(0, 9), body.subarray(9)] },
  ]) {
    assert.equal((await call.read(answer)).phase, "created");
  }
  check(await caught(call.read(Promise.reject(new Error("socket hang up")))), "unknown");
  const read = response();
  await read.text();
  const named = [
    [null],
    [undefined],
    [{}],
    [hostile],
    [5, headers, body],
    [read],
    [{ status, headers, body: "text" }],
    [status, headers, { parsed: 1 }],
    [status, headers, Promise.resolve(body)],
  ];
  for (const answer of named) {
    const error = await caught(call.read(...answer));
    assert.ok(error instanceof PayscoreError && error.draft === call.draft, String(error));
    assert.equal(error.outcome, "unknown", String(error));
  }
});

test("an invalid status leaves the outcome unknown", async () => {
  const call = await merchant.createOrder(order());
  const [, headers, body] = simulator.send(call);
  for (const odd of [
    undefined,
    null,
    0,
    -1,
    99,
    600,
    1000,
    65736,
    200.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "200",
    "ok",
    {},
    2n ** 70n,
    hostile,
  ]) {
    const error = await caught(call.read(odd, headers, body));
    assert.ok(error instanceof PayscoreError && error.draft === call.draft, String(error));
    assert.deepEqual([error.outcome, error.code], ["unknown", "invalid.status"], String(error));
    assert.match(error.detail, /a whole number from 200 to 599; (it is missing|here is .)/);
  }
  assert.equal((await call.read(200, headers, body)).phase, "created", "the same answer, read again");
});

test("a process that knows no more than the database", async () => {
  const database = new Map();
  const params = order();
  const dying = new Client(merchant, {
    beforeSend: (draft) => database.set(params.out_order_no, draft.toBytes()),
    fetch: async (url, init) => {
      await simulator.fetch(url, init);
      return new Promise(() => {});
    },
  });
  await caught(Promise.race([dying.createOrder(params), later(50).then(() => Promise.reject(new Error("given up")))]));
  const other = await Merchant.create({ ...simulator.control("GET", "/_simulator").merchant, clock: () => NOW });
  const draft = other.resume(database.get(params.out_order_no));
  const found = await new Client(other, { fetch: simulator.fetch }).queryOrder({ order: params });
  assert.equal(draft.settle(found).verdict, "happened");
});

function answerThatThrows(thrown) {
  return { status: 200, headers: new Headers(), arrayBuffer: () => Promise.reject(thrown) };
}

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function circular() {
  const error = new Error("outer");
  error.cause = error;
  return error;
}

function aggregated() {
  const error = new AggregateError([], "all");
  error.errors = [error, error];
  return error;
}

function throwing() {
  const error = new Error("x");
  for (const name of ["message", "code", "cause", "errors", "config"]) {
    Object.defineProperty(error, name, {
      get: () => {
        throw new Error("mine");
      },
    });
  }
  return error;
}
