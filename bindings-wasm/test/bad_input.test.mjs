// The table of bad input. Described in `tests/bad_input.md`.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { PayscoreError } from "payscore";
import { Simulator } from "payscore/testing";
import { json, note, ROOT } from "./support.mjs";

const TABLE = json(join(ROOT, "tests/bad_input.json"));
const ran = new Set();

function said(value) {
  if (Array.isArray(value)) {
    return value.map(said);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  switch (value.$) {
    case undefined:
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, said(inner)]));
    case "nan":
      return Number.NaN;
    case "infinity":
      return Number.POSITIVE_INFINITY;
    case "bigint":
      return BigInt(value.value);
    case "surrogate":
      return "\ud800";
    case "repeat":
      return value.text.repeat(value.times);
    case "cycle": {
      const circle = {};
      circle.self = circle;
      return circle;
    }
    default:
      throw new Error(`an unknown value: ${value.$}`);
  }
}

function holder(params, pointer) {
  const path = pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const name = path.pop();
  return [path.reduce((inner, part) => inner[part], params), name];
}

const method = TABLE.operation.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

async function refuse(spoilt) {
  const merchant = await new Simulator().merchant(spoilt.config);
  const params = structuredClone(TABLE.base);
  for (const [pointer, value] of Object.entries(spoilt.set ?? {})) {
    const [place, name] = holder(params, pointer);
    place[name] = said(value);
  }
  for (const pointer of spoilt.remove ?? []) {
    const [place, name] = holder(params, pointer);
    delete place[name];
  }
  await merchant[method]({ ...params, ...(spoilt.extra && { extra: said(spoilt.extra) }) });
}

for (const spoilt of TABLE.cases) {
  test(spoilt.name, async () => {
    const error = await refuse(spoilt).then(() => undefined, (error) => error);
    assert.ok(error instanceof PayscoreError, String(error));
    const issues = error.issues.filter((issue) => !issue.advice).map(({ pointer, code, detail }) => ({ pointer, code, detail }));
    assert.deepEqual({ code: error.code, detail: error.detail, issues }, { code: spoilt.code, detail: spoilt.detail, issues: spoilt.issues });
    assert.equal(error.outcome, spoilt.config ? "none" : "not_sent");
    ran.add(spoilt.name);
  });
}

test("the whole table ran", () => {
  assert.equal(ran.size, TABLE.cases.length);
});

after(() => note("bad_input", ran.size));
