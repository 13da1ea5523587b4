// JavaScript's figures, as rows of JSON. `cargo xtask bench` runs it.
import { createPrivateKey } from "node:crypto";
import { Simulator } from "payscore-testing";

const NOW = 1748739600;
const ROUNDS = 3;
const ORDER = {
  sub_mchid: "1900000109",
  service_introduction: "XX充电宝",
  risk_fund: { name: "ESTIMATE_ORDER_COST", amount: 10000 },
  time_range: { start_time: "OnAccept" },
  notify_url: "https://shop.example/notify",
  need_user_confirm: true,
};

const simulator = new Simulator({ now: NOW });
const merchant = await simulator.merchant({ clock: () => NOW });
const create = (out_order_no = "B2") => merchant.createOrder({ ...ORDER, out_order_no });

const first = await create("B1");
const order = await first.read(...simulator.send(first));
simulator.control("POST", "/_simulator/orders/B1/confirm", {});
const [{ headers, body }] = simulator.due();
const query = await merchant.queryOrder({ order });
const answer = simulator.send(query);
const signature = new Uint8Array(256).fill(7);
const draft = merchant.draft("create_order", { ...ORDER, out_order_no: "B2" });
const { message } = draft;
const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const der = createPrivateKey(simulator.control("GET", "/_simulator").merchant.private_key).export({
  type: "pkcs8",
  format: "der",
});
const key = await crypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]);

const WORK = {
  node_create_call: () => create(),
  node_callback: () => merchant.readNotification(headers, body),
  node_read_answer: () => query.read(...answer),
  node_draft_and_finish_without_rsa: () =>
    merchant.draft("create_order", { ...ORDER, out_order_no: "B2" }).finish(signature),
  node_webcrypto_sign: () => crypto.subtle.sign(algorithm.name, key, message),
};

async function micros(work, seconds = 0.5) {
  const end = performance.now() + seconds * 1000;
  const started = performance.now();
  let count = 0;
  while (performance.now() < end) {
    await work();
    count += 1;
  }
  return ((performance.now() - started) * 1000) / count;
}

/** The same with 16 in flight. */
const together = (work) => async () => void (await Promise.all(Array.from({ length: 16 }, () => work())));

const rows = [];
for (const [name, work] of Object.entries(WORK)) {
  const measured = [];
  for (let round = 0; round < ROUNDS; round++) {
    measured.push(await micros(work));
  }
  rows.push({ name, micros: Number(measured.sort((a, b) => a - b)[1].toFixed(1)) });
}
rows.push({
  name: "node_create_call_16_in_flight",
  micros: Number(((await micros(together(create))) / 16).toFixed(1)),
});
rows.push({
  name: "node_callback_16_in_flight",
  micros: Number(((await micros(together(WORK.node_callback))) / 16).toFixed(1)),
});
console.log(JSON.stringify(rows));
