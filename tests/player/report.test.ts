import assert from "node:assert/strict";
import { test } from "node:test";
import { answerCheck, percent, startAttempt, submitAttempt } from "../../src/browser/player/core/answers";
import { visit } from "../../src/browser/player/core/progress";
import { bookmarkOf, resultOf, type PriorResult, type Report } from "../../src/browser/player/core/report";
import { passes } from "../../src/browser/player/core/scoring";
import { fresh, type CourseState, type Status } from "../../src/browser/player/core/state";
import type { Scorm12Api } from "../../src/browser/player/lms/find-api";
import { Scorm12 } from "../../src/browser/player/lms/scorm12";
import type { CourseData } from "../../src/browser/player/core/course-data";
import { courseOf } from "./support";

const nothing: PriorResult = { status: null, score: null };
const reported = (course: CourseData, state: CourseState): Pick<Report, "status" | "score"> =>
  resultOf(course, state, nothing);
const submitted = (course: CourseData, rights: boolean[]): CourseState =>
  submitAttempt(startAttempt(fresh(course), 1), course, rights.map(Number));

for (const [report, passed, failed] of [
  ["passed-failed", "passed", "failed"],
  ["passed-incomplete", "passed", "incomplete"],
  ["completed-incomplete", "completed", "incomplete"],
  ["completed-failed", "completed", "failed"],
] as const) {
  test(`The reporting style ${report} uses ${passed} and ${failed}`, () => {
    const course = courseOf({ pages: 1, checks: 0, items: 2, attempts: 1, tracking: { report } });
    assert.equal(reported(course, submitted(course, [true, true])).status, passed);
    assert.equal(reported(course, submitted(course, [true, false])).status, failed);
    assert.equal(reported(course, fresh(course)).status, "incomplete");
  });
}

test("Only a pass takes two commits, and only until the LMS has the status completed", () => {
  const lms = new Scorm12({} as Scorm12Api);
  const report = (status: Status): Report => ({
    state: "",
    bookmark: "",
    status,
    score: 9_000,
    time: 0,
  });
  const stages = (status: Status, known: Status | null): (Status | null)[] =>
    lms.stages(report(status), known).map((stage) => stage.status);
  assert.deepEqual(stages("passed", "incomplete"), ["completed", "passed"]);
  assert.deepEqual(stages("passed", null), ["completed", "passed"]);
  assert.deepEqual(stages("passed", "completed"), ["passed"]);
  assert.deepEqual(stages("passed", "passed"), ["passed"]);
  assert.deepEqual(stages("failed", "incomplete"), ["failed"]);
  // An LMS may ignore everything after “completed”: the first commit has the score.
  const scores = lms.stages(report("passed"), null).map((stage) => stage.score);
  assert.deepEqual(scores, [9_000, 9_000]);
});

test("When the LMS decides, it gets no score before all required pages are read", () => {
  const course = courseOf({
    pages: 2,
    checks: 0,
    items: 2,
    tracking: { decidedBy: "lms", completedBy: ["pages", "assessment"] },
  });
  const half = submitted(course, [true, true]);
  assert.equal(reported(course, half).score, null);
  assert.equal(reported(course, visit(visit(half, course, 0), course, 1)).score, 10_000);
});

test("The score of knowledge checks uses their weights", () => {
  const plain = courseOf({ pages: 1, checks: 2, items: 0, tracking: { score: "checks" } });
  const course = {
    ...plain,
    questions: plain.questions.map((question, index) => ({ ...question, weight: index === 0 ? 3 : 1 })),
  };
  const state = answerCheck(answerCheck(fresh(course), course, 0, 1, true), course, 1, 0, false);
  assert.equal(reported(course, state).score, 7_500);
});

test("An LMS's pass mark with decimals is compared exactly", () => {
  const course = courseOf({ pages: 1, checks: 0, items: 3 });
  const marked = (passMark: number): CourseData => ({ ...course, assessment: { ...course.assessment!, passMark } });
  const twoOfThree = percent(course, 0, [1, 1, 0]);
  assert.ok(passes(marked(66.66), twoOfThree));
  assert.ok(passes(marked(0.07), 7));
  assert.ok(!passes(marked(66.67), twoOfThree));
  for (let hundredths = 0; hundredths <= 10_000; hundredths++)
    assert.ok(passes(marked(hundredths / 100), hundredths), String(hundredths));
});

test("The location is the id of a page, short enough, and starts with a letter", () => {
  const course = courseOf({ pages: 3, checks: 0, items: 0 });
  assert.equal(bookmarkOf(course, 2), "page-2");
  const strange = { ...course, modules: [{ id: "one", file: null, pages: ["1".repeat(400)] }] };
  const location = bookmarkOf(strange, 0);
  assert.equal(location.length, 255);
  assert.match(location, /^[a-z]/);
});
