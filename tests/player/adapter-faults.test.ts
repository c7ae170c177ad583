import assert from "node:assert/strict";
import { test } from "node:test";
import type { Report } from "../../src/browser/player/core/report";
import type { Scorm12Api } from "../../src/browser/player/lms/find-api";
import { Scorm12 } from "../../src/browser/player/lms/scorm12";
import { formatted } from "../../src/browser/player/lms/scorm12-interactions";

// Adapters that answer against their own error code, and answers that are too long for an LMS.

type Answers = Partial<Record<keyof Scorm12Api, () => unknown>>;

function driver(answers: Answers): { lms: Scorm12; calls: string[] } {
  const calls: string[] = [];
  const usual: Answers = { LMSInitialize: () => "true", LMSGetLastError: () => "0" };
  const api = new Proxy(
    {},
    {
      get: (_, name: keyof Scorm12Api) => () => {
        calls.push(name);
        return ({ ...usual, ...answers }[name] ?? (() => "true"))();
      },
    },
  );
  return { lms: new Scorm12(api as Scorm12Api), calls };
}

const report: Report = { state: "STATE", bookmark: "page-1", status: "incomplete", score: null, time: 0 };
const gone = (): never => {
  throw new Error("gone");
};

test("“true” is a success, whatever error code an earlier call has left", () => {
  for (const error of ["101", "301", "401"]) {
    const { lms } = driver({ LMSGetLastError: () => error });
    lms.initialize();
    assert.deepEqual([lms.commit(report), lms.lost], [true, false], error);
  }
});

test("An adapter whose commit throws has not ended the session, whatever its error code says", () => {
  const { lms } = driver({ LMSCommit: gone, LMSGetLastError: () => "301" });
  lms.initialize();
  assert.deepEqual([lms.commit(report), lms.lost, lms.threw], [false, false, true]);
});

test("A driver calls nothing before its session has started, and an interaction then fails and is not lost", () => {
  const { lms, calls } = driver({});
  assert.deepEqual([lms.commit(report), lms.setInteraction(0, [["id", "a"]])], [false, "failed"]);
  lms.finish();
  assert.deepEqual(calls, []);
});

test("An interaction that ends the session fails, and is not called refused", () => {
  const { lms } = driver({ LMSSetValue: () => "false", LMSGetLastError: () => "301" });
  lms.initialize();
  assert.deepEqual([lms.setInteraction(0, [["id", "a"]]), lms.lost], ["failed", true]);
});

test("Where no score is reported, none is sent to make an adapter send the rest again", () => {
  const { lms } = driver({});
  assert.equal(lms.differing(report, { status: "passed", score: 9_000 }, 0).score, null);
});

test("A number is reported as one below a thousand, and otherwise both numbers as text", () => {
  const type = (chosen: number, right: number): string => formatted({ type: "numeric", chosen, right }).type;
  for (const [chosen, right] of [
    [999.5, -999],
    [0, 0],
    [-999.9, 999],
  ] as const)
    assert.equal(type(chosen, right), "numeric");
  for (const [chosen, right] of [
    [1_000, 5],
    [5, 1_000],
    [-1_000, 5],
    [5, -1_000],
    [2_000, 2_000],
  ] as const)
    assert.equal(type(chosen, right), "fill-in");
});

test("Long answers are cut at the 255 characters that an LMS takes, and have no spaces around them", () => {
  const many = Array.from({ length: 70 }, () => 0);
  const { response, pattern } = formatted({ type: "matching", chosen: many, right: many });
  assert.deepEqual([response.length, pattern?.length], [255, 255]);
  assert.ok(response.startsWith("1.a,2.a,"));
  const text = formatted({ type: "fill-in", chosen: ["a".repeat(300)], right: ["  (one)  two! "] });
  assert.deepEqual([text.response, text.pattern], ["a".repeat(255), "one two"]);
});
