// A real browser: a page without a bundler makes a draft, signs it with WebCrypto, finishes it and reads the
// simulator's verified answer. The page's own server serves the files of the packages and passes the calls on.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { ORDER, simulatorProcess } from "./support.mjs";

const BROWSER = [
  process.env.PAYSCORE_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path && existsSync(path));
const PACKAGES = fileURLToPath(new URL("../../..", import.meta.resolve("payscore")));
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const IMPORTS = {
  payscore: "/modules/payscore/dist/esm/index.js",
  "payscore/fetch": "/modules/payscore/dist/esm/fetch.js",
  "payscore-testing": "/modules/payscore-testing/dist/esm/index.js",
};

const PAGE = `<!doctype html><meta charset="utf-8">
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module">
  import { lifecycle, Merchant, VerificationError } from "payscore";
  import { Client } from "payscore/fetch";
  import { Simulator } from "payscore-testing";
  globalThis.journey = async (facts, params) => {
    const merchant = await Merchant.create({ ...facts, base_url: location.origin });
    const { private_key, ...keyless } = facts;
    const elsewhere = await Merchant.create({ ...keyless, base_url: location.origin });
    const draft = elsewhere.draft("create_order", params);
    const der = Uint8Array.from(atob(private_key.split("-----")[2].replaceAll("\\n", "")), (c) => c.charCodeAt(0));
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]);
    const call = draft.finish(await crypto.subtle.sign(algorithm, key, draft.message));
    const order = await call.read(await fetch(call.url, call));
    const found = await new Client(merchant).queryOrder({ order });
    const again = await merchant.queryOrder({ order });
    const response = await fetch(again.url, again);
    const spoilt = new TextEncoder().encode((await response.text()).replace("CREATED", "DONE"));
    const refused = await again.read(response.status, response.headers, spoilt).catch((error) => error);
    const simulator = new Simulator({ now: 1748739600 });
    const local = await new Client(await simulator.merchant(), { fetch: simulator.fetch }).createOrder(params);
    return {
      phases: [order.phase, found.phase, lifecycle(found).phase, local.phase],
      refused: refused instanceof VerificationError && refused.code,
    };
  };
</script>`;

test("a page without a bundler", { skip: BROWSER ? false : "chromium is not here" }, async () => {
  const { facts, end } = await simulatorProcess();
  const server = createServer(async (request, response) => {
    if (request.url === "/") {
      response.setHeader("Content-Type", "text/html").end(PAGE);
    } else if (request.url.startsWith("/modules/")) {
      const file = join(PACKAGES, request.url.slice("/modules/".length));
      response.setHeader("Content-Type", "text/javascript").end(readFileSync(file));
    } else {
      const chunks = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      // The call goes on as this server's own: the simulator answers no page of another origin.
      const { host, connection, origin, "sec-fetch-site": site, ...headers } = request.headers;
      const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
      const reply = await fetch(facts.merchant.base_url + request.url, { method: request.method, headers, body });
      response.writeHead(reply.status, [...reply.headers].flat()).end(Buffer.from(await reply.arrayBuffer()));
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const profile = mkdtempSync(join(tmpdir(), "payscore-browser-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: BROWSER,
    args: FLAGS,
    headless: true,
  });
  try {
    const page = await browser.newPage();
    const problems = [];
    page.on("pageerror", (error) => problems.push(error));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page
      .waitForFunction("globalThis.journey", undefined, { timeout: 20_000 })
      .catch((error) => assert.fail(`${problems} ${error}`));
    const result = await page.evaluate(
      ([facts, order]) => globalThis.journey(facts, order),
      [facts.merchant, { ...ORDER, out_order_no: "W|1*" }],
    );
    assert.deepEqual(result, {
      phases: ["created", "created", "created", "created"],
      refused: "verification.signature",
    });
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    end();
    rmSync(profile, { recursive: true, force: true });
  }
});

if (!BROWSER) {
  console.log("skipped: the browser test needs chromium (apt-get install chromium)");
}
