// What belongs to no product: certificates and the stored answer, a second attempt, any endpoint, files.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { StateError, VerificationError } from "payscore";
import { Simulator } from "payscore-testing";

const ORDER = {
  sub_mchid: "1900000109",
  out_order_no: "P1",
  service_introduction: "XX充电宝",
  risk_fund: { name: "ESTIMATE_ORDER_COST", amount: 10000 },
  time_range: { start_time: "OnAccept" },
  notify_url: "https://shop.example/notify",
  need_user_confirm: true,
};

test("the first certificates and the stored answer", async () => {
  const simulator = new Simulator();
  const first = await simulator.merchant({ public_keys: undefined, certificates: undefined, bootstrap: true });
  const create = await first.createOrder(ORDER);
  const kept = simulator.send(create);
  const error = await create.read(...kept).catch((error) => error);
  assert.deepEqual([error.code, error.outcome], ["verification.serial.unknown", "unknown"]);
  assert.ok(first.certificatesDue({ serial_unknown: true }).due);
  const download = await first.downloadCertificates({});
  const brought = await download.read(...simulator.send(download));
  const newer = await first.with({ certificates: brought.data.map((one) => one.certificate) });
  assert.equal((await newer.takeOver(create).read(...kept)).phase, "created");
  // Certificates that an answer brings do not make a wrong signature valid.
  simulator.control("POST", "/_simulator/faults", { fault: "wrong_signature", operation: "download_certificates" });
  const again = await first.downloadCertificates({});
  const refused = await again.read(...simulator.send(again)).catch((error) => error);
  assert.equal(refused.code, "verification.signature");
});

test("a second attempt", async () => {
  const merchant = await new Simulator().merchant({ fallback_base_url: "http://127.0.0.1:9" });
  const create = await merchant.createOrder(ORDER);
  const again = await merchant.sign(merchant.again(create));
  assert.ok(again.url.startsWith("http://127.0.0.1:9/"));
  assert.deepEqual(again.body, create.body);
  const register = await merchant.registerDeductInfo({
    out_order_no: "P1",
    sub_mchid: "1900000109",
    out_trade_no: "D1",
  });
  assert.throws(
    () => merchant.again(register),
    (error) => error instanceof StateError && error.retry === "query_first",
  );
});

test("any endpoint, and files", async () => {
  const simulator = new Simulator();
  const merchant = await simulator.merchant();
  const raw = await merchant.request({ method: "POST", path: "/v3/security/echo", body: { echo_message: "raw" } });
  const reply = await raw.read(...simulator.send(raw));
  assert.deepEqual([reply.status, reply.pending, reply.body.echo_message], [200, false, "raw"]);
  const file = Uint8Array.of(0, 255);
  const taken = await merchant.upload({
    path: "/v3/merchant/media/upload",
    filename: "a.png",
    content_type: "image/png",
    file,
  });
  assert.ok((await taken.read(...simulator.send(taken))).body.media_id);
  const fetched = await merchant.download(simulator.control("POST", "/_simulator/files", { content: "交易时间" }));
  const { content } = await fetched.read(...simulator.send(fetched));
  assert.ok(content instanceof Uint8Array, "bytes are bytes");
  assert.equal(new TextDecoder().decode(content), "交易时间");
  const upload = await merchant.upload({ path: "/v3/x", filename: "a.png", content_type: "image/png", file });
  assert.ok(Buffer.from(upload.body).includes(Buffer.from(file)));
  assert.match(upload.headers["Content-Type"], /^multipart\/form-data; boundary=/);
  const hash_value = createHash("sha1").update(file).digest("hex");
  const download = await merchant.download({ download_url: "https://x/v3/f?token=1", hash_type: "SHA1", hash_value });
  assert.deepEqual((await download.read(200, {}, file)).content, file);
  const error = await download.read(200, {}, Uint8Array.of(1)).catch((error) => error);
  assert.ok(error instanceof VerificationError && error.code === "verification.hash");
});
