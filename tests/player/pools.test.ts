import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answerCheck,
  answerItem,
  attemptPasses,
  nextSeed,
  percent,
  startAttempt,
  submitAttempt,
} from "../../src/browser/player/core/answers";
import { decode, encode } from "../../src/browser/player/core/codec";
import type { Course } from "../../src/browser/player/core/course";
import { itemsOf } from "../../src/browser/player/core/course-data";
import { drawn } from "../../src/browser/player/core/draw";
import { needsOf } from "../../src/browser/player/core/gates";
import { attemptsLeft, hasPassed, visit } from "../../src/browser/player/core/progress";
import { fresh, type CourseState } from "../../src/browser/player/core/state";
import { courseOf, randoms } from "./support";

// Known failures of question pools and retries in other tools, one test per failure.
const random = randoms(9);
const course = courseOf({ pages: 3, checks: 2, items: 12, draw: [4], attempts: 3 });
const begin = (of: Course, state: CourseState = fresh(of)): CourseState =>
  startAttempt(state, nextSeed(state.attempt?.seed ?? null, random(2 ** 32)));
const credits = (right: readonly number[]): number[] =>
  itemsOf(course).map((_, index) => Number(right.includes(index)));

test("An attempt with drawn questions is scored by those questions, and can be submitted", () => {
  const state = begin(course);
  const asked = drawn(course, state.attempt!.seed);
  assert.equal(percent(course, state.attempt!.seed, credits(asked)), 10_000);
  assert.equal(percent(course, state.attempt!.seed, credits(asked.slice(0, 3))), 7_500);
  const handed = submitAttempt(state, course, credits(asked));
  assert.equal(handed.status, "passed");
  assert.equal(handed.attempt?.submitted, true);
});

test("Every attempt has as many questions of a pool as its draw says, and none repeats before all others came", () => {
  for (let round = 0; round < 120; round++) {
    // As the compiler writes them: critical questions are pools of their own, of which all are drawn (DrawsTests).
    const items = 10 + random(30);
    const pools = Array.from({ length: 2 + random(5) }, (): number[] => []);
    for (let index = 0; index < items; index++) pools[random(pools.length)]?.push(index);
    const draw = pools
      .filter((of) => of.length > 0)
      .map((of) => ({ of, count: random(3) === 0 ? of.length : 1 + random(of.length) }));
    const plain = courseOf({ pages: 1, checks: 0, items });
    const drawing = { ...plain, assessment: { ...plain.assessment!, draw } };
    let seed: number | null = null;
    const waiting = draw.map(({ of }) => new Set(of));
    // After sixteen attempts the decks are shuffled again.
    for (let attempt = 0; attempt < 16; attempt++) {
      seed = nextSeed(seed, random(2 ** 32));
      const asked = drawn(drawing, seed);
      assert.equal(new Set(asked).size, asked.length);
      draw.forEach(({ of, count }, at) => {
        const own = asked.filter((index) => of.includes(index));
        assert.equal(own.length, count);
        if (count === of.length) return assert.deepEqual(own, of);
        // Those that repeat do so only when all others were asked.
        const open = waiting[at]!;
        const again = own.filter((index) => !open.has(index));
        for (const index of own) open.delete(index);
        if (again.length === 0) return;
        assert.equal(open.size, 0);
        for (const index of of) if (!again.includes(index)) open.add(index);
      });
    }
  }
});

test("Resuming an attempt restores its drawn questions and their answers, and no others", () => {
  let state = begin(course);
  const asked = drawn(course, state.attempt!.seed);
  for (const index of asked) state = answerItem(state, index, 1);
  const back = decode(course, encode(course, state));
  assert.ok(back.kind === "same");
  assert.deepEqual(drawn(course, back.state.attempt!.seed), asked);
  back.state.attempt!.responses.forEach((response, index) => assert.equal(response !== null, asked.includes(index)));
});

test("An update that changes the pool starts a new attempt, and keeps results and used attempts", () => {
  const handed = submitAttempt(begin(course), course, credits([]));
  const open = begin(course, handed);
  const { assessment } = course;
  const now: Course = {
    ...course,
    hash: "n3w_",
    assessment: { ...assessment!, draw: [{ count: 5, of: itemsOf(course).map((_, index) => index) }] },
    earlier: [
      {
        hash: course.hash,
        pages: course.modules[0]!.pages,
        questions: course.questions,
        assessment: true,
        draw: assessment!.draw,
      },
    ],
  };
  const read = decode(now, encode(course, open));
  assert.ok(read.kind === "same");
  assert.equal(read.state.attempt, null);
  assert.equal(read.state.attemptsUsed, 1);
  assert.equal(drawn(now, begin(now, read.state).attempt!.seed).length, 5);
});

test("A retry draws new questions while there are any, and attempts are counted down to zero", () => {
  let state = begin(course);
  const seen = new Set<number>();
  for (let attempt = 0; attempt < 3; attempt++) {
    for (const index of drawn(course, state.attempt!.seed)) {
      assert.ok(!seen.has(index));
      seen.add(index);
    }
    state = submitAttempt(state, course, credits([]));
    assert.equal(attemptsLeft(state, course), 2 - attempt);
    if (attempt < 2) state = begin(course, state);
  }
  assert.equal(state.status, "failed");
});

test("An attempt with a wrong critical question fails whatever its score, and a later attempt can pass", () => {
  const strict = {
    ...course,
    questions: course.questions.map((question) => ({ ...question, critical: question.id === "item-0" })),
    assessment: { ...course.assessment!, draw: [] },
  };
  const all = itemsOf(strict).map((_, index) => index);
  const state = submitAttempt(begin(strict), strict, credits(all.slice(1)));
  assert.ok((state.best ?? 0) >= 8_000);
  assert.ok(!hasPassed(state, strict));
  assert.ok(attemptPasses(strict, 0, credits(all)));
  assert.ok(hasPassed(submitAttempt(begin(strict, state), strict, credits(all)), strict));
});

test("The course decides which of several results counts, and a pass remains a pass", () => {
  const of = (keep: "best" | "last" | "first"): CourseState => {
    const rules = { ...course, assessment: { ...course.assessment!, keep, draw: [] } };
    const all = itemsOf(rules).map((_, index) => index);
    const first = submitAttempt(begin(rules), rules, credits(all));
    return submitAttempt(begin(rules, first), rules, credits([0]));
  };
  assert.deepEqual([of("best").best, of("last").best, of("first").best], [10_000, 833, 10_000]);
  assert.equal(of("last").status, "passed");
});

test("A page opens when its needs are met, and a passed pre-test marks pages as seen", () => {
  const gated = {
    ...course,
    gates: [{ page: 2, needs: [{ page: 0 }, { check: 1 }, { score: 50 }] }],
    pretests: [{ right: 1, checks: [0], pages: [1] }],
  };
  let state = fresh(gated);
  assert.equal(needsOf(gated, state, 2).length, 3);
  state = visit(state, gated, 0);
  state = answerCheck(state, gated, 1, 1, false);
  assert.equal(needsOf(gated, state, 2).length, 2);
  state = answerCheck(state, gated, 1, 0, true);
  state = submitAttempt(begin(gated, state), gated, credits(itemsOf(gated).map((_, index) => index)));
  assert.deepEqual(needsOf(gated, state, 2), []);
  assert.equal(state.seen[1], false);
  assert.equal(answerCheck(state, gated, 0, 0, true).seen[1], true);
});
