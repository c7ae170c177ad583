import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "../../src/browser/player/core/codec";
import { answerCheck, startAttempt, submitAttempt } from "../../src/browser/player/core/answers";
import { visit } from "../../src/browser/player/core/progress";
import { fresh } from "../../src/browser/player/core/state";
import { History, type Kind } from "../../src/browser/preview/history";
import { decoded } from "../../src/browser/preview/lms-decode";
import { CallReporter } from "../../src/browser/preview/lms-calls";
import { limits, readMessage, type RecordedCall, type PageMessage } from "../../src/browser/preview/messages";
import { duration, reportOf } from "../../src/browser/preview/report";
import { courseOf } from "./support";

const heard = (
  name: string,
  args: string[],
  set: [string, string][] = [],
  kept: [string, string][] = [],
  result = "true",
  error = "0",
): RecordedCall => ({ call: { name, args, result, error }, at: 0, took: 0, set, kept });
const setting = (value: string): RecordedCall =>
  heard("LMSSetValue", ["cmi.core.lesson_location", value], [["cmi.core.lesson_location", value]]);
const place = (state: ReadonlyMap<string, string>): string | undefined => state.get("cmi.core.lesson_location");
const every = new Set<Kind>(["reads", "writes", "commits", "errors", "questions"]);

test("The state after any listed call can be shown, even after older calls were dropped", () => {
  const history = new History({ "cmi.core.lesson_location": "start" }, {});
  for (let number = 1; number <= 12_000; number++) history.add([setting(`p${number}`)]);
  history.add([heard("LMSCommit", [""], [], [["cmi.core.lesson_location", "p12000"]])]);
  assert.equal(history.count, 12_001);
  assert.ok(history.steps.length <= 5_000);
  for (const number of [history.steps[0]?.number ?? 0, 9_000, 12_000])
    assert.equal(place(history.at(number).session), `p${number}`);
  assert.deepEqual([place(history.at(12_000).record), place(history.at(12_001).record)], [undefined, "p12000"]);
});

test("Calls too fast to be listed are counted, and their changes are known", () => {
  const history = new History();
  history.add([setting("one")]);
  history.add([setting("two")], 90_000, {
    set: [["cmi.core.lesson_location", "last"]],
    kept: [["cmi.core.lesson_location", "last"]],
  });
  history.add([setting("after")]);
  assert.deepEqual(
    [history.count, place(history.at(history.count).session), place(history.now.record)],
    [90_003, "after", "last"],
  );
  assert.deepEqual(
    history.found(new Set<Kind>(["writes"]), "").map(({ number }) => number),
    [1, 2, 90_002, 90_003],
  );
  assert.deepEqual([place(history.at(2).session), place(history.at(90_002).session)], ["two", "last"]);
});

test("Megabytes of values are not kept", () => {
  const history = new History();
  for (let call = 0; call < 2_000; call++)
    history.add([
      heard("LMSSetValue", ["cmi.suspend_data", "x".repeat(60_000)], [["cmi.suspend_data", "x".repeat(60_000)]]),
    ]);
  assert.ok(history.steps.length < 400, String(history.steps.length));
  assert.equal(history.now.session.get("cmi.suspend_data")?.length, 60_000);
});

test("Calls are found by kind and by text; errors include calls of any kind", () => {
  const history = new History();
  history.add([
    heard("LMSInitialize", [""]),
    heard("LMSGetValue", ["cmi.core.entry"], [], [], "resume"),
    heard("LMSGetLastError", [], [], [], "0"),
    heard("LMSSetValue", ["cmi.core.entry", "x"], [], [], "false", "403"),
    heard("LMSCommit", [""]),
  ]);
  const names = (kinds: Kind[], text = ""): string[] =>
    history.found(new Set(kinds), text).map(({ call }) => call.name);
  assert.deepEqual(names(["reads"]), ["LMSGetValue"]);
  assert.deepEqual(names(["errors"]), ["LMSSetValue"]);
  assert.deepEqual(names(["commits"]), ["LMSInitialize", "LMSCommit"]);
  assert.deepEqual(
    history.found(every, " 403 ").map(({ number }) => number),
    [4],
  );
  assert.deepEqual([history.count, history.errors], [5, 1]);
});

test("A hundred thousand calls at once produce few messages of limited size, with the last state", () => {
  const messages: PageMessage[] = [];
  const reporter = new CallReporter(
    (one) => messages.push(one),
    () => undefined,
  );
  for (let number = 0; number < 100_000; number++)
    reporter.hear(
      { name: "LMSSetValue", args: ["cmi.suspend_data", "y".repeat(9_000)], result: "true", error: "0" },
      { set: [["cmi.suspend_data", `y${number}`]], kept: [] },
      0,
      0,
    );
  reporter.flush();
  const message = readMessage(JSON.parse(JSON.stringify(messages[0])));
  assert.equal(messages.length, 1);
  assert.ok(
    message?.kind === "calls" &&
      message.calls.length < limits.calls &&
      message.calls.length + message.skipped === 100_000,
  );
  assert.deepEqual(message.rest.set, [["cmi.suspend_data", "y99999"]]);
});

test("A message with another form, or larger than the limits, is refused", () => {
  const nothing = { set: [], kept: [] };
  const good = { kind: "calls", calls: [setting("one")], skipped: 0, rest: nothing };
  assert.ok(readMessage(good));
  for (const bad of [
    null,
    7,
    "calls",
    [],
    { kind: "constructor" },
    { ...good, calls: [{}] },
    { ...good, calls: "x" },
    { ...good, rest: null },
    { ...good, calls: Array(limits.calls + 1).fill(setting("a")) },
    { ...good, calls: [{ ...setting("a"), set: [["a", 7]] }] },
    { ...good, calls: [{ ...setting("a"), call: { name: "a", args: Array(99).fill(""), result: "", error: "" } }] },
    { ...good, calls: Array(500).fill(heard("a", ["x".repeat(60_000)])) },
    { kind: "opened", session: { a: 1 }, record: {}, earlier: [] },
    { kind: "outline", lines: [{ role: 1 }], announced: [] },
    {
      kind: "opened",
      session: Object.fromEntries(Array.from({ length: limits.elements + 1 }, (_, at) => [`e${at}`, ""])),
      record: {},
      earlier: [],
    },
  ])
    assert.equal(readMessage(bad), null, JSON.stringify(bad)?.slice(0, 80));
  const cut = readMessage({ ...good, calls: [heard("a", ["x".repeat(200_000)])], skipped: -3 });
  assert.ok(cut?.kind === "calls" && cut.calls[0]?.call.args[0]?.length === limits.text && cut.skipped === 0);
  assert.ok(
    readMessage({ kind: "opened", session: JSON.parse('{"__proto__":"x"}') as object, record: {}, earlier: [] }),
  );
});

test("A report shows status, score, time and answers as text", () => {
  const report = reportOf(
    new Map(
      Object.entries({
        "cmi.core.lesson_status": "passed",
        "cmi.core.score.raw": "80",
        "cmi.core.score.max": "100",
        "cmi.core.score.min": "0",
        "cmi.core.total_time": "0001:05:10.00",
        "cmi.interactions.10.id": "q_2",
        "cmi.interactions.2.id": "q_1",
        "cmi.interactions.2.type": "choice",
        "cmi.interactions.2.student_response": "a",
        "cmi.interactions.2.correct_responses.0.pattern": "b",
        "cmi.interactions.2.correct_responses.1.pattern": "c",
        "cmi.interactions.2.result": "wrong",
        "cmi.interactions.2.latency": "0000:00:07.40",
      }),
    ),
  );
  assert.deepEqual(
    [report.status, report.score, report.time, report.place],
    ["Passed", "80 of 100", "1 h 5 min", "None"],
  );
  assert.deepEqual(
    report.answers.map(({ id, given, right, result, latency }) => [id, given, right, result, latency]),
    [
      ["q_1", "a", "b or c", "Wrong", "7 s"],
      ["q_2", "", "", "", ""],
    ],
  );
  assert.deepEqual([reportOf(new Map()).status, duration("0000:02:05.00")], ["Not attempted", "2 min 5 s"]);
});

test("Suspend data is decoded as text: page, visits, answers, attempts, result, revision", () => {
  const course = courseOf({ pages: 3, checks: 2, items: 2, attempts: 2 });
  const state = submitAttempt(
    startAttempt(answerCheck(visit(fresh(course), course, 1), course, 0, 1, true), 9),
    course,
    [1, 0],
  );
  const rows = new Map(decoded(course, encode(course, { ...state, revision: 12 })));
  assert.deepEqual(
    [
      ...["Revision", "Page", "Visited", "Knowledge checks", "check-0", "Best result", "Attempts submitted"].map(
        (name) => rows.get(name),
      ),
    ],
    [
      "12",
      "page-1",
      "1 of 3 pages; not yet: page-0, page-2",
      "1 of 2 answered",
      "right, 1 try, response 1",
      "50 %",
      "1",
    ],
  );
  assert.equal(new Map(decoded(course, encode(course, state).slice(0, -1))).has("Damaged"), true);
  assert.deepEqual(decoded({} as typeof course, encode(course, state)), []);
});
