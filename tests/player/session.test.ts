import assert from "node:assert/strict";
import { test } from "node:test";
import { launch, type Record12, type StrictLms } from "../../src/browser/lms/strict";
import { answerCheck, answerItem, startAttempt, submitAttempt } from "../../src/browser/player/core/answers";
import type { Course } from "../../src/browser/player/core/course";
import { visit } from "../../src/browser/player/core/progress";
import type { Scorm12Api } from "../../src/browser/player/lms/find-api";
import { Scorm12 } from "../../src/browser/player/lms/scorm12";
import { startSession, type Session } from "../../src/browser/player/lms/session";
import { courseOf, interaction, parts } from "./support";
import { World } from "./world";

const course = courseOf({ pages: 4, checks: 2, items: 3, attempts: 2 });

interface Launched {
  lms: StrictLms;
  world: World;
  session: Session;
}

function begin(
  of: Course = course,
  before: Record12 = {},
  options: { mode?: string; mastery?: string; world?: World } = {},
): Launched {
  const lms = launch(before, options);
  const world = options.world ?? new World();
  return { lms, world, session: startSession(of, connected(lms.API), world, parts) };
}

function connected(api: object): Scorm12 {
  const lms = new Scorm12(api as unknown as Scorm12Api);
  lms.initialize();
  return lms;
}

function submit(session: Session, of: Course, rights: boolean[]): void {
  session.update(startAttempt(session.state, 42), "now");
  rights.forEach((_, index) => session.update(answerItem(session.state, index, 1), "now"));
  session.update(submitAttempt(session.state, of, rights.map(Number)), "now");
}

const errors = ({ lms }: Launched): unknown[] => lms.calls.filter((call) => call.error !== "0");
const sets = ({ lms }: Launched, element: string): string[] =>
  lms.calls.filter((call) => call.name === "LMSSetValue" && call.args[0] === element).map((call) => call.args[1] ?? "");

test("The first launch sets the status incomplete at once, in few calls", () => {
  const it = begin();
  assert.equal(it.lms.stored()["cmi.core.lesson_status"], "incomplete");
  assert.deepEqual(sets(it, "cmi.core.exit"), ["suspend"]);
  assert.equal(it.lms.calls[0]?.name, "LMSInitialize");
  assert.ok(it.lms.calls.length <= 25, String(it.lms.calls.length));
  assert.deepEqual(errors(it), []);
});

test("Resuming restores page, answers and seed", () => {
  const first = begin();
  first.session.update(visit(first.session.state, course, 2), "soon");
  first.session.update(answerCheck(first.session.state, course, 1, 1, true), "now");
  first.session.update(startAttempt(first.session.state, 4_000_000_000), "now");
  first.session.update(answerItem(first.session.state, 2, 1), "now");
  first.world.happen("gone");
  const second = begin(course, first.lms.stored());
  assert.equal(second.session.resumed, true);
  const { revision: _, ...before } = first.session.state;
  const { revision: __, ...after } = second.session.state;
  // Unanswered items at the end of an open attempt are added as null.
  assert.deepEqual(
    { ...after, attempt: { ...after.attempt, responses: after.attempt?.responses.slice(0, 3) } },
    before,
  );
  assert.deepEqual([...errors(first), ...errors(second)], []);
});

test("An answer is committed at once: a tab that is killed right after it loses nothing", () => {
  const it = begin();
  it.session.update(answerCheck(it.session.state, course, 0, 1, true), "now");
  const after = begin(course, it.lms.stored());
  assert.deepEqual(after.session.state.checks, it.session.state.checks);
});

test("Each answer takes one commit, with its interaction, and on a sound network nothing is sent twice", () => {
  const it = begin();
  const commits = (): number => it.lms.calls.filter((call) => call.name === "LMSCommit").length;
  it.world.pass(1_000);
  for (const check of [0, 1, 0, 1]) {
    const before = commits();
    it.session.journal(interaction(`c${check + 1}_1`, true));
    it.session.update(answerCheck(it.session.state, course, check, commits(), true), "now");
    assert.equal(commits(), before + 1);
    it.world.pass(20_000); // probes succeed meanwhile
    assert.equal(commits(), before + 1);
  }
  assert.equal(it.lms.stored()["cmi.interactions._count"] ?? "4", "4");
  assert.equal(sets(it, "cmi.interactions.3.id").length, 1);
  assert.deepEqual(errors(it), []);
});

test("Page turns are collected for a second, and saved when the page is hidden", () => {
  const it = begin();
  const commits = (): number => it.lms.calls.filter((call) => call.name === "LMSCommit").length;
  const before = commits();
  for (const page of [1, 2, 3]) it.session.update(visit(it.session.state, course, page), "soon");
  assert.equal(commits(), before);
  it.world.pass(1_000);
  assert.equal(commits(), before + 1);
  it.session.update(visit(it.session.state, course, 0), "soon");
  it.world.happen("hidden");
  assert.equal(commits(), before + 2);
});

test("A pass is reported in two commits: completed, then passed", () => {
  const it = begin();
  submit(it.session, course, [true, true, true]);
  const sent = it.lms.calls
    .filter((call) => call.name === "LMSCommit" || call.args[0] === "cmi.core.lesson_status")
    .map((call) => call.args[1] ?? call.name);
  assert.deepEqual(sent.slice(-4), ["completed", "LMSCommit", "passed", "LMSCommit"]);
  assert.equal(it.lms.stored()["cmi.core.score.raw"], "100");
  assert.deepEqual(errors(it), []);
});

test("With attempts left a failure stays incomplete; only the last attempt sets failed", () => {
  const it = begin();
  submit(it.session, course, [true, false, false]);
  assert.equal(it.lms.stored()["cmi.core.lesson_status"], "incomplete");
  assert.equal(it.lms.stored()["cmi.core.score.raw"], "33.33");
  submit(it.session, course, [true, true, false]);
  assert.equal(it.lms.stored()["cmi.core.lesson_status"], "failed");
  assert.equal(it.lms.stored()["cmi.core.score.raw"], "66.66");
  assert.deepEqual(errors(it), []);
});

test("After a pass a worse attempt changes neither status nor score", () => {
  const it = begin();
  submit(it.session, course, [true, true, true]);
  submit(it.session, course, [false, false, false]);
  it.session.finish();
  assert.equal(it.lms.stored()["cmi.core.lesson_status"], "passed");
  assert.equal(it.lms.stored()["cmi.core.score.raw"], "100");
});

test("In review mode nothing is written", () => {
  const it = begin();
  submit(it.session, course, [true, true, true]);
  it.session.finish();
  const review = begin(course, it.lms.stored(), { mode: "review" });
  review.session.update(visit(review.session.state, course, 3), "now");
  review.world.happen("hidden");
  review.session.finish();
  assert.deepEqual(
    review.lms.calls.filter((call) => call.name === "LMSSetValue" || call.name === "LMSCommit"),
    [],
  );
  assert.equal(review.session.state.status, "passed");
});

test("Without a state, a pass in the LMS is never lowered", () => {
  const it = begin(course, { "cmi.core.lesson_status": "passed", "cmi.core.score.raw": "90" });
  it.session.update(visit(it.session.state, course, 1), "now");
  submit(it.session, course, [true, false, false]);
  assert.deepEqual([...new Set(sets(it, "cmi.core.lesson_status"))], ["passed"]);
  assert.deepEqual([...new Set(sets(it, "cmi.core.score.raw"))], ["90"]);
});

test("After a pass whose score the LMS has not kept, no score below the pass mark is sent", () => {
  for (const keep of ["best", "last", "first"] as const) {
    const kept: Course = { ...course, assessment: { ...course.assessment!, keep } };
    const it = begin(kept, { "cmi.core.lesson_status": "passed" });
    submit(it.session, kept, [true, false, false]);
    it.session.finish();
    assert.deepEqual(sets(it, "cmi.core.score.raw"), []);
    assert.equal(it.lms.stored()["cmi.core.lesson_status"], "passed");
    // A later launch has a state of its own.
    const later = begin(kept, it.lms.stored());
    submit(later.session, kept, [true, true, false]);
    assert.deepEqual(sets(later, "cmi.core.score.raw"), []);
  }
  const it = begin(course, { "cmi.core.lesson_status": "passed" });
  submit(it.session, course, [true, true, true]);
  assert.deepEqual(sets(it, "cmi.core.score.raw"), ["100"]);
});

for (const mode of ["normal", "review"]) {
  test(`When the LMS has emptied the state of a finished course, the result stays, in the mode ${mode}`, () => {
    const of = courseOf({ pages: 4, checks: 0, items: 3, tracking: { completedBy: ["pages", "assessment"] } });
    const finished = { "cmi.core.lesson_status": "passed", "cmi.core.score.raw": "90", "cmi.suspend_data": "" };
    const there = begin(of, finished, { mode }).session;
    const { status, best, met, seen } = there.state;
    assert.deepEqual([status, best, met, seen.every(Boolean)], ["passed", 9_000, true, true]);
    assert.equal(there.resumed, false); // its place is not known
    // The device where it was finished has all of it, also after several launches.
    const kept = new Map<string, string>();
    const here = begin(of, {}, { world: World.withStorage(kept) });
    for (const page of [0, 1, 2, 3]) here.session.update(visit(here.session.state, of, page), "now");
    here.world.pass(100);
    here.session.finish();
    const next = begin(of, here.lms.stored(), { world: World.withStorage(kept) });
    submit(next.session, of, [true, true, true]);
    next.world.pass(100);
    next.session.finish();
    for (let launch = 0; launch < 3; launch++) {
      const again = begin(
        of,
        { ...next.lms.stored(), "cmi.suspend_data": "" },
        { mode, world: World.withStorage(kept) },
      );
      assert.equal(again.session.offered, false);
      assert.deepEqual(again.session.state.attempt?.responses.slice(0, 3), [1, 1, 1]);
      assert.equal(again.session.state.status, "passed");
      again.world.pass(100);
      again.session.finish();
      assert.equal(again.lms.stored()["cmi.core.lesson_status"], "passed");
    }
  });
}

test("When the LMS decides, its mastery score is the pass mark, and it gets no score before the final result", () => {
  const judged = courseOf({ pages: 2, checks: 0, items: 3, attempts: 2, tracking: { decidedBy: "lms" } });
  const it = begin(judged, {}, { mastery: "60" });
  assert.equal(it.session.course.assessment?.passMark, 60);
  submit(it.session, it.session.course, [true, false, false]);
  assert.deepEqual(sets(it, "cmi.core.score.raw"), []);
  submit(it.session, it.session.course, [true, true, false]);
  assert.deepEqual(sets(it, "cmi.core.score.raw"), ["66.66"]);
  assert.equal(it.lms.stored()["cmi.core.lesson_status"], "passed");
  assert.deepEqual(errors(it), []);
});

test("Each answer is a new interaction, with the type before the values that depend on it", () => {
  const it = begin();
  it.session.journal(interaction("check-0_1", false, { latencyMs: 61_234 }));
  it.session.update(answerCheck(it.session.state, course, 0, 0, false), "now");
  it.session.journal(interaction("check-0_2", true));
  it.session.update(answerCheck(it.session.state, course, 0, 1, true), "now");
  const written = it.lms.calls
    .filter((call) => call.args[0]?.startsWith("cmi.interactions.") && call.name === "LMSSetValue")
    .map((call) => `${call.args[0]?.slice(17)}=${call.args[1]}`);
  assert.deepEqual(written.slice(0, 2), ["0.id=check-0_1", "0.type=choice"]);
  assert.ok(
    written.includes("0.result=wrong") &&
      written.includes("0.latency=0000:01:01.23") &&
      written.includes("1.id=check-0_2") &&
      written.includes("1.result=correct"),
  );
  assert.deepEqual(errors(it), []);
});

test("Session time counts while the learner is active, in the format of the standard", () => {
  const it = begin();
  it.world.pass(65_000);
  it.world.happen("hidden");
  assert.equal(sets(it, "cmi.core.session_time").at(-1), "0000:01:05.00");
  it.world.pass(600_000);
  it.world.happen("visible");
  it.world.pass(5_000);
  it.session.finish();
  assert.equal(sets(it, "cmi.core.session_time").at(-1), "0000:01:10.00");
});

test("Nothing is written after LMSFinish", () => {
  const it = begin();
  it.session.finish();
  const calls = it.lms.calls.length;
  it.session.update(visit(it.session.state, course, 2), "now");
  it.world.happen("hidden");
  it.world.pass(600_000);
  it.session.finish();
  assert.equal(it.lms.calls.length, calls);
  assert.equal(it.lms.calls.at(-1)?.name, "LMSFinish");
});

test("A failed commit is retried, and sends everything again", () => {
  const lms = launch();
  let deaf = false;
  const api = { ...lms.API, LMSCommit: (...args: string[]) => (deaf ? "false" : lms.API.LMSCommit?.(...args)) };
  const world = World.withStorage();
  const session = startSession(course, connected(api), world, parts);
  const heard: string[] = [];
  session.onSaving((saving) => heard.push(saving));
  deaf = true;
  session.update(answerCheck(session.state, course, 0, 1, true), "now");
  world.pass(3_000);
  assert.deepEqual([...new Set(heard)], ["trying"]);
  deaf = false;
  world.pass(60_000);
  assert.equal(heard.at(-1), "saved");
  assert.deepEqual(begin(course, lms.stored()).session.state.checks, session.state.checks);
});

test("Progress that the LMS refused is restored from this device at the next launch", () => {
  const kept = new Map<string, string>();
  const lms = launch();
  const world = World.withStorage(kept);
  const api = { ...lms.API, LMSCommit: () => "false" };
  const session = startSession(course, connected(api), world, parts);
  session.update(answerCheck(session.state, course, 0, 1, true), "now");
  const next = begin(course, {}, { world: World.withStorage(kept) });
  assert.deepEqual(next.session.state.checks, session.state.checks);
  assert.ok(
    [...kept.keys(), ...kept.values()].every((text) => !text.includes("learner-1") && !text.includes("Learner")),
  );
});

test("A new attempt started by the LMS stays new, whatever this device has stored", () => {
  const kept = new Map<string, string>();
  const first = begin(course, {}, { world: World.withStorage(kept) });
  submit(first.session, course, [true, true, true]);
  first.world.pass(100); // the commit is proven
  first.session.finish();
  const second = begin(course, {}, { world: World.withStorage(kept) });
  assert.equal(second.session.resumed, false);
  assert.equal(second.session.state.status, "incomplete");
});

for (const [name, api] of Object.entries({
  "throws at every call": new Proxy(
    {},
    {
      get: () => () => {
        throw new Error("gone");
      },
    },
  ),
  "refuses everything": new Proxy({}, { get: () => () => "false" }),
  "returns booleans and null": new Proxy(
    {},
    { get: (_, method) => () => (method === "LMSGetValue" ? null : method === "LMSGetLastError" ? 0 : true) },
  ),
})) {
  test(`The learner can continue with an LMS that ${name}`, () => {
    const session = startSession(course, connected(api), World.withStorage(), parts);
    assert.doesNotThrow(() => {
      session.update(visit(session.state, course, 1), "now");
      submit(session, course, [true, true, true]);
      session.finish();
    });
    assert.equal(session.state.status, "passed");
  });
}

test("Without an LMS, progress is stored in this browser, and deleted on request", () => {
  const kept = new Map<string, string>();
  const first = startSession(course, null, World.withStorage(kept), parts);
  assert.equal(first.connection, "browser");
  first.update(visit(first.state, course, 3), "now");
  assert.equal(startSession(course, null, World.withStorage(kept), parts).state.page, 3);
  first.forget();
  assert.equal(startSession(course, null, World.withStorage(kept), parts).resumed, false);
  assert.equal(startSession(course, null, new World(), parts).connection, "memory");
});

test("A course without a score, as for Kolibri, reports passed and sets no element of the score", () => {
  const silent: Course = { ...course, tracking: { ...course.tracking, score: "none" } };
  const it = begin(silent);
  submit(it.session, silent, [true, true, true]);
  it.session.finish();
  assert.equal(it.lms.stored()["cmi.core.lesson_status"], "passed");
  assert.deepEqual(
    it.lms.calls.filter(({ name, args }) => name === "LMSSetValue" && args[0]?.startsWith("cmi.core.score")),
    [],
  );
});
