import assert from "node:assert/strict";
import { test } from "node:test";
import { launch2004 } from "../../src/browser/lms/runtime-2004";
import { faultyResult } from "../../src/browser/play/launch-faults";

const call = (lms: ReturnType<typeof launch2004>, name: string, ...args: string[]): string =>
  lms.API[name]?.(...args) ?? "(no such function)";

test("SCORM 2004 keeps committed values, and a suspended attempt resumes with them", () => {
  const first = launch2004({});
  assert.equal(call(first, "GetValue", "cmi.entry"), "");
  assert.equal(first.lastError(), "122");
  assert.equal(call(first, "Initialize", ""), "true");
  assert.equal(call(first, "GetValue", "cmi.entry"), "ab-initio");
  const sets = [
    ["cmi.completion_status", "completed"],
    ["cmi.success_status", "passed"],
    ["cmi.score.scaled", "0.8"],
    ["cmi.location", "page 2"],
    ["cmi.suspend_data", "x"],
    ["cmi.interactions.0.id", "q1"],
    ["cmi.interactions.0.type", "choice"],
    ["cmi.interactions.0.learner_response", "a"],
    ["cmi.interactions.0.result", "correct"],
    ["cmi.exit", "suspend"],
    ["cmi.session_time", "PT1M2S"],
  ] as const;
  for (const [element, value] of sets) assert.equal(call(first, "SetValue", element, value), "true", element);
  assert.deepEqual(first.stored(), {});
  assert.equal(call(first, "Commit", ""), "true");
  assert.deepEqual(first.stored(), Object.fromEntries(sets));
  assert.equal(call(first, "Terminate", ""), "true");

  const second = launch2004(first.stored());
  assert.equal(call(second, "Initialize", ""), "true");
  for (const [element, value] of [
    ["cmi.entry", "resume"],
    ["cmi.location", "page 2"],
    ["cmi.suspend_data", "x"],
    ["cmi.completion_status", "completed"],
    ["cmi.interactions._count", "1"],
  ] as const)
    assert.equal(call(second, "GetValue", element), value, element);
});

test("SCORM 2004 refuses values that the standard does not have, and keeps none of them", () => {
  const lms = launch2004({});
  assert.equal(call(lms, "SetValue", "cmi.location", "x"), "false");
  assert.equal(lms.lastError(), "132");
  call(lms, "Initialize", "");
  for (const [element, value, error] of [
    ["cmi.completion_status", "passed", "406"],
    ["cmi.score.scaled", "80", "407"],
    ["cmi.core.lesson_status", "passed", "401"],
    ["cmi.learner_name", "X", "404"],
  ] as const) {
    assert.equal(call(lms, "SetValue", element, value), "false", element);
    assert.equal(lms.lastError(), error, element);
  }
  call(lms, "Terminate", "");
  assert.deepEqual(lms.stored(), {});
});

test("A launch for review is announced, and faults have the same effect in both standards", () => {
  const lms = launch2004({}, { mode: "review", credit: "no-credit" });
  call(lms, "Initialize", "");
  assert.deepEqual([call(lms, "GetValue", "cmi.mode"), call(lms, "GetValue", "cmi.credit")], ["review", "no-credit"]);
  for (const prefix of ["LMS", ""]) {
    assert.deepEqual(faultyResult("initialize-false", `${prefix}Initialize`, [""]), { result: "false", error: "101" });
    assert.equal(faultyResult("initialize-false", `${prefix}Commit`, [""]), null);
    assert.deepEqual(faultyResult("all-false", `${prefix}GetValue`, ["x"]), { result: "", error: "101" });
    assert.throws(() => faultyResult("throwing", `${prefix}Initialize`, [""]));
  }
  assert.deepEqual(faultyResult("unread", "GetValue", ["cmi.completion_status"]), { result: "", error: "0" });
});
