import assert from "node:assert/strict";
import { test } from "node:test";
import type { Report } from "../../src/browser/player/core/report";
import type { Status } from "../../src/browser/player/core/state";
import { connect } from "../../src/browser/player/lms/connect";
import type { Entry, Fields, Interaction, Journal, LmsDriver } from "../../src/browser/player/lms/driver";
import type { Scorm12Api } from "../../src/browser/player/lms/find-api";
import { createJournal } from "../../src/browser/player/lms/interactions";
import { openJournal } from "../../src/browser/player/lms/scorm12-interactions";
import { Scorm12, timespan } from "../../src/browser/player/lms/scorm12";
import { interaction } from "./support";

// The driver of SCORM 1.2 and the journal of interactions, call by call.

type Answers = Partial<Record<keyof Scorm12Api, (...values: string[]) => unknown>>;

/** An adapter that notes all calls, with the values of a record. */
function adapter(values: Record<string, string> = {}, answers: Answers = {}): { calls: string[]; api: Scorm12Api } {
  const calls: string[] = [];
  const usual: Required<Answers> = {
    LMSInitialize: () => "true",
    LMSFinish: () => "true",
    LMSGetValue: (name = "") => values[name] ?? "",
    LMSSetValue: () => "true",
    LMSCommit: () => "true",
    LMSGetLastError: () => "0",
  };
  const api = Object.fromEntries(
    Object.entries({ ...usual, ...answers }).map(([name, answer]) => [
      name,
      (...given: string[]) => {
        if (name !== "LMSGetLastError") calls.push([name.slice(3), ...given.filter(Boolean)].join(" "));
        return answer(...given);
      },
    ]),
  );
  return { calls, api: api as unknown as Scorm12Api };
}

function running(values?: Record<string, string>, answers?: Answers): { calls: string[]; lms: Scorm12 } {
  const { calls, api } = adapter(values, answers);
  const lms = new Scorm12(api);
  assert.ok(lms.initialize());
  calls.length = 0;
  return { calls, lms };
}

const report = (change: Partial<Report> = {}): Report => ({
  state: "STATE",
  bookmark: "page-1",
  status: "incomplete",
  score: null,
  time: 61_230,
  ...change,
});

test("A session starts if LMSInitialize succeeds, or if it was already running", () => {
  const starts = (result: unknown, error = "0", more: Answers = {}): boolean =>
    new Scorm12(adapter({}, { LMSInitialize: () => result, LMSGetLastError: () => error, ...more }).api).initialize();
  assert.equal(starts("true"), true);
  assert.equal(starts(true), true);
  assert.equal(starts(""), true);
  assert.equal(starts(undefined), true);
  assert.equal(starts("", "101", { LMSGetValue: () => null }), false);
  assert.equal(starts("false"), false);
  assert.equal(starts("false", "301"), false);
  // Error 101 and an answer all the same: the session was running.
  let asked = 0;
  const again = (): string => (asked++ === 0 ? "101" : "0");
  assert.equal(starts("false", "", { LMSGetLastError: again }), true);
  const gone = (): never => {
    throw new Error("gone");
  };
  asked = 0;
  assert.equal(starts("false", "", { LMSGetLastError: again, LMSGetValue: gone }), false);
  const lms = new Scorm12(adapter({}, { LMSInitialize: gone }).api);
  assert.deepEqual([lms.initialize(), lms.threw], [false, true]);
  assert.equal(new Scorm12(adapter().api).threw, false);
});

test("An adapter that refuses is asked once more, after a second", async () => {
  for (const [results, connected, waits] of [
    [["true"], true, []],
    [["false", "true"], true, [1_000]],
    [["false", "false", "true"], false, [1_000]],
  ] as const) {
    let at = 0;
    const pauses: number[] = [];
    const { api } = adapter({}, { LMSInitialize: () => results[at++], LMSGetLastError: () => "102" });
    const lms = await connect(api, (milliseconds) => Promise.resolve(void pauses.push(milliseconds)));
    assert.equal(lms !== null, connected);
    assert.deepEqual(pauses, waits);
  }
});

test("Mode, credit, pass mark, place and learner are read as the standard names them", () => {
  const of = (values: Record<string, string>): Scorm12 => running(values).lms;
  const modes = ["review", "browse", "normal", "", "REVIEW"].map((mode) => of({ "cmi.core.lesson_mode": mode }).mode());
  assert.deepEqual(modes, ["review", "browse", "normal", "normal", "normal"]);
  const credits = ["credit", "no-credit", ""].map((credit) => of({ "cmi.core.credit": credit }).givesCredit());
  assert.deepEqual(credits, [true, false, true]);
  const marks = ["80", "100", "66.66", "0", "100.01", "", "8O"].map((mark) =>
    of({ "cmi.student_data.mastery_score": mark }).passMark(),
  );
  assert.deepEqual(marks, [80, 100, 66.66, 0, null, null, null]);
  const lms = of({ "cmi.core.student_id": "anna", "cmi.core.lesson_location": "page-3", "cmi.suspend_data": "S" });
  assert.deepEqual([lms.learnerId(), lms.bookmark(), lms.state()], ["anna", "page-3", "S"]);
  const strange = of({ "cmi.core.student_id": "null", "cmi.suspend_data": "undefined" });
  assert.deepEqual([strange.learnerId(), strange.state(), strange.bookmark()], ["", "", ""]);
});

test("The result that the LMS has is its status, and a score only with a final status", () => {
  const result = (status: string, raw: string): unknown[] => {
    const { status: read, score } = running({
      "cmi.core.lesson_status": status,
      "cmi.core.score.raw": raw,
    }).lms.result();
    return [read, score];
  };
  assert.deepEqual(result("passed", "66.666"), ["passed", 6_667]);
  assert.deepEqual(result("failed", "0"), ["failed", 0]);
  assert.deepEqual(result("completed", ""), ["completed", null]);
  assert.deepEqual(result("incomplete", "70"), ["incomplete", null]);
  assert.deepEqual(result("not attempted", "70"), [null, null]);
  assert.deepEqual(result("browsed", "70"), [null, null]);
});

test("Values are written in the order that LMSs need: the state first, the score before the status", () => {
  const { calls, lms } = running();
  assert.equal(lms.commit(report({ status: "passed", score: 6_666 })), true);
  assert.deepEqual(calls, [
    "SetValue cmi.suspend_data STATE",
    "SetValue cmi.core.lesson_location page-1",
    "SetValue cmi.core.score.min 0",
    "SetValue cmi.core.score.max 100",
    "SetValue cmi.core.score.raw 66.66",
    "SetValue cmi.core.exit suspend",
    "SetValue cmi.core.session_time 0000:01:01.23",
    "SetValue cmi.core.lesson_status passed",
    "Commit",
  ]);
  calls.length = 0;
  assert.equal(lms.commit(report({ status: null, score: null, time: 61_230 })), true);
  assert.deepEqual(calls, ["Commit"]); // the LMS has all these values
  calls.length = 0;
  assert.equal(lms.commit(report({ bookmark: "page-2", status: null })), true);
  assert.deepEqual(calls, ["SetValue cmi.core.lesson_location page-2", "Commit"]);
  calls.length = 0;
  lms.resendAll();
  lms.commit(report({ status: null }));
  assert.equal(calls.length, 5);
  calls.length = 0;
  assert.equal(lms.commit(), true);
  assert.deepEqual(calls, ["Commit"]);
});

test("After a failed commit everything is sent again", () => {
  let committed = "true";
  const { calls, lms } = running({}, { LMSCommit: () => committed, LMSGetLastError: () => "0" });
  committed = "false";
  assert.equal(lms.commit(report()), false);
  const all = calls.length;
  calls.length = 0;
  committed = "";
  assert.equal(lms.commit(report()), true); // nothing returned, and no error
  assert.equal(calls.length, all);
  assert.equal(lms.lost, false);
});

test("A refused element that progress depends on fails the commit; any other is not sent again", () => {
  for (const [element, saved] of [
    ["cmi.suspend_data", false],
    ["cmi.core.lesson_status", false],
    ["cmi.core.score.raw", false],
    ["cmi.core.score.min", true],
    ["cmi.core.lesson_location", true],
    ["cmi.core.session_time", true],
  ] as const) {
    let last = "0";
    const { calls, lms } = running(
      {},
      {
        LMSSetValue: (name) => ((last = name === element ? "405" : "0"), last === "0" ? "true" : "false"),
        LMSGetLastError: () => last,
      },
    );
    const full = report({ status: "passed", score: 10_000 });
    assert.equal(lms.commit(full), saved, element);
    calls.length = 0;
    lms.resendAll();
    lms.commit(full);
    assert.equal(
      calls.some((call) => call.includes(element)),
      !saved,
      element,
    );
  }
});

test("“false” without an error is a success, a general error is not, and a thrown call is tried again", () => {
  const tried = (answer: () => unknown, error: string): boolean => {
    const { lms } = running({}, { LMSSetValue: answer, LMSGetLastError: () => error });
    return lms.commit(report());
  };
  assert.equal(
    tried(() => "false", "0"),
    true,
  );
  assert.equal(
    tried(() => "false", ""),
    true,
  );
  assert.equal(
    tried(() => "false", "101"),
    false,
  );
  assert.equal(
    tried(() => {
      throw new Error("gone");
    }, "0"),
    false,
  );
});

test("When the LMS has ended the session, nothing more is called, until it is opened again", () => {
  for (const call of ["LMSSetValue", "LMSCommit"] as const) {
    let error = "0";
    const { calls, lms } = running(
      {},
      { [call]: () => (error === "0" ? "true" : "false"), LMSGetLastError: () => error },
    );
    error = "301";
    assert.equal(lms.commit(report({ bookmark: "page-9" })), false);
    assert.equal(lms.lost, true);
    calls.length = 0;
    assert.equal(lms.commit(report()), false);
    lms.finish();
    assert.deepEqual(calls, []);
    error = "0";
    lms.reopen();
    assert.equal(lms.lost, false);
    assert.equal(lms.commit(report()), true);
    assert.deepEqual(calls.slice(0, 2), ["Initialize", "SetValue cmi.suspend_data STATE"]);
  }
});

test("A session is finished once, and a new one in the same page has everything sent again", () => {
  const { calls, lms } = running();
  lms.commit(report());
  const all = calls.length;
  lms.finish();
  lms.finish();
  assert.deepEqual(calls.slice(all), ["Finish"]);
  assert.equal(lms.commit(report()), false);
  calls.length = 0;
  lms.reopen();
  assert.equal(lms.lost, false);
  lms.commit(report());
  assert.equal(calls.length, all + 1);
  const refused = running(
    {},
    {
      LMSInitialize: (() =>
        (
          (results) => () =>
            results.shift()
        )(["true", "false"]))(),
    },
  );
  refused.lms.finish();
  refused.lms.reopen();
  assert.equal(refused.lms.lost, true);
});

test("A value that only makes an adapter send the next one claims less, and never misses the pass mark", () => {
  const { lms } = running();
  const less = (now: [Status | null, number | null], has: [Status | null, number | null], mark = 0): unknown[] => {
    const { status, score, bookmark, state } = lms.differing(
      report({ status: now[0], score: now[1] }),
      { status: has[0], score: has[1] },
      mark,
    );
    assert.deepEqual([bookmark, state], ["", "STATE"]);
    return [status, score];
  };
  assert.deepEqual(less(["passed", 9_000], ["incomplete", null]), ["incomplete", 8_999]);
  assert.deepEqual(less(["passed", 9_000], ["completed", 9_000]), ["completed", 9_000]);
  assert.deepEqual(less(["passed", 9_000], ["passed", 8_000]), ["passed", 8_999]);
  assert.deepEqual(less(["completed", 0], [null, null]), ["incomplete", 1]);
  assert.deepEqual(less(["failed", null], ["completed", null]), ["incomplete", null]);
  assert.deepEqual(less(["incomplete", null], ["incomplete", null]), ["incomplete", null]);
  assert.deepEqual(less([null, null], [null, null]), [null, null]);
  assert.deepEqual(less([null, 5_000], ["passed", 5_000]), [null, 5_000]);
  assert.deepEqual(less(["passed", 8_001], ["passed", null], 8_000), ["passed", 8_000]);
  assert.deepEqual(less(["passed", 8_000], ["passed", null], 8_000), ["passed", 8_001]);
  assert.deepEqual(less(["passed", 10_000], ["passed", null], 10_000), ["passed", 10_000]);
});

test("The number of interactions is that of the LMS, if it counts them", () => {
  const counts = ["0", "12", "", "x", "1x", "x1", "-1"].map((count) =>
    running({ "cmi.interactions._count": count }).lms.interactionCount(),
  );
  assert.deepEqual(counts, [0, 12, null, null, null, null, null]);
});

const fields: Fields = [
  ["id", "a_1"],
  ["type", "choice"],
  ["result", "correct"],
];

test("An interaction is refused if its id is, and fails if the LMS does", () => {
  const { calls, lms } = running();
  assert.equal(lms.setInteraction(3, fields), "set");
  assert.deepEqual(calls, [
    "SetValue cmi.interactions.3.id a_1",
    "SetValue cmi.interactions.3.type choice",
    "SetValue cmi.interactions.3.result correct",
  ]);
  calls.length = 0;
  lms.disturbInteraction(3, [["id", "a_1-"]]);
  assert.deepEqual(calls, ["SetValue cmi.interactions.3.id a_1-"]);
  const refusing = running({}, { LMSSetValue: () => "false", LMSGetLastError: () => "401" });
  assert.equal(refusing.lms.setInteraction(0, fields), "refused");
  const failing = running({}, { LMSSetValue: () => "false", LMSGetLastError: () => "101" });
  assert.equal(failing.lms.setInteraction(0, fields), "failed");
  // Only another field is refused.
  let last = "0";
  const partly = running(
    {},
    {
      LMSSetValue: (name = "") => ((last = name.endsWith("type") ? "405" : "0"), last === "0" ? "true" : "false"),
      LMSGetLastError: () => last,
    },
  );
  assert.equal(partly.lms.setInteraction(0, fields), "set");
  assert.equal(partly.calls.length, 3);
});

test("A time span has the widths of the standard", () => {
  assert.deepEqual([9.9, 10, 999, 60_000, 3_599_990, 3_600_000].map(timespan), [
    "0000:00:00.00",
    "0000:00:00.01",
    "0000:00:00.99",
    "0000:01:00.00",
    "0000:59:59.99",
    "0001:00:00.00",
  ]);
  assert.equal(timespan(35_999_999_990), "9999:59:59.99");
  assert.equal(timespan(35_999_999_980), "9999:59:59.98");
});

/** A driver that notes interactions, and can fail or refuse. */
function noting(count: number | null): {
  log: string[];
  lms: LmsDriver;
  next: { result: "set" | "failed" | "refused" };
} {
  const log: string[] = [];
  const next = { result: "set" as "set" | "failed" | "refused" };
  const lms = {
    interactionCount: () => count,
    setInteraction(index: number, [[, id]]: Fields) {
      log.push(`${index} ${id}`);
      return next.result;
    },
    disturbInteraction(index: number, [[, id]]: Fields) {
      log.push(`${index} other ${id}`);
    },
  } as unknown as LmsDriver;
  return { log, lms, next };
}

const journalOf = (
  lms: LmsDriver,
  waiting: { written?: number; entries?: readonly Entry[]; isSameHistory?: boolean } = {},
): Journal =>
  createJournal(
    lms,
    { written: 0, entries: [], isSameHistory: true, ...waiting },
    ({ id }) => [["id", id]],
    ([[name, value]]) => [[name, `not ${value}`]],
  );
const add = (log: Journal, ...ids: string[]): void => ids.forEach((id) => log.add(interaction(id, true), new Date()));
const entry = (index: number, id: string): Entry => ({ index, fields: [["id", id]] });

test("Interactions are written in batches, each once, after those that the LMS has", () => {
  const { log, lms } = noting(5);
  const journal = journalOf(lms, { written: 3 });
  add(journal, "a", "b", "c");
  assert.equal(journal.write(2), true);
  journal.settle(true);
  assert.equal(journal.write(2), false);
  journal.settle(true);
  assert.equal(journal.write(2), false);
  assert.deepEqual(log, ["5 a", "6 b", "7 c"]);
  assert.equal(journal.mark, 3);
  // An LMS that does not count has as many as were written.
  const silent = noting(null);
  const other = journalOf(silent.lms, { written: 3 });
  add(other, "a");
  assert.equal(other.write(1), false);
  assert.deepEqual(silent.log, ["3 a"]);
});

test("Interactions of a failed commit, or that failed themselves, are written again at their places", () => {
  const { log, lms, next } = noting(0);
  const journal = journalOf(lms);
  add(journal, "a", "b");
  journal.write(9);
  journal.settle(false);
  assert.equal(journal.mark, 0);
  next.result = "failed";
  assert.equal(journal.write(9), false);
  journal.settle(true);
  assert.equal(journal.mark, 0);
  next.result = "set";
  journal.write(9);
  journal.settle(true);
  assert.deepEqual(log, ["0 a", "1 b", "0 a", "0 a", "1 b"]);
  assert.equal(journal.mark, 2);
});

test("An LMS that refuses interactions is asked once, and nothing is kept for it", () => {
  const { log, lms, next } = noting(0);
  const journal = journalOf(lms);
  next.result = "refused";
  add(journal, "a", "b");
  assert.equal(journal.write(9), false);
  journal.settle(true);
  add(journal, "c");
  assert.deepEqual(journal.unproven, []);
  assert.equal(journal.write(9), false);
  assert.deepEqual(log, ["0 a"]);
  assert.equal(journal.mark, 0);
});

test("Interactions are kept until they are proven", () => {
  const { lms } = noting(0);
  const journal = journalOf(lms);
  add(journal, "a", "b", "c");
  journal.write(2);
  journal.settle(true);
  const { mark } = journal;
  journal.write(9);
  journal.settle(true);
  assert.equal(journal.unproven.length, 3);
  journal.prove(mark);
  assert.deepEqual(journal.unproven, [entry(2, "c")]);
  assert.equal(journal.mark, 3);
  journal.prove(mark); // an older proof comes late
  assert.deepEqual(journal.unproven, [entry(2, "c")]);
  journal.prove(3);
  assert.deepEqual([journal.unproven, journal.mark], [[], 3]);
  add(journal, "d");
  assert.deepEqual(journal.unproven, [entry(3, "d")]);
});

test("Committed interactions in doubt get other values first, in batches, and then their own again", () => {
  const { log, lms } = noting(0);
  const journal = journalOf(lms);
  add(journal, "a", "b", "c");
  journal.write(9);
  journal.settle(true);
  add(journal, "d"); // not committed
  assert.equal(journal.disturb(2), true);
  assert.equal(journal.disturb(2), false);
  assert.deepEqual(log.slice(3), ["0 other not a", "1 other not b", "2 other not c"]);
  assert.equal(journal.mark, 0);
  log.length = 0;
  assert.equal(journal.write(9), false);
  assert.deepEqual(log, ["0 a", "1 b", "2 c", "3 d"]);
  journal.settle(true);
  log.length = 0;
  assert.equal(journal.disturb(4), false);
  assert.equal(log.length, 4);
  assert.equal(journalOf(noting(0).lms).disturb(5), false);
});

test("Interactions of an earlier launch keep their places, unless another device has written since", () => {
  const places = (count: number | null, isSameHistory: boolean, entries = [entry(4, "a"), entry(5, "b")]): number[] => {
    const { lms } = noting(count);
    const journal = journalOf(lms, { written: 9, entries, isSameHistory });
    add(journal, "new");
    return journal.unproven.map(({ index }) => index);
  };
  assert.deepEqual(places(4, true), [4, 5, 6]);
  assert.deepEqual(places(6, true), [4, 5, 6]);
  assert.deepEqual(places(8, true), [4, 5, 8]);
  assert.deepEqual(places(2, true), [2, 3, 4]);
  assert.deepEqual(places(null, true), [4, 5, 9]);
  assert.deepEqual(places(6, false), [6, 7, 8]);
  assert.deepEqual(places(null, false), [9, 10, 11]);
  assert.deepEqual(places(6, true, []), [6]);
});

test("Values that only disturb an interaction are valid, and differ from its own in every field", () => {
  const written: (readonly [string, string])[][] = [];
  const lms = {
    interactionCount: () => 0,
    setInteraction: (_: number, all: Fields) => (written.push([...all]), "set"),
    disturbInteraction: (_: number, all: Fields) => void written.push([...all]),
  } as unknown as LmsDriver;
  const pairs = (one: Interaction): [Record<string, string>, Record<string, string>] => {
    written.length = 0;
    const journal = openJournal(lms, { written: 0, entries: [], isSameHistory: true });
    journal.add(one, new Date(2026, 10, 24, 9, 5, 7));
    journal.write(1);
    journal.settle(true);
    journal.disturb(1);
    return written.map((all) => Object.fromEntries(all)) as [Record<string, string>, Record<string, string>];
  };
  const [own, other] = pairs(interaction("check-1_1", true, { weight: 3, latencyMs: 1_230 }));
  assert.deepEqual(own, {
    id: "check-1_1",
    type: "choice",
    time: "09:05:07",
    "correct_responses.0.pattern": "b",
    weighting: "3",
    student_response: "b",
    result: "correct",
    latency: "0000:00:01.23",
  });
  assert.deepEqual(other, {
    id: "check-1_1-",
    type: "fill-in",
    time: "09:05:07.0",
    "correct_responses.0.pattern": "b-",
    weighting: "0",
    student_response: "b-",
    result: "neutral",
    latency: "0000:00:01.2",
  });
  assert.deepEqual(Object.keys(own), Object.keys(other));
  const [noted, disturbed] = pairs({
    ...interaction("x", true, { weight: 0 }),
    verdict: "noted",
    answer: { type: "likert", chosen: 0 },
  });
  assert.deepEqual([noted.result, noted.weighting, "correct_responses.0.pattern" in noted], ["neutral", "0", false]);
  assert.deepEqual([disturbed.result, disturbed.weighting], ["unanticipated", "1"]);
  const [, words] = pairs({
    ...interaction("x", true),
    answer: { type: "fill-in", chosen: ["a".repeat(300)], right: ["b"] },
  });
  assert.equal(words.type, "performance");
  assert.equal(words.student_response?.length, 255);
  assert.ok(words.student_response?.endsWith("a-"));
  const results = (["right", "partly", "wrong", "noted"] as const).map(
    (verdict) => pairs({ ...interaction("x", true), verdict })[0].result,
  );
  assert.deepEqual(results, ["correct", "wrong", "wrong", "neutral"]);
  const long = ["a".repeat(64), "a".repeat(65), "1".repeat(63)].map((id) => pairs(interaction(id, true))[0].id ?? "");
  assert.ok(long.every((id) => id.length <= 64));
  assert.equal(long[0], "a".repeat(64));
  assert.match(long[1] ?? "", /^a{49}-[a-z0-9]+$/);
  assert.match(long[2] ?? "", /^q-1{47}-[a-z0-9]+$/);
});
