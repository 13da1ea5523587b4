// The known answers, through the public API. It prints how many checks ran per file. An unknown file is a failure.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DecryptionError, InvalidError, VerificationError } from "payscore";
import * as apiv3 from "payscore/apiv3";
import { json, note, ROOT } from "./support.mjs";

const OURS = join(ROOT, "tests/vectors");
const FOLDER = process.env.PAYSCORE_VECTORS || OURS;
const CODES = {
  signature: "verification.signature",
  "unknown serial": "verification.serial.unknown",
  "missing header": "verification.header.missing",
  "malformed header": "verification.header.malformed",
  "timestamp expired": "verification.timestamp.expired",
};
const KEYS = json([FOLDER, OURS].map((folder) => join(folder, "keys.json")).find(existsSync));
const utf8 = (text) => new TextEncoder().encode(text);
const textOf = (bytes) => new TextDecoder().decode(bytes);
const hex = (bytes) => Buffer.from(bytes).toString("hex");
const publicKey = (key) => KEYS[key].public_key_spki_pem || KEYS[key].certificate_pem;
const privateKey = (key) => KEYS[key].private_key_pkcs8_pem;

const ran = {};
const leftOut = [];
const good = (file) => {
  ran[file] = (ran[file] ?? 0) + 1;
};

const messageOf = (v) => apiv3.requestMessage(v.method, v.url, Number(v.timestamp), v.nonce_str, utf8(v.body));

async function requestSigning(v, file) {
  const message = messageOf(v);
  assert.equal(hex(message), v.canonical_message_hex);
  assert.ok(await apiv3.signatureHolds(publicKey(v.key), message, v.signature_base64));
  if (!v.verify_only) {
    assert.equal(await apiv3.sign(privateKey(v.key), message), v.signature_base64);
    const ours = apiv3.authorization(v.mchid, v.serial_no, Number(v.timestamp), v.nonce_str, v.signature_base64);
    const items = (text) => text.replace("Authorization: ", "").split(/ (.*)/)[1].split(",").sort();
    assert.deepEqual(items(ours), items(v.authorization_example));
  }
  good(file);
}

async function rawSha256Rsa(v, file) {
  const message = utf8(v.message ?? v.canonical_message);
  assert.equal(await apiv3.sign(privateKey(v.key), message), v.signature_base64);
  assert.ok(await apiv3.signatureHolds(publicKey(v.key), message, v.signature_base64));
  good(file);
}

async function notification(v, file) {
  const serial = v.headers["Wechatpay-Serial"];
  assert.equal(await apiv3.verify({ [serial]: publicKey(v.key) }, v.headers, utf8(v.body), v.clock_for_test), serial);
  good(file);
  if ("resource_plaintext" in v) {
    const { nonce, associated_data, ciphertext } = JSON.parse(v.body).resource;
    assert.equal(textOf(apiv3.openResource(v.api_v3_key, nonce, associated_data, ciphertext)), v.resource_plaintext);
    good(file);
  }
}

async function rejection(v, file) {
  const serial =
    v.expected_error === "unknown serial" ? "440024045C4A427599D09BB4E3DE0279F2E813FD" : v.headers["Wechatpay-Serial"];
  const verified = apiv3.verify({ [serial]: publicKey(v.key) }, v.headers, utf8(v.body), v.clock_for_test);
  if (v.valid) {
    await verified;
  } else {
    const code = v.name === "signtest_probe" ? "verification.probe" : CODES[v.expected_error];
    await assert.rejects(verified, (error) => error instanceof VerificationError && error.code === code, v.name);
  }
  good(file);
}

async function rsaEncryption(v, file) {
  if (v.padding === "PKCS1v15") {
    return leftOut.push([v.name, "PKCS#1 v1.5 decryption is not offered"]);
  }
  if ("plaintext_length" in v) {
    await assert.rejects(
      apiv3.sealSensitive(publicKey("java_wechatpay"), "x".repeat(v.plaintext_length)),
      InvalidError,
    );
  } else if (v.valid === false) {
    await assert.rejects(apiv3.openSensitive(privateKey(v.key), v.ciphertext_base64), DecryptionError);
  } else {
    assert.equal(await apiv3.openSensitive(privateKey(v.key), v.ciphertext_base64), v.plaintext_utf8);
    const again = await apiv3.sealSensitive(publicKey(v.key), v.plaintext_utf8);
    assert.equal(await apiv3.openSensitive(privateKey(v.key), again), v.plaintext_utf8);
  }
  good(file);
}

function hmac(v, file) {
  const expected = v.hmac_sha256_upper_hex || v.sign;
  if (!expected) {
    return leftOut.push([v.name, "MD5: not used by the product"]);
  }
  const joined = `${Object.keys(v.params)
    .sort()
    .filter((name) => v.params[name])
    .map((name) => `${name}=${v.params[name]}&`)
    .join("")}key=${v.api_v2_key}`;
  assert.equal(joined, v.string_sign_temp);
  assert.equal(apiv3._hmacSha256(utf8(v.api_v2_key), utf8(joined)).toUpperCase(), expected);
  good(file);
}

const CHECKS = {
  request_signing: requestSigning,
  canonical_strings(v, file) {
    const message =
      v.kind === "response" ? apiv3.responseMessage(v.timestamp, v.nonce_str, utf8(v.body)) : messageOf(v);
    assert.equal(textOf(message), v.canonical_message);
    assert.equal(message.length, v.utf8_length);
    good(file);
  },
  raw_sha256_rsa: rawSha256Rsa,
  client_invocation: rawSha256Rsa,
  notification,
  response_verification: notification,
  aead_aes_gcm(v, file) {
    if (v.key_bytes !== 32 || v.nonce_utf8.length !== 12) {
      return leftOut.push([v.name, "AES-128-GCM, or a nonce of 16 bytes"]);
    }
    assert.equal(
      textOf(apiv3.openResource(v.key_utf8, v.nonce_utf8, v.associated_data_utf8, v.ciphertext_base64)),
      v.plaintext_utf8,
    );
    good(file);
  },
  platform_certificates(v, file) {
    if (v.api_v3_key.length !== 32) {
      return leftOut.push([v.name, "AES-128-GCM"]);
    }
    const { nonce, associated_data, ciphertext } = v.item.encrypt_certificate;
    const pem = textOf(apiv3.openResource(v.api_v3_key, nonce, associated_data, ciphertext));
    assert.equal(pem, v.certificate_pem);
    const found = apiv3.readCertificate(pem);
    assert.equal(found.serial_no, v.certificate_serial_hex);
    assert.equal(found.not_after, Date.parse(v.not_after) / 1000);
    good(file);
  },
  certificate_serials(v, file) {
    assert.equal(apiv3.readCertificate(v.certificate_pem).serial_no, v.serial_upper_hex);
    good(file);
  },
  rsa_encryption: rsaEncryption,
  // The public API does not reach these.
  hashes(v, file) {
    assert.equal(apiv3._digest(v.algorithm === "SHA1" ? "SHA1" : "SHA256", utf8(v.message_utf8)), v.digest_hex);
    good(file);
  },
  hmac_md5_v2: hmac,
};
const DERIVED = {
  requests: requestSigning,
  responses: notification,
  notifications: notification,
  rejections: rejection,
  aead_rejections(v, file) {
    assert.throws(
      () => apiv3.openResource(v.key_utf8, v.nonce_utf8, v.associated_data_utf8, v.ciphertext_base64),
      DecryptionError,
    );
    good(file);
  },
  oaep: rsaEncryption,
  hmac,
  async multipart(v, file) {
    await requestSigning(v.request, file);
    assert.equal(apiv3._digest("SHA256", Buffer.from(v.file_hex, "hex")), JSON.parse(v.meta).sha256);
    good(file);
  },
};

async function runFile(name, data) {
  if (name === "sm") {
    for (const group of ["sm2_signatures", "sm2_decrypt", "sm3", "sm4_gcm"]) {
      leftOut.push(...data[group].map((v) => [v.name, "国密 is not supported"]));
    }
  } else if (name === "derived") {
    for (const [group, check] of Object.entries(DERIVED)) {
      for (const v of data[group] ?? []) {
        await check(v, name);
      }
    }
  } else {
    assert.ok(CHECKS[name], `${name}.json is not known to this runner`);
    for (const v of data.vectors) {
      await CHECKS[name](v, name);
    }
  }
}

test("the known answers", async (t) => {
  for (const file of readdirSync(FOLDER).sort()) {
    if (file.endsWith(".json") && file !== "keys.json") {
      await runFile(file.slice(0, -5), json(join(FOLDER, file)));
    }
  }
  const total = Object.values(ran).reduce((sum, count) => sum + count, 0);
  t.diagnostic(`${total} checks ${JSON.stringify(ran)}, ${leftOut.length} left out`);
  if (!process.env.PAYSCORE_VECTORS) {
    assert.deepEqual([total, leftOut.length], [77, 10], "the counts are pinned: 87 in all");
  }
  note("vectors", total);
  note("vectors_left_out", leftOut.length);
});
