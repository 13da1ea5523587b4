// What runs in production holds no simulator and no test key: both are in the package `payscore-testing`.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Simulator } from "payscore-testing";

const MODULES = fileURLToPath(new URL("../../..", import.meta.resolve("payscore")));
const { merchant: facts } = new Simulator().control("GET", "/_simulator");

/** What only the simulator has: its addresses, and the numbers of its keys. */
const TRACES = {
  "the simulator's addresses": Buffer.from("/_simulator"),
  "the merchant's private key": der(facts.private_key),
  "WeChat Pay's public key": der(Object.values(facts.public_keys)[0]),
  "the APIv3 key": Buffer.from(facts.api_v3_key),
};

function der(pem) {
  return Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ""), "base64").subarray(40, 72);
}

function holds(folder, trace) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.some((entry) => {
    const content = readFileSync(join(entry.parentPath ?? entry.path, entry.name));
    const decoded = /atob\("([^"]+)"\)/.exec(content.toString("latin1"))?.[1] ?? "";
    const text = content.toString("latin1").replace(/\\?\s|\\n/g, "");
    return [content, Buffer.from(decoded, "base64"), Buffer.from(text, "latin1")].some(
      (bytes) => bytes.includes(trace) || bytes.includes(trace.toString("base64").slice(4, 36)),
    );
  });
}

test("the production package holds nothing of the simulator", () => {
  for (const [name, trace] of Object.entries(TRACES)) {
    assert.ok(!holds(join(MODULES, "payscore"), trace), name);
  }
  // The simulator's package does, so the search finds what it looks for.
  assert.ok(holds(join(MODULES, "payscore-testing"), TRACES["the simulator's addresses"]));
  assert.ok(holds(join(MODULES, "payscore-testing"), TRACES["the merchant's private key"]));
});

test("the packages belong together", () => {
  const require = createRequire(import.meta.url);
  const [payscore, testing] = [require("payscore/package.json"), require("payscore-testing/package.json")];
  assert.equal(testing.version, payscore.version);
  assert.deepEqual(testing.peerDependencies, { payscore: payscore.version });
  assert.deepEqual(
    [payscore.dependencies, payscore.peerDependencies, testing.dependencies],
    [undefined, undefined, undefined],
  );
  assert.ok(!("./testing" in payscore.exports));
});
