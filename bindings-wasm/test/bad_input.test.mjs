// The table of bad input, which `tests/bad_input.md` describes.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { PayscoreError } from "payscore";
import { Simulator } from "payscore-testing";
import { json, note, ROOT } from "./support.mjs";

const TABLE = json(join(ROOT, "tests/bad_input.json"));
const ran = new Set();
const taken = new Set();

/** The value that the table describes: JSON cannot express all of them. */
function decoded(value) {
  if (Array.isArray(value)) {
    return value.map(decoded);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  switch (value.$) {
    case undefined:
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, decoded(inner)]));
    case "nan":
      return Number.NaN;
    case "infinity":
      return Number.POSITIVE_INFINITY;
    case "bigint":
      return BigInt(value.value);
    case "surrogate":
      return "\ud800";
    case "name":
      return { "\ud800": 1 };
    case "repeat":
      return value.text.repeat(value.times);
    case "list":
      return new Array(value.times).fill(decoded(value.of));
    case "bytes":
      return Uint8Array.from(Buffer.from(value.base64, "base64"));
    case "thing":
      return { [Symbol.toStringTag]: "Thing" };
    case "cycle": {
      const circle = {};
      circle.self = circle;
      return circle;
    }
    case "twice": {
      const both = {};
      both.a = both;
      both.b = both;
      return both;
    }
    case "shared": {
      let inner = 1;
      for (let level = 0; level < value.levels; level += 1) {
        inner = { a: inner, b: inner };
      }
      return inner;
    }
    default:
      throw new Error(`an unknown value: ${value.$}`);
  }
}

function holder(params, pointer) {
  const path = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const name = path.pop();
  return [path.reduce((inner, part) => inner[part], params), name];
}

const received = (body) =>
  Uint8Array.from(typeof body === "string" ? Buffer.from(body) : Buffer.from(body.base64, "base64"));

/** The message of the call that a case makes, or the type of the event that it reads. */
async function attempt(spoilt) {
  const merchant = await new Simulator({ now: TABLE.now }).merchant({
    nonce: () => "nonce",
    ...decoded(spoilt.config ?? {}),
  });
  if (spoilt.callback) {
    const { headers, body } = { ...TABLE.callback, ...spoilt.callback };
    return (await merchant.readNotification(headers, received(body))).event_type;
  }
  const params = decoded(spoilt.params ?? TABLE.base);
  for (const [pointer, value] of Object.entries(spoilt.set ?? {})) {
    const [place, name] = holder(params, pointer);
    place[name] = decoded(value);
  }
  for (const pointer of spoilt.remove ?? []) {
    const [place, name] = holder(params, pointer);
    delete place[name];
  }
  const draft = merchant.draft(spoilt.operation ?? TABLE.operation, {
    ...params,
    ...(spoilt.extra && { extra: decoded(spoilt.extra) }),
  });
  return new TextDecoder().decode(draft.message);
}

for (const spoilt of TABLE.cases) {
  test(spoilt.name, async () => {
    const error = await attempt(spoilt).then(
      () => undefined,
      (error) => error,
    );
    assert.ok(error instanceof PayscoreError, String(error));
    const issues = error.issues
      .filter((issue) => !issue.advice)
      .map(({ pointer, code, detail }) => ({ pointer, code, detail }));
    const found = { code: error.code, detail: error.detail, issues, kept: issues.length };
    const named = (all) =>
      Object.fromEntries(
        Object.keys(found)
          .filter((name) => name in spoilt)
          .map((name) => [name, all[name]]),
      );
    assert.deepEqual(named(found), named(spoilt));
    assert.equal(error.outcome, spoilt.callback || error.code.startsWith("config.") ? "none" : "not_sent");
    ran.add(spoilt.name);
  });
}

for (const good of TABLE.taken) {
  test(`taken: ${good.name}`, async () => {
    const made = await attempt(good);
    if ("body" in good) {
      assert.equal(made.slice(made.indexOf("\nnonce\n") + 7), `${good.body}\n`);
    } else if ("end" in good) {
      assert.ok(made.endsWith(`${good.end}\n`), made);
    } else {
      assert.equal(made, good.event ?? (await attempt({})));
    }
    taken.add(good.name);
  });
}

test("the whole table ran", () => {
  assert.deepEqual([ran.size, taken.size], [TABLE.cases.length, TABLE.taken.length]);
});

after(() => {
  note("bad_input", ran.size);
  note("taken_input", taken.size);
});
