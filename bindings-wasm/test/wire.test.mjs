// The socket receives byte for byte what was signed, once, with every client and whatever happens.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import axios from "axios";
import { ApiError, TransportError } from "payscore";
import { Client } from "payscore/fetch";
import { Simulator } from "payscore-testing";
import * as undici from "undici";
import { Shop } from "../examples/journey.mjs";
import { NOW, socket } from "./support.mjs";

const AWKWARD = "A|1*'~ 中文";
const NUMBER = "A|1*_-x";
const ERROR = "HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
const REDIRECT =
  "HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const REF = { out_order_no: NUMBER, sub_mchid: "1900000109" };

const merchantAt = (url) => new Simulator({ now: NOW }).merchant({ base_url: url });

const CLIENTS = {
  fetch: (call) => fetch(call.url, call),
  "undici.fetch": (call) => undici.fetch(call.url, call),
  "undici.request": (call) => undici.request(call.url, { method: call.method, headers: call.headers, body: call.body }),
  axios: (call) =>
    axios.request({
      method: call.method,
      url: call.url,
      headers: call.headers,
      data: call.body,
      responseType: "arraybuffer",
      maxRedirects: 0,
      validateStatus: () => true,
    }),
};

for (const [name, send] of Object.entries(CLIENTS)) {
  test(`what was signed is what arrives: ${name}`, async () => {
    const server = await socket(ERROR);
    const merchant = await merchantAt(server.url);
    const calls = [
      await merchant.queryOrder({ sub_mchid: "1900000109", query_id: AWKWARD.replace(" ", "") }),
      await merchant.queryDeduction({ order: REF }),
      await merchant.cancelOrder({ order: REF, reason: AWKWARD }),
    ];
    for (const call of calls) {
      await send(call);
      const { head, body } = server.received.pop();
      const target = call.url.slice(server.url.length);
      const [first, ...lines] = head.split("\r\n");
      assert.equal(first, `${call.method} ${target} HTTP/1.1`);
      assert.deepEqual(body, Buffer.from(call.body ?? ""));
      const message = Buffer.from(call.draft.message).toString("utf8").split("\n");
      assert.deepEqual(
        [message[0], message[1], message.slice(4).join("\n")],
        [call.method, target, `${body.toString("utf8")}\n`],
      );
      const sent = Object.fromEntries(
        lines.map((line) => [line.split(":", 1)[0].toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
      );
      for (const [name, value] of Object.entries(call.headers)) {
        assert.equal(sent[name.toLowerCase()], value);
      }
      assert.equal("body" in call, call.method === "POST");
      assert.equal(server.received.length, 0);
    }
    server.close();
  });
}

const cancel = { order: { out_order_no: "A1", sub_mchid: "1900000109" }, reason: "x" };
const THROUGH = {
  client: (merchant) => new Client(merchant).cancelOrder(cancel),
  example: (merchant) =>
    new Shop(
      merchant,
      join(tmpdir(), `payscore-wire-${process.pid}-${Math.random()}`),
      "https://shop.example/notify",
    ).cancel(cancel.order, "x"),
  "a Call as a fetch init": async (merchant) => {
    const call = await merchant.cancelOrder(cancel);
    return call.read(await fetch(call.url, call).catch((error) => Promise.reject(call.lost(error))));
  },
  axios: async (merchant) => {
    const call = await merchant.cancelOrder(cancel);
    const reply = await CLIENTS.axios(call).catch((error) => Promise.reject(call.lost(error)));
    return call.read(reply.status, reply.headers, reply.data);
  },
  "undici.request": async (merchant) => {
    const call = await merchant.cancelOrder(cancel);
    const reply = await CLIENTS["undici.request"](call).catch((error) => Promise.reject(call.lost(error)));
    return call.read(reply.statusCode, reply.headers, await reply.body.arrayBuffer());
  },
};

for (const [name, send] of Object.entries(THROUGH)) {
  test(`a redirect and a cut connection lead to one request: ${name}`, async () => {
    for (const [answer, kind] of [
      [REDIRECT, ApiError],
      ["", TransportError],
    ]) {
      const server = await socket(answer);
      const error = await send(await merchantAt(server.url)).catch((error) => error);
      assert.ok(error instanceof kind, String(error));
      assert.equal(error.outcome, "unknown");
      assert.equal(server.received.length, 1);
      assert.match(server.received[0].head, /WECHATPAY2-SHA256-RSA2048/);
      assert.ok(!JSON.stringify(error).includes("WECHATPAY2"), "the error does not show the request");
      server.close();
    }
  });

  test(`nothing was sent when nobody listens: ${name}`, async () => {
    const listener = createServer().listen(0, "127.0.0.1");
    await once(listener, "listening");
    const { port } = listener.address();
    await new Promise((resolve) => listener.close(resolve));
    for (const host of ["127.0.0.1", "localhost"]) {
      const error = await send(await merchantAt(`http://${host}:${port}`)).catch((error) => error);
      assert.deepEqual([error.code, error.outcome], ["transport.not_sent", "not_sent"], String(error));
    }
  });
}

test("a kept connection that is cut under a request is no reason to send it again", async () => {
  const received = [];
  const server = createServer((connection) => {
    let requests = 0;
    connection.on("error", () => {});
    connection.on("data", (chunk) => {
      if (chunk.includes("POST ")) {
        received.push(chunk);
        requests += 1;
        requests === 1
          ? connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\n{}")
          : connection.destroy();
      }
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = new Client(await merchantAt(`http://127.0.0.1:${server.address().port}`));
  await assert.rejects(client.cancelOrder(cancel), ApiError);
  await assert.rejects(
    client.cancelOrder(cancel),
    (error) => error.outcome === "unknown" && error instanceof TransportError,
  );
  assert.equal(received.length, 2);
  server.close();
});

test("an answer that stops half way was sent, and a time-out too", async () => {
  const half = await socket("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
  await assert.rejects(new Client(await merchantAt(half.url)).cancelOrder(cancel), {
    code: "transport.lost",
    outcome: "unknown",
  });
  half.close();
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const merchant = await merchantAt(`http://127.0.0.1:${silent.address().port}`);
  await assert.rejects(new Client(merchant, { timeout: 200 }).cancelOrder(cancel), {
    code: "transport.lost",
    outcome: "unknown",
  });
  await assert.rejects(new Client(merchant, { timeout: 200 }).queryOrder({ order: cancel.order }), {
    code: "transport.lost",
    outcome: "none",
  });
  silent.close();
});
