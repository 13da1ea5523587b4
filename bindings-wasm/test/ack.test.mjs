// An acknowledgement that a handler returns by mistake never becomes a 2xx, in the frameworks themselves. Sent as
// documented, it arrives.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { format, inspect } from "node:util";
import { deserialize, serialize } from "node:v8";
import { serve } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { Ack } from "payscore";
import { Simulator } from "payscore-testing";
import { Response as Standard } from "undici"; // Hono replaces the global one.
import { NOW, ORDER } from "./support.mjs";

const simulator = new Simulator({ now: NOW });
const merchant = await simulator.merchant();
await (await merchant.createOrder(ORDER)).read(...simulator.send(await merchant.createOrder(ORDER)));
simulator.control("POST", "/_simulator/orders/A%7C1*x/confirm", {});
const [delivery] = simulator.due();
const event = await merchant.readNotification(delivery.headers, delivery.body);
const refused = await merchant.readNotification(delivery.headers, Buffer.from("{}")).catch((error) => error);
const { ack: prepaid } = merchant.acknowledgePrepay({
  out_trade_no: "P1",
  prepay_resp_http_code: 200,
  prepay_resp_body: "{}",
  nothing_registered: true,
});

/** The acknowledgements of a genuine callback, of a forged one, and of one that the clearing house answered. */
const ACKS = { genuine: event.ack, forged: refused.ack, prepaid };

/** Ways in which Hono's server reads `status` and `body` itself. */
const TAKEN = new Set(["taken", "takenLater"]);

// Each framework: the wrong ways, and the documented one. `listen` gives an address where GET /<way>/<ack> is answered.

const FRAMEWORKS = {
  Express: {
    wrong: {
      json: (ack) => (_, response) => response.json(ack),
      send: (ack) => (_, response) => response.send(ack),
      statusJson: (ack) => (_, response) => response.status(200).json(ack),
      end: (ack) => (_, response) => response.end(ack),
      wrapped: (ack) => (_, response) => response.json({ ack }),
      spread: (ack) => (_, response) => response.json({ ...ack }),
      asynchronous: (ack) => async (_, response) => response.json(ack),
    },
    right: (ack) => (_, response) => response.status(ack.status).set(ack.headers).send(ack.body),
    listen: async (routes) => {
      const app = express();
      Object.entries(routes).forEach(([path, handler]) => app.get(path, handler));
      app.use((error, _request, response, _next) => response.status(500).end(String(error.name)));
      const server = app.listen(0, "127.0.0.1");
      await once(server, "listening");
      return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
    },
  },
  Fastify: {
    wrong: {
      returned: (ack) => async () => ack,
      sent: (ack) => (_, reply) => void reply.send(ack),
      wrapped: (ack) => async () => ({ ack }),
      spread: (ack) => async () => ({ ...ack }),
    },
    right: (ack) => async (_, reply) => reply.code(ack.status).headers(ack.headers).send(ack.body),
    listen: async (routes) => {
      const app = fastify();
      const members = {
        status: { type: "integer" },
        headers: { type: "object", additionalProperties: true },
        body: { type: "string" },
      };
      Object.entries(routes).forEach(([path, handler]) => {
        app.get(path, handler);
        // A schema writes the members that it knows, without JSON.stringify.
        app.get(`/schema${path}`, { schema: { response: { 200: { type: "object", properties: members } } } }, handler);
      });
      const url = await app.listen({ port: 0, host: "127.0.0.1" });
      return { url, close: () => app.close(), also: "/schema" };
    },
  },
  Hono: {
    wrong: {
      json: (ack) => (c) => c.json(ack),
      status: (ack) => (c) => c.json(ack, 200),
      body: (ack) => (c) => c.body(ack),
      response: (ack) => () => Response.json(ack),
      wrapped: (ack) => (c) => c.json({ ack }),
      spread: (ack) => (c) => c.json({ ...ack }),
      taken: (ack) => () => ack,
      takenLater: (ack) => async () => ack,
    },
    right: (ack) => () => new Response(ack.body, ack),
    listen: async (routes) => {
      const app = new Hono();
      Object.entries(routes).forEach(([path, handler]) => app.get(path, handler));
      app.onError((error, c) => c.text(error.name, 500));
      const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
      await once(server, "listening");
      return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
    },
  },
};

for (const [name, { wrong, right, listen }] of Object.entries(FRAMEWORKS)) {
  const routes = {};
  for (const [kind, ack] of Object.entries(ACKS)) {
    routes[`/right/${kind}`] = right(ack);
    Object.entries(wrong).forEach(([way, handler]) => {
      routes[`/${way}/${kind}`] = handler(ack);
    });
  }
  test(`${name}: sent as documented, an acknowledgement arrives`, async () => {
    const { url, close } = await listen(routes);
    for (const [kind, ack] of Object.entries(ACKS)) {
      const response = await fetch(`${url}/right/${kind}`);
      assert.deepEqual([response.status, await response.text()], [ack.status, ack.body ?? ""]);
      assert.equal(response.headers.get("content-type")?.split(";")[0], ack.headers["Content-Type"]);
    }
    await close();
  });
  test(`${name}: returned by mistake, it is a 5xx`, async (t) => {
    t.mock.method(console, "error", () => {}); // Hono's server reports what it cannot send.
    const { url, close, also } = await listen(routes);
    for (const path of Object.keys(routes).filter((path) => !path.startsWith("/right/"))) {
      // A schema may leave out what wraps an Ack: then nothing of it is sent.
      for (const before of also && !path.startsWith("/wrapped/") ? ["", also] : [""]) {
        const { status } = await fetch(url + before + path, { signal: AbortSignal.timeout(5000) });
        const [, way, kind] = path.split("/");
        // Hono takes whatever is returned for a Response: then the status is the acknowledgement's own.
        assert.ok(status >= 500 || (TAKEN.has(way) && status === ACKS[kind].status), `${before}${path}: ${status}`);
      }
    }
    await close();
  });
}

test("node:http and Lambda, as documented", async () => {
  const server = createServer((request, response) => {
    const ack = ACKS[request.url.slice(1)];
    response.writeHead(ack.status, ack.headers).end(ack.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  for (const [kind, ack] of Object.entries(ACKS)) {
    const response = await fetch(`http://127.0.0.1:${server.address().port}/${kind}`);
    assert.deepEqual([response.status, await response.text()], [ack.status, ack.body ?? ""]);
    const lambda = JSON.parse(JSON.stringify({ statusCode: ack.status, headers: ack.headers, body: ack.body ?? "" }));
    assert.deepEqual([lambda.statusCode, lambda.body], [ack.status, ack.body ?? ""]);
  }
  server.close();
});

test("nothing takes an acknowledgement for data", () => {
  for (const ack of Object.values(ACKS)) {
    assert.ok(ack instanceof Ack && Object.isFrozen(ack) && Object.isFrozen(ack.headers));
    for (const copy of [
      ack,
      { ...ack },
      Object.assign({}, ack),
      [ack],
      { deep: { ack } },
      new Map([["ack", ack]]).get("ack"),
    ]) {
      assert.throws(() => JSON.stringify(copy), /an Ack is neither JSON nor text.*new Response\(ack\.body, ack\)/);
    }
    assert.throws(() => structuredClone(ack), { name: "DataCloneError" });
    assert.throws(() => serialize(ack));
    assert.equal(inspect(ack), `Ack(${ack.status})`);
    assert.equal(format("%s %o", ack, { ack }), `Ack(${ack.status}) { ack: Ack(${ack.status}) }`);
    for (const text of [
      () => `${ack}`,
      () => String(ack),
      () => ack + "",
      () => new Standard(ack),
      () => String({ ...ack }),
    ]) {
      assert.throws(text, /an Ack is neither JSON nor text/);
    }
  }
});

test("an event and an error are data, and their acknowledgement is no part of it", () => {
  for (const thing of [event, refused]) {
    const { ack } = thing;
    assert.ok(ack instanceof Ack);
    for (const copy of [JSON.parse(JSON.stringify(thing)), { ...thing }, structuredClone({ ...thing })]) {
      assert.ok(!("ack" in copy));
    }
    assert.ok(!Object.keys(thing).includes("ack"));
  }
  assert.equal(JSON.parse(JSON.stringify(event)).deduplication_key, event.deduplication_key);
  assert.equal(deserialize(serialize(event)).order.out_order_no, event.order.out_order_no);
  assert.equal(JSON.parse(JSON.stringify(refused)).code, "verification.signature");
});

test("a stored acknowledgement answers like the original", async () => {
  const { status, headers, body } = prepaid;
  const stored = JSON.parse(JSON.stringify({ status, headers, body }));
  const response = new Response(stored.body, stored);
  assert.deepEqual([response.status, await response.text()], [200, prepaid.body]);
});
