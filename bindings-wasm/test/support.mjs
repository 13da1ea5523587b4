// What the tests share: the project's folders, the notes for the comparison between the languages, an order.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const ROOT = process.env.PAYSCORE_ROOT;
export const NOW = 1748739600;

export const ORDER = Object.freeze({
  sub_mchid: "1900000109",
  out_order_no: "A|1*x",
  service_introduction: "XX充电宝",
  risk_fund: { name: "ESTIMATE_ORDER_COST", amount: 10000 },
  time_range: { start_time: "OnAccept" },
  notify_url: "https://shop.example/notify",
  need_user_confirm: true,
});

export function json(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Notes how much was executed, in the directory PAYSCORE_COUNTS. */
export function note(what, count) {
  if (process.env.PAYSCORE_COUNTS) {
    writeFileSync(join(process.env.PAYSCORE_COUNTS, `node.${what}`), String(count));
  }
}

/** A server that keeps what arrives, and answers each request with the same bytes. The empty text closes. */
export async function socket(answer) {
  const received = [];
  const server = createServer((connection) => {
    let data = Buffer.alloc(0);
    connection.on("error", () => {});
    connection.on("data", (chunk) => {
      data = Buffer.concat([data, chunk]);
      const end = data.indexOf("\r\n\r\n");
      const length =
        end < 0 ? 0 : Number(/\r\ncontent-length: *(\d+)/i.exec(data.subarray(0, end).toString("latin1"))?.[1] ?? 0);
      if (end >= 0 && data.length >= end + 4 + length) {
        received.push({ head: data.subarray(0, end).toString("latin1"), body: data.subarray(end + 4) });
        connection.end(answer);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { received, url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** The simulator's binary, running, with the facts that it prints. */
export async function simulatorProcess() {
  const binary = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug/payscore-simulator");
  const child = spawn(binary, [], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface(child.stdout), "line");
  return { facts: JSON.parse(line), end: () => child.kill() };
}
