// The scenario files. `tests/scenarios.md` describes the steps. An unknown step or key is a failure.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { inspect } from "node:util";
import { laterReading, lifecycle, PayscoreError } from "payscore";
import { ConnectionDropped, Simulator } from "payscore-testing";
import { json, note, ROOT } from "./support.mjs";

const FOLDER = process.env.PAYSCORE_SCENARIOS || join(ROOT, "tests/scenarios");
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .sort();
const STEPS = {
  call: ["call", "params", "order", "save", "fault", "expect", "expect_error"],
  repeat: ["repeat", "save", "expect", "expect_error"],
  simulator: ["simulator", "save", "expect"],
  advance: ["advance"],
  callback: ["callback"],
  lifecycle: ["lifecycle", "deduction", "progress", "expect"],
  settle: ["settle", "evidence", "deduction", "save", "expect", "expect_error"],
  later: ["later", "expect", "expect_error"],
  again: ["again", "settlement", "save", "expect", "expect_error"],
  answer: ["answer"],
  compute: ["compute", "params", "save", "expect", "expect_error"],
};
const done = { files: 0, steps: 0 };

function known(object, keys) {
  assert.deepEqual(
    Object.keys(object).filter((key) => !keys.includes(key)),
    [],
    JSON.stringify(object),
  );
}

/** Nothing and null are the same to a scenario. */
function pointed(value, pointer) {
  const parts = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  return parts.reduce((inner, part) => inner?.[part], value) ?? null;
}

class Runner {
  constructor(simulator, merchant) {
    Object.assign(this, { simulator, merchant, saved: {}, drafts: {}, deliveries: [] });
  }

  filled(value) {
    if (Array.isArray(value)) {
      return value.map((inner) => this.filled(inner));
    }
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.filled(inner)]));
    }
    const match = typeof value === "string" && /^\$\{(\w+)\.(.*)\}$/.exec(value);
    return match ? pointed(this.saved[match[1]], match[2]) : value;
  }

  async run(step) {
    const kind = Object.keys(STEPS).find((kind) => kind in step);
    assert.ok(kind, `an unknown step: ${JSON.stringify(step)}`);
    known(step, STEPS[kind]);
    await this[kind](this.filled(step));
    done.steps += 1;
  }

  async attempt(step, work) {
    let result;
    try {
      result = await work();
    } catch (error) {
      if (!(error instanceof PayscoreError) || !step.expect_error) {
        throw error;
      }
      this.checkError(error, step.expect_error);
      this.saved[step.save ?? ""] = error;
      return;
    }
    assert.ok(!step.expect_error, `an error was expected: ${JSON.stringify(step)}`);
    this.saved[step.save ?? ""] = result;
    this.expect(step, result);
  }

  checkError(error, expected) {
    known(expected, ["kind", "code", "outcome", "retry", "pointers", "wechat_code", "ack"]);
    for (const [name, value] of Object.entries(expected)) {
      if (name === "pointers") {
        assert.deepEqual(
          new Set(error.issues.filter((issue) => !issue.advice).map((issue) => issue.pointer)),
          new Set(value),
        );
      } else if (name === "ack") {
        assert.equal(error.ack?.status, value, error.stack);
      } else {
        assert.equal(error[name], value, `${name} of ${error.stack}`);
      }
    }
  }

  expect(step, result) {
    for (const [pointer, value] of Object.entries(step.expect ?? {})) {
      assert.deepEqual(pointed(result, pointer), value, `${pointer} of ${inspect(result)}`);
    }
  }

  async send(call) {
    let answer;
    try {
      answer = this.simulator.send(call);
    } catch (error) {
      assert.ok(error instanceof ConnectionDropped);
      throw call.lost(error);
    }
    return call.read(...answer);
  }

  call(step) {
    return this.attempt(step, async () => {
      const order = step.order && this.reading(step.order).order_ref;
      const draft = this.merchant.draft(step.call, { ...step.params, ...(order && { order }) });
      this.drafts[step.save ?? ""] = draft.toBytes();
      if (step.fault) {
        this.simulator.control("POST", "/_simulator/faults", { fault: step.fault, operation: step.call });
      }
      return this.send(await this.merchant.sign(draft));
    });
  }

  /** From what was stored, as another process would after a crash. */
  repeat(step) {
    return this.attempt(step, async () =>
      this.send(await this.merchant.sign(this.merchant.resume(this.drafts[step.repeat]))),
    );
  }

  /** An order that was saved, by itself or within an event. */
  reading(name) {
    return this.saved[name].order ?? this.saved[name];
  }

  settle(step) {
    return this.attempt(step, async () =>
      this.merchant.resume(this.drafts[step.settle]).settle(this.saved[step.evidence], step.deduction),
    );
  }

  later(step) {
    const [first, second] = step.later.map((name) => this.reading(name));
    return this.attempt(step, async () => laterReading(first, second));
  }

  again(step) {
    return this.attempt(step, async () => {
      const draft = this.merchant.again(this.merchant.resume(this.drafts[step.again]), this.saved[step.settlement]);
      return this.send(await this.merchant.sign(draft));
    });
  }

  lifecycle(step) {
    this.expect(
      step,
      lifecycle(this.reading(step.lifecycle), step.deduction, { now: this.simulator.now, progress: step.progress }),
    );
  }

  advance(step) {
    this.simulator.advance(step.advance);
  }

  simulator_(step) {
    const { method, path, body } = step.simulator;
    const result = this.simulator.control(method, path, body);
    this.saved[step.save ?? ""] = result;
    this.expect(step, result);
  }

  async callback(step) {
    const inner = step.callback;
    known(inner, ["expect", "expect_error", "save", "none", "hold"]);
    this.deliveries.push(...this.simulator.due());
    if (inner.none) {
      assert.deepEqual(this.deliveries, []);
      return;
    }
    const delivery = this.deliveries.shift();
    assert.ok(delivery, "a callback is due");
    let status = 500;
    await this.attempt(inner, async () => {
      try {
        const event = await this.merchant.readNotification(delivery.headers, delivery.body);
        status = event.ack?.status ?? 500;
        return event;
      } catch (error) {
        status = error.ack?.status ?? 500;
        throw error;
      }
    });
    if (inner.hold) {
      this.held = delivery;
    } else {
      this.simulator.delivered(delivery, status);
    }
  }

  /** Answers the callback that was held back: with a saved acknowledgement, or a status. */
  answer(step) {
    if (typeof step.answer === "string") {
      const saved = this.saved[step.answer];
      const ack = saved.ack ?? saved;
      this.simulator.delivered(this.held, ack.status, ack.body ?? "");
    } else {
      this.simulator.delivered(this.held, step.answer);
    }
  }

  compute(step) {
    const name = step.compute.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
    return this.attempt(step, async () => this.merchant[name](step.params ?? {}));
  }
}

for (const file of FILES) {
  test(file, async () => {
    const scenario = json(join(FOLDER, file));
    known(scenario, ["name", "about", "seed", "now", "merchant", "simulator", "steps"]);
    const simulator = new Simulator({ seed: scenario.seed, now: scenario.now });
    if (scenario.simulator?.switches) {
      simulator.control("POST", "/_simulator/switches", scenario.simulator.switches);
    }
    const runner = new Runner(simulator, await simulator.merchant(scenario.merchant));
    for (const step of scenario.steps) {
      if ("simulator" in step) {
        known(step, STEPS.simulator);
        runner.simulator_(runner.filled(step));
        done.steps += 1;
      } else {
        await runner.run(step);
      }
    }
    done.files += 1;
  });
}

test("every file ran", () => {
  assert.ok(FILES.length > 0);
  assert.equal(done.files, FILES.length);
});

after(() => {
  note("scenarios", done.files);
  note("scenario_steps", done.steps);
});
