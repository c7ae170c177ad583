import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answerCheck,
  answerItem,
  attemptPasses,
  keepCheck,
  nextSeed,
  percent,
  startAttempt,
  submitAttempt,
} from "../../src/browser/player/core/answers";
import { createClock, type Clock } from "../../src/browser/player/core/clock";
import type { Course } from "../../src/browser/player/core/course";
import { checksOf, hasCritical } from "../../src/browser/player/core/course-data";
import { deal } from "../../src/browser/player/core/decks";
import { drawn } from "../../src/browser/player/core/draw";
import { needsOf, withPretests } from "../../src/browser/player/core/gates";
import { creditOf, verdictOf } from "../../src/browser/player/core/marking";
import { attemptsLeft, hasPassed, progress, settle, visit } from "../../src/browser/player/core/progress";
import { bookmarkOf, resultOf, type PriorResult } from "../../src/browser/player/core/report";
import { passes, share } from "../../src/browser/player/core/scoring";
import { order } from "../../src/browser/player/core/shuffle";
import { fresh, type CourseState } from "../../src/browser/player/core/state";
import { courseOf, type Plan } from "./support";

// Answers, attempts, results and gates at their edges, value by value.

const plan: Plan = { pages: 3, checks: 2, items: 3, attempts: 2 };
const course = courseOf(plan);
const assessed = (change: Partial<NonNullable<Course["assessment"]>>, of: Course = course): Course => ({
  ...of,
  assessment: { ...of.assessment!, ...change },
});
const submit = (of: Course, credits: number[], state: CourseState = fresh(of)): CourseState =>
  submitAttempt(startAttempt(state, 1), of, credits);

test("The tries of a knowledge check are counted up to three, and right stays right", () => {
  let state = fresh(course);
  const seen: unknown[] = [];
  for (const [response, right] of [
    [0, false],
    [1, true],
    [0, false],
    [0, false],
  ] as const) {
    state = answerCheck(state, course, 1, response, right);
    seen.push(state.checks);
  }
  assert.deepEqual(seen, [
    [null, { response: 0, tries: 1, right: false }],
    [null, { response: 1, tries: 2, right: true }],
    [null, { response: 0, tries: 3, right: true }],
    [null, { response: 0, tries: 3, right: true }],
  ]);
});

test("A question of several steps counts as answered only at its end, and keeps earlier tries", () => {
  const started = keepCheck(fresh(course), 0, 5);
  assert.deepEqual(started.checks, [{ response: 5, tries: 0, right: false }, null]);
  assert.equal(progress(course, started).checks, false);
  const again = keepCheck(answerCheck(started, course, 0, 6, true), 0, 7);
  assert.deepEqual(again.checks, [{ response: 7, tries: 1, right: true }, null]);
});

test("Answers to an attempt can be changed until it is submitted, and never without an attempt", () => {
  const none = fresh(course);
  assert.equal(answerItem(none, 0, 1), none);
  const started = startAttempt(none, -1);
  assert.deepEqual(started.attempt, { seed: 4_294_967_295, submitted: false, responses: [] });
  const answered = answerItem(answerItem(started, 2, 4), 0, 1);
  assert.deepEqual(answered.attempt?.responses, [1, null, 4]);
  assert.deepEqual(answerItem(answered, 0, null).attempt?.responses, [null, null, 4]);
  const submitted = submitAttempt(answered, course, [1, 0, 0]);
  assert.equal(answerItem(submitted, 0, 0), submitted);
  assert.deepEqual(submitted.attempt, { seed: 4_294_967_295, submitted: true, responses: [1, null, 4] });
});

test("An attempt is submitted once: the second time changes nothing", () => {
  const none = fresh(course);
  assert.equal(submitAttempt(none, course, [1, 1, 1]), none);
  const once = submit(course, [1, 0, 0]);
  assert.deepEqual([once.attemptsUsed, once.best, once.met, once.status], [1, 3_333, false, "incomplete"]);
  assert.equal(submitAttempt(once, course, [1, 1, 1]), once);
});

test("Attempts are counted up to fifteen", () => {
  let state = fresh(course);
  for (let attempt = 0; attempt < 20; attempt++) state = submit(course, [0, 0, 0], state);
  assert.equal(state.attemptsUsed, 15);
});

test("A result is the best, the last or the first one, as the course decides", () => {
  for (const [keep, results] of [
    ["best", [3_333, 6_666, 6_666]],
    ["last", [3_333, 6_666, 0]],
    ["first", [3_333, 3_333, 3_333]],
  ] as const) {
    const of = assessed({ keep });
    let state = fresh(of);
    const bests = [
      [1, 0, 0],
      [1, 1, 0],
      [0, 0, 0],
    ].map((credits) => (state = submit(of, credits, state)).best);
    assert.deepEqual(bests, results, keep);
  }
});

test("Only drawn questions count, a missing mark gives no points, and weights decide", () => {
  const heavy = courseOf({ ...plan, weights: [1, 2, 5] });
  assert.equal(percent(heavy, 1, [0, 0, 1]), 6_250);
  assert.equal(percent(heavy, 1, [1]), 1_250);
  const drawing = courseOf({ pages: 1, checks: 0, items: 6, draw: [2] });
  const asked = drawn(drawing, 32);
  const credits = Array.from({ length: 6 }, (_, index) => (asked.includes(index) ? 0.5 : 1));
  assert.equal(percent(drawing, 32, credits), 5_000);
  const items = courseOf({ pages: 1, checks: 0, items: 3 }).questions;
  assert.equal(share(items, [1, 1, 0]), 6_666);
  assert.equal(share(items, [1 / 3, 1 / 3, 1 / 3]), 3_333);
  assert.equal(share(items.slice(1), [0.2 + 0.1, 0.7]), 5_000);
  assert.equal(share([], []), 0);
  assert.equal(
    share(
      items.map((item) => ({ ...item, weight: 0 })),
      [1, 1, 1],
    ),
    0,
  );
});

test("A critical question counts only in an attempt that drew it, and must be completely right", () => {
  const strict: Course = {
    ...courseOf({ pages: 1, checks: 0, items: 6, draw: [3], passMark: 50 }),
    questions: courseOf({ pages: 1, checks: 0, items: 6 }).questions.map((one) => ({
      ...one,
      critical: one.id === "item-2",
    })),
  };
  assert.ok(hasCritical(strict));
  assert.ok(!hasCritical(course));
  const seeds = Array.from({ length: 40 }, (_, at) => at * 16);
  const asks = seeds.find((seed) => drawn(strict, seed).includes(2))!;
  const leaves = seeds.find((seed) => !drawn(strict, seed).includes(2))!;
  assert.equal(attemptPasses(strict, asks, [1, 1, 1, 1, 1, 1]), true);
  assert.equal(attemptPasses(strict, asks, [1, 1, 0.9, 1, 1, 1]), false);
  assert.equal(attemptPasses(strict, leaves, [1, 1, 0, 1, 1, 1]), true);
  assert.equal(attemptPasses(strict, leaves, [0, 0, 1, 0, 0, 0]), false);
  // The best result may be that of an attempt that failed for a critical question.
  assert.equal(hasPassed({ ...fresh(strict), best: 10_000 }, strict), false);
});

test("The next attempt uses the same decks, and after sixteen attempts new ones", () => {
  assert.deepEqual(
    [nextSeed(null, 37), nextSeed(32, 999), nextSeed(46, 999), nextSeed(47, 100), nextSeed(null, -1)],
    [32, 33, 47, 96, 4_294_967_280],
  );
});

test("An attempt of a released course has the same questions in the same order after every update", () => {
  assert.deepEqual(order(12_345, "questions", 8), [4, 7, 0, 6, 3, 1, 2, 5]);
  assert.deepEqual(order(0, "", 5), [4, 1, 0, 2, 3]);
  assert.deepEqual(order(4_294_967_295, "q-é", 6), [3, 2, 1, 4, 0, 5]);
  assert.deepEqual(order(7, "𝄞", 5), [4, 0, 1, 2, 3]);
  const pool = { count: 3, of: [10, 11, 12, 13, 14, 15, 16] };
  const attempts = (first: number): number[][] => [0, 1, 2, 3, 4, 5].map((at) => deal(pool, first + at, 1));
  assert.deepEqual(attempts(0), [
    [10, 16, 12],
    [13, 14, 15],
    [11, 12, 10],
    [11, 13, 15],
    [14, 16, 10],
    [15, 14, 11],
  ]);
  assert.deepEqual(attempts(16 * 99), [
    [10, 16, 11],
    [12, 13, 14],
    [15, 14, 10],
    [13, 12, 16],
    [11, 15, 10],
    [15, 11, 16],
  ]);
  assert.deepEqual(deal(pool, 4_294_967_295, 0), [15, 10, 16]);
  // A pool with fewer questions than an attempt asks.
  assert.deepEqual(deal({ count: 5, of: [4, 7, 9] }, 33, 0), [7, 9, 4]);
});

test("Drawn questions come in the order of the course, and a course without draws asks all", () => {
  const drawing = courseOf({ pages: 1, checks: 0, items: 24, draw: [6, 6] });
  const asked = drawn(drawing, 48);
  assert.deepEqual(
    asked,
    [...asked].sort((a, b) => a - b),
  );
  assert.deepEqual([asked.filter((at) => at % 2 === 0).length, asked.length], [6, 12]);
  assert.deepEqual(drawn(drawing, -16), drawn(drawing, 4_294_967_280));
  assert.deepEqual(drawn(course, 48), [0, 1, 2]);
  assert.deepEqual(drawn({ ...course, assessment: null }, 48), [0, 1, 2]);
  assert.throws(() => drawn({ ...drawing, deal: undefined }, 48), /decks/);
});

test("A gate opens at exactly the score that it needs", () => {
  const gated: Course = { ...course, gates: [{ page: 2, needs: [{ score: 50 }] }] };
  const closed = (best: number | null): number => needsOf(gated, { ...fresh(gated), best }, 2).length;
  assert.deepEqual([null, 0, 4_999, 5_000, 5_001].map(closed), [1, 1, 1, 0, 0]);
  const zero: Course = { ...course, gates: [{ page: 2, needs: [{ score: 0 }] }] };
  assert.deepEqual(needsOf(zero, fresh(zero), 2), [{ score: 0 }]); // an attempt, with any result
  assert.deepEqual(needsOf(zero, { ...fresh(zero), best: 0 }, 2), []);
  assert.deepEqual(needsOf(gated, fresh(gated), 1), []);
});

test("A gate opens when its pages are read and its knowledge checks are right", () => {
  const gated: Course = {
    ...course,
    gates: [{ page: 2, needs: [{ page: 0 }, { page: 77 }, { check: 1 }, { check: 77 }] }],
  };
  // A page that the course does not have cannot be read; a knowledge check that it does not have stays open.
  assert.deepEqual(needsOf(gated, fresh(gated), 2), [{ page: 0 }, { check: 1 }, { check: 77 }]);
  const done = answerCheck(visit(fresh(gated), gated, 0), gated, 1, 0, true);
  assert.deepEqual(needsOf(gated, done, 2), [{ check: 77 }]);
});

test("A pre-test is passed with exactly the right answers that it needs, of its own questions", () => {
  const tested: Course = {
    ...courseOf({ pages: 4, checks: 3, items: 0 }),
    pretests: [
      { right: 2, checks: [0, 1], pages: [1] },
      { right: 1, checks: [2], pages: [2, 3] },
    ],
  };
  const answered = (rights: boolean[]): boolean[] => {
    const checks = rights.map((right) => ({ response: 0, tries: 1, right }));
    return [...withPretests(tested, { ...fresh(tested), checks }).seen];
  };
  assert.deepEqual(answered([true, false, false]), [false, false, false, false]);
  assert.deepEqual(answered([true, true, false]), [false, true, false, false]);
  assert.deepEqual(answered([true, false, true]), [false, false, true, true]);
  assert.deepEqual(answered([true, true, true]), [false, true, true, true]);
  assert.deepEqual(withPretests(tested, fresh(tested)).seen, [false, false, false, false]);
});

test("An answer is right without wrong choices, partly right with a right part, else wrong", () => {
  const verdict = (right: number, wrong: number): string => verdictOf({ right, wrong, of: 2 });
  assert.deepEqual(
    [verdict(2, 0), verdict(2, 1), verdict(1, 0), verdict(0, 0), verdict(0, 2)],
    ["right", "partly", "partly", "wrong", "wrong"],
  );
});

test("Wrong choices reduce the credit of an answer to nothing, never below", () => {
  const credits = (rule: "whole" | "share" | "share-less-wrong"): number[] =>
    (
      [
        [4, 0],
        [4, 1],
        [3, 1],
        [1, 3],
      ] as const
    ).map(([right, wrong]) => creditOf({ right, wrong, of: 4 }, rule));
  assert.deepEqual(credits("whole"), [1, 0, 0, 0]);
  assert.deepEqual(credits("share"), [1, 1, 0.75, 0.25]);
  assert.deepEqual(credits("share-less-wrong"), [1, 0.75, 0.5, 0]);
  assert.equal(creditOf({ right: 0, wrong: 0, of: 0 }, "whole"), 0);
  assert.equal(creditOf({ right: 0, wrong: 0, of: 0 }, "share"), 0);
});

test("A course is complete when each required part is", () => {
  const of = (completedBy: Course["tracking"]["completedBy"]): Course =>
    courseOf({ ...plan, tracking: { completedBy } });
  let state = fresh(course);
  const complete = (): boolean[] =>
    [of([]), of(["pages"]), of(["checks"]), of(["assessment"]), of(["pages", "checks"])].map(
      (one) => progress(one, state).complete,
    );
  assert.deepEqual(complete(), [true, false, false, false, false]);
  for (const page of [0, 1]) state = visit(state, course, page);
  assert.equal(progress(course, state).share, 2 / 3);
  state = visit(state, course, 2);
  assert.deepEqual(complete(), [true, true, false, false, false]);
  state = answerCheck(state, course, 0, 0, false);
  assert.deepEqual(complete(), [true, true, false, false, false]);
  state = answerCheck(state, course, 1, 0, false);
  assert.deepEqual(complete(), [true, true, true, false, true]);
  state = submit(course, [1, 1, 1], state);
  assert.deepEqual(complete(), [true, true, true, true, true]);
  assert.equal(progress(course, { ...state, seen: [] }).share, 0);
});

test("A course is failed only with the assessment required, no attempt left and no pass", () => {
  const status = (completedBy: Course["tracking"]["completedBy"], attempts: number | null, tries: number): string => {
    const of = courseOf({ ...plan, attempts, tracking: { completedBy } });
    let state = fresh(of);
    for (let attempt = 0; attempt < tries; attempt++) state = submit(of, [0, 0, 0], state);
    return state.status;
  };
  assert.equal(status(["assessment"], 2, 1), "incomplete");
  assert.equal(status(["assessment"], 2, 2), "failed");
  assert.equal(status(["assessment"], 2, 3), "failed");
  assert.equal(status(["assessment"], null, 14), "incomplete");
  assert.equal(status(["pages"], 2, 2), "incomplete");
  const unread = courseOf({ ...plan, tracking: { completedBy: ["pages", "assessment"] } });
  const passed = submit(unread, [1, 1, 1], submit(unread, [0, 0, 0]));
  assert.equal(passed.status, "incomplete");
  assert.equal([0, 1, 2].reduce((state, page) => visit(state, unread, page), passed).status, "passed");
});

test("A course without assessment is completed, and one whose assessment is optional may be", () => {
  const plain = courseOf({ pages: 1, checks: 0, items: 0 });
  assert.equal(visit(fresh(plain), plain, 0).status, "completed");
  assert.equal(hasPassed({ ...fresh(plain), best: 10_000 }, plain), false);
  const optional = courseOf({ ...plan, tracking: { completedBy: [] } });
  assert.equal(settle(fresh(optional), optional).status, "completed");
  assert.equal(submit(optional, [1, 1, 1]).status, "passed");
});

test("Attempts left are never below zero, and unlimited without a limit", () => {
  const left = (attempts: number | null, attemptsUsed: number): number =>
    attemptsLeft({ ...fresh(course), attemptsUsed }, assessed({ attempts }));
  assert.deepEqual([left(2, 0), left(2, 2), left(2, 5), left(null, 9)], [2, 0, 0, Infinity]);
  assert.equal(attemptsLeft(fresh(course), { ...course, assessment: null }), Infinity);
});

test("Where only points count, the best result passes even if the pass mark was lowered since", () => {
  const before: CourseState = { ...fresh(course), best: 7_000 };
  assert.deepEqual(
    (["best", "last", "first"] as const).map((keep) => hasPassed(before, assessed({ keep, passMark: 70 }))),
    [true, false, false],
  );
  assert.equal(hasPassed(before, assessed({ passMark: 71 })), false);
  assert.equal(hasPassed({ ...before, met: true }, assessed({ passMark: 100 })), true);
  assert.equal(passes(course, null), false);
  assert.equal(passes(assessed({ passMark: 0 }), null), false); // no result is not the result zero
  assert.equal(passes(assessed({ passMark: 0 }), 0), true);
  assert.equal(passes({ ...course, assessment: null }, 10_000), false);
});

test("Status and score never fall below those that the LMS has", () => {
  const reported = (state: CourseState, prior: PriorResult, of: Course = course): unknown[] => {
    const { status, score } = resultOf(of, state, prior);
    return [status, score];
  };
  const third = submit(course, [1, 0, 0]);
  assert.deepEqual(reported(third, { status: null, score: null }), ["incomplete", 3_333]);
  assert.deepEqual(reported(third, { status: "completed", score: 5_000 }), ["completed", 5_000]);
  assert.deepEqual(reported(third, { status: "failed", score: 2_000 }), ["failed", 3_333]);
  assert.deepEqual(reported(third, { status: "passed", score: 9_000 }), ["passed", 9_000]);
  assert.deepEqual(reported(third, { status: "passed", score: null }), ["passed", null]);
  assert.deepEqual(reported(third, { status: "completed", score: null }), ["completed", 3_333]);
  assert.deepEqual(reported(submit(course, [1, 1, 1]), { status: "passed", score: null }), ["passed", 10_000]);
  assert.deepEqual(reported(fresh(course), { status: "passed", score: 9_000 }), ["passed", null]);
  const silent = courseOf({ ...plan, tracking: { score: "none" } });
  const answered = answerCheck(submit(silent, [1, 1, 1]), silent, 0, 1, true);
  assert.deepEqual(reported(answered, { status: null, score: null }, silent), ["passed", null]);
});

test("An LMS that decides gets a score when nothing can change it: passed, or no attempt left", () => {
  const of = courseOf({ ...plan, tracking: { decidedBy: "lms" } });
  const scores = [
    [1, 0, 0],
    [1, 1, 0],
  ].reduce<[CourseState, (number | null)[]]>(
    ([state, all], credits) => {
      const next = submit(of, credits, state);
      return [next, [...all, resultOf(of, next, { status: null, score: null }).score]];
    },
    [fresh(of), []],
  )[1];
  assert.deepEqual(scores, [null, 6_666]);
  assert.equal(resultOf(of, submit(of, [1, 1, 1]), { status: null, score: null }).score, 10_000);
  // The course may be completed before.
  const optional = courseOf({ ...plan, tracking: { decidedBy: "lms", completedBy: [] } });
  assert.deepEqual(resultOf(optional, submit(optional, [1, 0, 0]), { status: null, score: null }), {
    status: "completed",
    score: null,
  });
});

test("The score of knowledge checks counts the right ones, after the first answer", () => {
  const of = courseOf({ pages: 1, checks: 3, items: 0, tracking: { score: "checks" } });
  const score = (state: CourseState): number | null => resultOf(of, state, { status: null, score: null }).score;
  assert.equal(score(fresh(of)), null);
  assert.equal(score(keepCheck(fresh(of), 0, 1)), null);
  assert.equal(score(answerCheck(fresh(of), of, 0, 1, false)), 0);
  assert.equal(score(answerCheck(fresh(of), of, 2, 1, true)), 3_333);
});

test("Private questions are neither knowledge checks nor part of the state", () => {
  const shy: Course = {
    ...course,
    questions: course.questions.map((one) => ({ ...one, private: one.id === "check-0" })),
  };
  assert.deepEqual(
    checksOf(shy).map(({ id }) => id),
    ["check-1"],
  );
});

test("The location of a page whose id begins with a digit starts with a letter", () => {
  const named: Course = { ...course, modules: [{ id: "one", file: null, pages: ["1st", "Last", "a1"] }] };
  assert.deepEqual(
    [0, 1, 2, 9].map((page) => bookmarkOf(named, page)),
    ["p-1st", "Last", "a1", "p-"],
  );
});

/** A clock that has run for a while, with a way to move its time. */
function clockAt(): { clock: Clock; pass: (milliseconds: number) => void } {
  let now = 5_000;
  return { clock: createClock(() => now, 1_000, 300), pass: (milliseconds) => void (now += milliseconds) };
}

test("Time counts while the page is visible, and from the moment that it is visible again", () => {
  const { clock, pass } = clockAt();
  assert.equal(clock.elapsed(), 0);
  pass(200);
  clock.show(false);
  pass(250);
  assert.deepEqual([clock.elapsed(), clock.isIdle()], [200, true]);
  pass(250);
  clock.show(true);
  assert.equal(clock.isIdle(), false);
  pass(100);
  assert.equal(clock.elapsed(), 300);
});

test("A pause counts up to its limit, and a learner who is active again counts at once", () => {
  const { clock, pass } = clockAt();
  for (let at = 0; at < 4; at++) {
    pass(250);
    clock.tick();
  }
  assert.deepEqual([clock.elapsed(), clock.isIdle()], [1_000, false]);
  pass(1);
  assert.deepEqual([clock.elapsed(), clock.isIdle()], [1_000, true]);
  pass(200);
  clock.touch();
  assert.deepEqual([clock.elapsed(), clock.isIdle()], [1_000, false]);
  pass(100);
  assert.equal(clock.elapsed(), 1_100);
  pass(250);
  clock.show(true); // the page returns: the learner is active
  pass(300);
  pass(0);
  assert.equal(clock.elapsed(), 1_650);
});

test("A gap as long as the sleep of a machine does not count, a shorter one does", () => {
  const { clock, pass } = clockAt();
  pass(300);
  assert.equal(clock.elapsed(), 300);
  pass(301);
  assert.equal(clock.elapsed(), 300);
  const usual = ((now) => {
    const made = createClock(() => now.time);
    return { made, now };
  })({ time: 0 });
  usual.now.time = 90_000;
  assert.equal(usual.made.elapsed(), 90_000);
  usual.now.time = 180_001;
  assert.equal(usual.made.elapsed(), 90_000);
});
