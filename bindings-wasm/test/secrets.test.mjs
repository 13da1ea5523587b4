// No secret is in anything that shows, copies or serialises the objects of Payscore, and none in an error about a key,
// however damaged that is.
import assert from "node:assert/strict";
import { Console } from "node:console";
import { Writable } from "node:stream";
import { test } from "node:test";
import { format, inspect } from "node:util";
import { serialize } from "node:v8";
import { ConfigError, Merchant, PayscoreError } from "payscore";
import * as apiv3 from "payscore/apiv3";
import { Client } from "payscore/fetch";
import { Simulator } from "payscore-testing";
import { NOW, ORDER } from "./support.mjs";

const simulator = new Simulator({ now: NOW });
const { merchant: facts } = simulator.control("GET", "/_simulator");
const API_V2_KEY = "v2secret0123456789v2secret012345";
const merchant = await simulator.merchant({ api_v2_key: API_V2_KEY });
const WINDOW = 12;

/** Every piece of a secret, long enough not to be there by chance. */
const pieces = new Set();
function secret(text) {
  const letters = text.replace(/-----[A-Z ]+-----|\s/g, "");
  for (let at = 0; at + WINDOW <= letters.length; at++) {
    pieces.add(letters.slice(at, at + WINDOW));
  }
}
[facts.private_key, facts.api_v3_key, API_V2_KEY].forEach(secret);

function free(text, where) {
  const joined = text.replace(/\\n|\s/g, "");
  for (let at = 0; at + WINDOW <= joined.length; at++) {
    const piece = joined.slice(at, at + WINDOW);
    assert.ok(!pieces.has(piece), `${where}: …${joined.slice(Math.max(0, at - 60), at + 60)}…`);
  }
}

/** Everything that can be reached through properties, hidden ones included, as one text. */
function reachable(thing, seen = new Set()) {
  if (typeof thing !== "object" && typeof thing !== "function") {
    return String(thing);
  }
  if (thing === null || seen.has(thing)) {
    return "";
  }
  seen.add(thing);
  if (ArrayBuffer.isView(thing)) {
    return Buffer.from(thing.buffer, thing.byteOffset, thing.byteLength).toString("latin1");
  }
  const own = Reflect.ownKeys(thing).map((name) => {
    const { value, get } = Object.getOwnPropertyDescriptor(thing, name);
    return `${String(name)} ${get ? attempted(() => reachable(get.call(thing), seen)) : reachable(value, seen)}`;
  });
  const inherited = Object.getPrototypeOf(thing);
  return [
    ...own,
    inherited === Object.prototype || inherited === Function.prototype
      ? ""
      : reachable(Object.getOwnPropertyNames(inherited ?? {}).join(), seen),
  ].join("\n");
}

function logged(...things) {
  let text = "";
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  const console = new Console({ stdout: stream, stderr: stream });
  console.log(...things, { things });
  console.error(...things);
  console.dir(things, { depth: null, showHidden: true });
  console.table(things);
  return text;
}

function attempted(work) {
  try {
    return String(work() ?? "");
  } catch (error) {
    return inspect(error, { depth: 10, showHidden: true });
  }
}

const WAYS = {
  console: (thing) => logged(thing),
  inspect: (thing) => inspect(thing, { depth: 10, showHidden: true }),
  "inspect without custom": (thing) => inspect(thing, { depth: 10, showHidden: true, customInspect: false }),
  format: (thing) => attempted(() => format("%s %o %O %j", thing, thing, thing, thing)),
  JSON: (thing) => attempted(() => JSON.stringify(thing)),
  String: (thing) => attempted(() => `${thing}`),
  spread: (thing) => inspect({ ...thing }, { depth: 10 }),
  entries: (thing) =>
    inspect([Object.entries(thing), Object.getOwnPropertyDescriptors(thing)], {
      depth: 10,
      showHidden: true,
      customInspect: false,
    }),
  structuredClone: (thing) =>
    attempted(() => inspect(structuredClone(thing), { depth: 10, showHidden: true, customInspect: false })),
  "v8.serialize": (thing) => attempted(() => serialize(thing).toString("latin1")),
  properties: (thing) => reachable(thing),
};

test("no secret in any object of Payscore", async () => {
  const call = await merchant.createOrder(ORDER);
  const [signature] = /signature="[^"]+/.exec(call.headers.Authorization);
  secret(signature.slice(11));
  const answer = simulator.send(call);
  const order = await call.read(...answer);
  simulator.control("POST", "/_simulator/orders/A%7C1*x/confirm", {});
  const [delivery] = simulator.due();
  const event = await merchant.readNotification(delivery.headers, delivery.body);
  const attached = Object.assign(new Error("socket hang up"), {
    config: { headers: call.headers },
    cause: new Error(`sent ${call.headers.Authorization}`),
  });
  const client = new Client(merchant, { fetch: () => Promise.reject(attached) });
  const failing = (work) =>
    work.then(
      () => assert.fail("no error"),
      (error) => error,
    );
  const things = {
    Merchant,
    merchant,
    "another merchant": await merchant.with({ channel_id: facts.channel_id }),
    call,
    draft: call.draft,
    client,
    order,
    event,
    ack: event.ack,
    simulator,
    lost: call.lost(attached),
    "lost by the client": await failing(client.createOrder({ ...ORDER, out_order_no: "S1" })),
    "an answer that is none": await failing(call.read(200, {}, "text")),
    "a refusal": await failing(
      (async () => {
        const other = await merchant.queryOrder({ sub_mchid: "1900000109", out_order_no: "none" });
        return other.read(...simulator.send(other));
      })(),
    ),
    "a callback under another key": await failing(
      (await merchant.with({ api_v3_key: "x".repeat(32) })).readNotification(delivery.headers, delivery.body),
    ),
    "a setting that does not exist": await failing(merchant.with({ private_keys: facts.private_key })),
    "a base_url with a key in it": await failing(merchant.with({ base_url: `https://x/${facts.api_v3_key}` })),
    "a jump": merchant.launchConfirm({ package: order.package }),
  };
  for (const [name, thing] of Object.entries(things)) {
    for (const [way, shown] of Object.entries(WAYS)) {
      free(shown(thing), `${name} by ${way}`);
    }
  }
  assert.match(inspect(merchant), /^Merchant\(1230000100\)$/);
  assert.match(inspect(call), /^Call\(POST http/);
  free(Buffer.from(call.draft.toBytes()).toString("utf8"), "the stored draft");
  assert.ok(JSON.stringify(things.lost).includes("…"), "the header's place is marked");
});

test("the settings that a user passed are not kept", async () => {
  const settings = { ...facts, public_keys: { ...facts.public_keys }, clock: () => NOW };
  const made = await Merchant.create(settings);
  settings.public_keys.PUB_KEY_ID_OTHER = "spoilt";
  settings.private_key = settings.api_v3_key = "spoilt";
  const other = await made.with({ channel_id: facts.channel_id, nonce: () => "n" });
  const call = await other.createOrder({ ...ORDER, out_order_no: "S2" });
  assert.equal((await call.read(...simulator.send(call))).phase, "created");
  assert.match(call.headers.Authorization, /nonce_str="n"/);
  assert.match(
    (await (await other.with({ nonce: undefined })).createOrder(ORDER)).headers.Authorization,
    /nonce_str="[0-9a-f]{32}"/,
  );
});

test("no secret in an error about a key, however damaged that is", async () => {
  const pem = facts.private_key;
  const base64 = pem.replace(/-----[A-Z ]+-----|\s/g, "");
  const lines = pem.trim().split("\n");
  const spoilt = [
    `-----BEGIN ${base64}----------END `,
    "-----BEGIN SECRET----------END ",
    `-----BEGIN ${base64.slice(0, 64)}-----\n${base64}\n-----END PRIVATE KEY-----`,
    pem.replace("BEGIN", "BEGN"),
    pem.replace("-----BEGIN", "----BEGIN"),
    pem.replace("END PRIVATE", "END PUBLIC"),
    lines.slice(1).join("\n"),
    lines.slice(0, -1).join("\n"),
    lines.reverse().join("\n"),
    lines.join(":"),
    base64,
    `"${base64}"`,
    `{"key":"${base64}"}`,
    base64.slice(0, -3),
    base64.replace("A", "!"),
    `${base64}${base64}`,
    `${pem}${pem}`,
    pem.slice(0, 400),
    `x${pem}`,
    Buffer.from(pem).toString("base64"),
    Buffer.from(pem).toString("hex"),
    pem.replaceAll("\n", ""),
    pem.replaceAll("\n", " "),
    pem.replaceAll("\n", "\\\\n"),
    [pem],
    { pem },
    Buffer.from(pem).toString("utf16le"),
    facts.api_v3_key,
    ` ${facts.api_v3_key}`,
    `${facts.api_v3_key}xx`,
    facts.api_v3_key.slice(1),
  ];
  const valid = Object.values(facts.public_keys)[0];
  const uses = {
    "Merchant private_key": (key) => simulator.merchant({ private_key: key }),
    "Merchant certificate": (key) => simulator.merchant({ certificate: key, serial_no: undefined }),
    "Merchant serial_no": (key) => simulator.merchant({ serial_no: key }),
    "Merchant api_v3_key": (key) => simulator.merchant({ api_v3_key: key }),
    "Merchant api_v2_key": (key) => simulator.merchant({ api_v2_key: key }),
    "Merchant public_keys": (key) => simulator.merchant({ public_keys: { PUB_KEY_ID_1: key } }),
    "Merchant certificates": (key) => simulator.merchant({ certificates: [key] }),
    "Merchant mchid": (key) => simulator.merchant({ mchid: key }),
    "Merchant base_url": (key) => simulator.merchant({ base_url: key }),
    "Merchant wechatpay_serial": (key) => simulator.merchant({ wechatpay_serial: key }),
    "Merchant whole": (key) => Merchant.create(key),
    sign: (key) => apiv3.sign(key, Buffer.from("x")),
    openSensitive: (key) => apiv3.openSensitive(key, "AA=="),
    "openSensitive sealed": (key) => apiv3.openSensitive(pem, key),
    sealSensitive: (key) => apiv3.sealSensitive(key, "x"),
    openResource: (key) => apiv3.openResource(key, "0".repeat(12), "", "AA=="),
    readCertificate: (key) => apiv3.readCertificate(key),
    signatureHolds: (key) => apiv3.signatureHolds(key, Buffer.from("x"), "AA=="),
    verify: (key) => apiv3.verify({ PUB_KEY_ID_1: key }, {}, Buffer.from("x")),
    "signatureHolds signature": (key) => apiv3.signatureHolds(valid, Buffer.from("x"), key),
    authorization: (key) => apiv3.authorization("1", "2", Number.NaN, "n", key),
  };
  for (const [name, use] of Object.entries(uses)) {
    for (const key of spoilt) {
      const error = await (async () => use(key))().then(
        () => undefined,
        (error) => error,
      );
      if (error) {
        assert.ok(error instanceof PayscoreError, `${name}: ${error}`);
        assert.ok(!/[\r\n]/.test(error.message) && error.message.length < 4000, `${name}: ${error.message.length}`);
        for (const [way, shown] of Object.entries(WAYS)) {
          free(shown(error), `${name} by ${way}`);
        }
      }
    }
  }
  await assert.rejects(simulator.merchant({ private_key: spoilt[1] }), ConfigError);
});
