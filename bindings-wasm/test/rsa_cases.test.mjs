// Malformed keys, signatures and sealed texts: core and WebCrypto together judge them as the other languages' RSA does.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { ConfigError, DecryptionError } from "payscore";
import * as apiv3 from "payscore/apiv3";
import { json, ROOT } from "./support.mjs";

const CASES = json(join(ROOT, "tests/rsa_cases.json"));
const utf8 = (text) => new TextEncoder().encode(text);

test("private keys", async () => {
  for (const { name, pem, good, code } of CASES.private_keys) {
    const signed = apiv3.sign(pem, utf8("message"));
    if (good) {
      assert.equal((await signed).length, name === "3072 bits" ? 512 : 344, name);
    } else {
      await assert.rejects(signed, (error) => error instanceof ConfigError && error.code === code, name);
    }
  }
});

test("public keys", async () => {
  const signature = CASES.signatures[0].signature_base64;
  for (const { name, pem, good } of CASES.public_keys) {
    const held = apiv3.signatureHolds(pem, utf8("message"), signature);
    if (good) {
      assert.equal(await held, false, name);
    } else {
      await assert.rejects(held, ConfigError, name);
    }
  }
});

test("signatures", async () => {
  for (const { name, message, signature_base64, holds } of CASES.signatures) {
    assert.equal(await apiv3.signatureHolds(CASES.public_key_pem, utf8(message), signature_base64), holds, name);
  }
});

test("sealed texts", async () => {
  for (const { name, sealed_base64, text } of CASES.sealed) {
    const opened = apiv3.openSensitive(CASES.private_key_pem, sealed_base64);
    if (text === null) {
      await assert.rejects(opened, DecryptionError, name);
    } else {
      assert.equal(await opened, text, name);
    }
  }
});
