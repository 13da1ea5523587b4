// The table of `docs/http-clients.md`, executed: what each client throws on a real socket, and what `call.lost` makes
// of it.
import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request as requestOf } from "node:http";
import { request as secureRequest } from "node:https";
import { createServer as createSocket } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { createServer as createSecure } from "node:tls";
import { fileURLToPath } from "node:url";
import axios from "axios";
import axiosRetry from "axios-retry";
import { Merchant, PayscoreError } from "payscore";
import { Client } from "payscore/fetch";
import * as undici from "undici";
import { ROOT } from "./support.mjs";

const TABLE = table(readFileSync(join(ROOT, "docs/http-clients.md"), "utf8"));
const PEM = readFileSync(new URL("self-signed.pem", import.meta.url));
const CANCEL = { order: { out_order_no: "A1", sub_mchid: "1900000109" }, reason: "x" };
const REPLY = "HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\n{}";

// The clients: each sends a call within the time-outs, and passes its answer to `call.read`.

const CLIENTS = {
  Client: {
    send: (call, { signal, timeout }) => new Client(merchant, { timeout }).send(call, { signal }),
  },
  fetch: {
    send: async (call, { signal, timeout }) =>
      call.read(await fetch(call.url, { ...init(call), signal: signal ?? AbortSignal.timeout(timeout) })),
  },
  "undici.request": {
    send: async (call, { signal, timeout, lookup, dispatcher }) => {
      const agent =
        dispatcher ?? new undici.Agent({ headersTimeout: timeout, bodyTimeout: timeout, connect: { timeout, lookup } });
      const reply = await undici.request(call.url, { ...init(call), signal, dispatcher: agent });
      return call.read(reply.statusCode, reply.headers, await reply.body.arrayBuffer());
    },
  },
  axios: {
    send: (call, how) => byAxios(axios, call, how),
  },
  "node:http(s)": {
    send: async (call, { signal, timeout, lookup, agent }) => {
      const request = (call.url.startsWith("https") ? secureRequest : requestOf)(call.url, {
        method: call.method,
        headers: call.headers,
        signal,
        timeout,
        lookup,
        agent,
      });
      request.on("error", () => {}); // Once there is a response, that has the error as well.
      request.on("timeout", () => request.destroy(new Error("no answer in time")));
      request.end(call.body);
      const [response] = await once(request, "response");
      const chunks = [];
      for await (const chunk of response) {
        chunks.push(chunk);
      }
      return call.read(response.statusCode, response.headers, chunks);
    },
  },
};

function init({ method, headers, body, redirect }) {
  return { method, headers, body, redirect };
}

async function byAxios(instance, call, { signal, timeout, lookup, agent }) {
  const { method, url, headers, body: data } = call;
  const exactly = { responseType: "arraybuffer", maxRedirects: 0, validateStatus: () => true, proxy: false };
  const reply = await instance.request({
    method,
    url,
    headers,
    data,
    signal,
    timeout,
    lookup,
    httpAgent: agent,
    ...exactly,
  });
  return call.read(reply.status, reply.headers, reply.data);
}

// The events: each gives an address, and the options for the client.

const EVENTS = {
  "nobody listens": async () => ({ url: `http://127.0.0.1:${await closedPort()}` }),
  "nobody listens, on several addresses": async () => ({ url: `http://localhost:${await closedPort()}` }),
  "the name is not found": async () => ({ url: "https://payscore.invalid" }),
  "the server's certificate is not trusted": () => secure({ key: PEM, cert: PEM }),
  "the server closes during the TLS handshake": async () => ({
    ...(await server((connection) => connection.once("data", () => connection.destroy()))),
    scheme: "https",
  }),
  "the server speaks no TLS": async () => ({
    ...(await server((connection) => connection.on("data", () => connection.end(REPLY)))),
    scheme: "https",
  }),
  "time-out while connecting": async () => ({
    ...(await answering(REPLY)),
    host: "localhost",
    how: { timeout: 150, lookup: () => {} },
  }),
  "time-out before the answer": async () => ({ ...(await answering(undefined)), how: { timeout: 150 } }),
  "time-out within the answer": async () => ({
    ...(await answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")),
    how: { timeout: 150 },
  }),
  "abort before sending": async () => ({ ...(await answering(REPLY)), how: { signal: AbortSignal.abort() } }),
  "abort while connecting": async () => {
    const place = await secureSilence();
    return { ...place, how: { signal: AbortSignal.timeout(150), timeout: 1000 } };
  },
  "abort after sending": async () => {
    const controller = new AbortController();
    return { ...(await answering(undefined, () => controller.abort())), how: { signal: controller.signal } };
  },
  "cut before the answer": () => answering(""),
  "a kept connection is cut under the request": pooled,
  "cut within the answer": () =>
    answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", (connection) => connection.end()),
  "a damaged gzip body": () =>
    answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\nno gzip"),
  "no HTTP": () => answering("HELLO\r\n\r\n", (connection) => connection.end()),
  "a redirect": () => answering("HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"),
  "the proxy is not there": async () => ({
    url: "https://payscore.invalid",
    how: proxied(`http://127.0.0.1:${await closedPort()}`),
  }),
  "the proxy refuses the tunnel": async () => {
    const { url, close } = await answering("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
    return { url: "https://payscore.invalid", close, how: proxied(url) };
  },
  "a client that repeats: refused each time": async () => ({
    url: `http://127.0.0.1:${await closedPort()}`,
    how: repeating(),
  }),
  "a client that repeats: cut, then refused": async () => ({ ...(await cutThenGone()), how: repeating() }),
};

let merchant;
const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});

test("every event and every client of the table is executed, and nothing else", () => {
  assert.deepEqual(
    TABLE.events.map(([event]) => event),
    Object.keys(EVENTS),
  );
  assert.deepEqual(TABLE.clients, Object.keys(CLIENTS));
});

for (const [event, cells] of TABLE.events) {
  TABLE.clients.forEach((name, at) => {
    const expected = cells[at];
    if (expected === "–") {
      return; // This client has no such thing.
    }
    test(`${event}: ${name}`, async () => {
      const place = await EVENTS[event]();
      try {
        const base_url = place.url
          .replace("http:", `${place.scheme ?? "http"}:`)
          .replace("127.0.0.1", place.host ?? "127.0.0.1");
        merchant = await Merchant.create({
          mchid: "1230000100",
          serial_no: "5A1B5A1B5A1B",
          service_id: "500001",
          channel_id: "1230000200",
          private_key: privateKey,
          public_keys: { PUB_KEY_ID_1: publicKey },
          base_url,
        });
        await place.before?.(name);
        const call = await merchant.cancelOrder(CANCEL);
        const how = { timeout: 5000, ...place.how, ...place.how?.[name] };
        const send = how.send ?? CLIENTS[name].send;
        const error = await send(call, how).then(
          () => assert.fail("answered"),
          (error) => call.lost(error),
        );
        assert.ok(error instanceof PayscoreError && error.draft === call.draft, String(error));
        assert.equal(error.outcome, expected.replaceAll("`", ""), String(error));
        assert.ok(!error.message.includes("WECHATPAY2") && !/[\r\n]/.test(error.message), error.message);
        if (error.outcome === "not_sent") {
          assert.ok(!place.received?.some((text) => text.includes("WECHATPAY2")), "a promise that was broken");
        }
      } finally {
        place.close?.();
      }
    });
  });
}

test("certificates of the environment are used", async () => {
  const place = await secure({ key: PEM, cert: PEM });
  const url = place.url.replace("http:", "https:").replace("127.0.0.1", "localhost");
  const script = `fetch(${JSON.stringify(url)})
    .then(() => console.log("answered"), (error) => console.log(error.cause.code))`;
  const { execFile } = await import("node:child_process");
  const run = (env) =>
    new Promise((resolve) =>
      execFile(process.execPath, ["-e", script], { env: { ...process.env, ...env } }, (_, out) => resolve(out.trim())),
    );
  place.listener.on("secureConnection", (connection) =>
    connection.end("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
  );
  assert.equal(await run({}), "DEPTH_ZERO_SELF_SIGNED_CERT");
  assert.equal(
    await run({ NODE_EXTRA_CA_CERTS: fileURLToPath(new URL("self-signed.pem", import.meta.url)) }),
    "answered",
  );
  place.close();
});

function table(text) {
  const [, ...lines] = text.slice(text.indexOf("| what happens |")).split("\n\n")[0].split("\n");
  const [, , ...clients] = text
    .slice(text.indexOf("| what happens |"))
    .split("\n")[0]
    .split("|")
    .map((cell) => cell.trim().replaceAll("`", ""));
  const events = lines.slice(1).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return { clients: clients.slice(0, -1), events: events.map(([event, ...cells]) => [event, cells]) };
}

// The servers.

async function server(onConnection) {
  const received = [];
  const connections = new Set();
  const listener = createSocket((connection) => {
    connections.add(connection);
    connection.on("error", () => {});
    connection.on("data", (chunk) => received.push(chunk.toString("latin1")));
    onConnection(connection);
  }).listen(0, "127.0.0.1");
  await once(listener, "listening");
  const close = () => {
    listener.close();
    connections.forEach((connection) => connection.destroy());
  };
  return { url: `http://127.0.0.1:${listener.address().port}`, received, close };
}

/** Answers a request that has arrived whole: with nothing, with a cut (the empty text), or with these bytes. */
function answering(bytes, then = () => {}) {
  return server((connection) => {
    let text = "";
    connection.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (!text.includes("CONNECT ") && !text.includes("}")) {
        return;
      }
      if (bytes === "") {
        connection.destroy();
      } else if (bytes) {
        connection.write(bytes);
      }
      then(connection);
    });
  });
}

async function secure(options) {
  const received = [];
  const listener = createSecure(options, (connection) => {
    connection.on("error", () => {});
    connection.on("data", (chunk) => received.push(chunk.toString("latin1")));
  });
  listener.on("tlsClientError", () => {});
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  return {
    url: `http://127.0.0.1:${listener.address().port}`,
    scheme: "https",
    host: "localhost",
    received,
    listener,
    close: () => listener.close(),
  };
}

/** Accepts the connection and never answers the handshake. */
async function secureSilence() {
  return { ...(await server(() => {})), scheme: "https" };
}

async function closedPort() {
  const listener = createSocket().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address();
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

/** Answers the first request, and cuts the connection under the second. */
async function pooled() {
  let requests = 0;
  const place = await server((connection) =>
    connection.on("data", (chunk) => {
      if (chunk.includes("POST ")) {
        requests += 1;
        requests === 1 ? connection.write(REPLY) : connection.destroy();
      }
    }),
  );
  const agent = new Agent({ keepAlive: true });
  const dispatcher = new undici.Agent();
  const how = { agent, dispatcher };
  const before = async (name) => {
    await CLIENTS[name].send(await merchant.cancelOrder(CANCEL), { timeout: 5000, ...how }).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
  };
  return { ...place, how, before };
}

function proxied(url) {
  return { "undici.request": { dispatcher: new undici.ProxyAgent(url) } };
}

// Clients that repeat by themselves. Nobody should use them.

function repeating() {
  const methods = ["POST"];
  const retry = {
    maxRetries: 1,
    minTimeout: 200,
    methods,
    errorCodes: ["UND_ERR_SOCKET", "ECONNREFUSED", "ECONNRESET"],
  };
  const dispatcher = new undici.RetryAgent(new undici.Agent(), retry);
  const fetchAgain = async (call, { timeout }) => {
    const attempt = () => CLIENTS.fetch.send(call, { timeout });
    return attempt().catch(() => new Promise((resolve) => setTimeout(resolve, 200)).then(attempt));
  };
  const byNode = async (call, how) => {
    const attempt = () => CLIENTS["node:http(s)"].send(call, how);
    return attempt().catch(() => new Promise((resolve) => setTimeout(resolve, 200)).then(attempt));
  };
  const instance = axios.create();
  axiosRetry(instance, { retries: 1, retryDelay: () => 200, retryCondition: () => true });
  const own = (call, { timeout }) =>
    new Client(merchant, {
      timeout,
      fetch: (url, init) =>
        fetch(url, init).catch(() => new Promise((resolve) => setTimeout(resolve, 200)).then(() => fetch(url, init))),
    }).send(call);
  return {
    Client: { send: own },
    fetch: { send: fetchAgain },
    "undici.request": { dispatcher },
    axios: { send: (call, how) => byAxios(instance, call, how) },
    "node:http(s)": { send: byNode },
  };
}

/** Cuts the first request, and is gone when the second comes. */
async function cutThenGone() {
  const place = await server((connection) => {
    connection.once("data", () => {
      place.close();
      connection.destroy();
    });
  });
  return place;
}
