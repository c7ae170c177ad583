import assert from "node:assert/strict";
import { test } from "node:test";
import { launch, type Record12, type StrictLms } from "../../src/browser/lms/strict";
import { nextSeed, startAttempt, submitAttempt } from "../../src/browser/player/core/answers";
import { decode, encode } from "../../src/browser/player/core/codec";
import type { Course } from "../../src/browser/player/core/course";
import { itemsOf, pagesOf, type EarlierLayout } from "../../src/browser/player/core/course-data";
import { drawn } from "../../src/browser/player/core/draw";
import { attemptsLeft, hasPassed, visit } from "../../src/browser/player/core/progress";
import { fresh, isInReview, merge, type CourseState } from "../../src/browser/player/core/state";
import type { Scorm12Api } from "../../src/browser/player/lms/find-api";
import { Scorm12 } from "../../src/browser/player/lms/scorm12";
import { startSession, type Session } from "../../src/browser/player/lms/session";
import { courseOf, parts, randoms } from "./support";
import { World } from "./world";

// An assessment that closes after failed attempts until the pages about the wrong answers were opened (review_after).

const course = courseOf({
  pages: 6,
  checks: 2,
  items: 12,
  draw: [5],
  reviewAfter: 3,
  tracking: { report: "passed-incomplete" },
});
const random = randoms(31);

/** Submits one attempt with the given answers right, by position among the drawn questions. */
function attempt(of: Course, state: CourseState, isRight: (at: number) => boolean): CourseState {
  const begun = startAttempt(state, nextSeed(state.attempt?.seed ?? null, random(2 ** 32)));
  const asked = drawn(of, begun.attempt!.seed);
  return submitAttempt(
    begun,
    of,
    itemsOf(of).map((_, index) => Number(asked.includes(index) && isRight(asked.indexOf(index)))),
  );
}
const fail = (of: Course, state: CourseState, times = 1): CourseState =>
  times === 0
    ? state
    : fail(
        of,
        attempt(of, state, () => false),
        times - 1,
      );
const openAll = (of: Course, state: CourseState): CourseState =>
  (state.review?.pages ?? []).reduce((now, page) => visit(now, of, page), state);

test("After the third failed attempt the assessment closes until the pages of its wrong answers were opened", () => {
  let state = fail(course, fresh(course), 2);
  assert.ok(!isInReview(state));
  state = attempt(course, state, (at) => at === 0);
  const asked = drawn(course, state.attempt!.seed);
  const named = asked.slice(1).map((index) => pagesOf(course).indexOf(itemsOf(course)[index]!.review!));
  assert.deepEqual(
    state.review?.pages,
    [...new Set(named)].sort((a, b) => a - b),
  );
  for (const page of [...new Set(named)]) {
    assert.ok(isInReview(state));
    state = visit(state, course, page);
    assert.ok(!state.review?.pages.includes(page));
  }
  assert.ok(!isInReview(state));
});

test("A page that was opened before the assessment closed must be opened again", () => {
  let state = pagesOf(course).reduce((now, _, page) => visit(now, course, page), fresh(course));
  state = fail(course, state, 3);
  assert.ok(isInReview(state));
  assert.ok(!isInReview(openAll(course, state)));
});

test("The count starts again when the assessment has closed, and so on without an end", () => {
  let state = fresh(course);
  for (let round = 0; round < 8; round++) {
    for (let failed = 0; failed < 3; failed++) {
      assert.ok(!isInReview(state));
      state = fail(course, state);
    }
    assert.ok(isInReview(state));
    state = openAll(course, state);
  }
  assert.equal(attemptsLeft(state, course), Infinity);
  state = attempt(course, state, () => true);
  assert.ok(hasPassed(state, course));
  assert.equal(state.status, "passed");
});

test("An assessment that was passed never closes, and a pass is never taken back", () => {
  const passed = attempt(course, fail(course, fresh(course), 2), () => true);
  const later = fail(course, passed, 5);
  assert.ok(!isInReview(later));
  assert.equal(later.status, "passed");
});

test("A wrong critical question counts as a failed attempt, and its page is named", () => {
  const strict: Course = {
    ...course,
    assessment: { ...course.assessment!, draw: [] },
    questions: course.questions.map((question) => ({ ...question, critical: question.id === "item-7" })),
  };
  const state = attempt(strict, fail(strict, fresh(strict), 2), (at) => at !== 7);
  assert.ok((state.best ?? 0) > 9_000);
  assert.deepEqual(state.review?.pages, [pagesOf(strict).indexOf(itemsOf(strict)[7]!.review!)]);
});

test("An assessment never closes if no page would open it again", () => {
  const silent: Course = { ...course, questions: course.questions.map((one) => ({ ...one, review: null })) };
  const state = fail(silent, fresh(silent), 20);
  assert.ok(!isInReview(state));
  const read = decode(silent, encode(silent, state));
  assert.ok(read.kind === "same");
  assert.deepEqual(read.state.review, { failed: 15, pages: [] });
});

test("A closed assessment is restored from the LMS on another device, at every step", () => {
  for (let round = 0; round < 40; round++) {
    let state = fresh(course);
    for (let step = 0; step < 20; step++) {
      state = isInReview(state) || random(4) === 0 ? visit(state, course, random(6)) : fail(course, state);
      const read = decode(course, encode(course, state));
      assert.ok(read.kind === "same");
      assert.deepEqual(read.state.review, state.review);
    }
  }
});

test("Of two copies of the progress, the newer decides whether the assessment is closed", () => {
  const closed = { ...fail(course, fresh(course), 3), revision: 5 };
  const opened = { ...openAll(course, closed), revision: 6 };
  assert.ok(!isInReview(merge(closed, opened)));
  assert.ok(!isInReview(merge(opened, closed)));
  assert.ok(isInReview(merge(closed, { ...fresh(course), revision: 1 })));
});

const layoutOf = (of: Course): EarlierLayout => ({
  hash: of.hash,
  pages: pagesOf(of),
  questions: of.questions,
  assessment: true,
  draw: of.assessment?.draw ?? [],
  ...(of.assessment?.reviewAfter ? { review: true } : {}),
});

/** The next release, with other pages, which reads the states of `before`. */
const releaseWith = (before: Course, pages: string[], reviewAfter?: number): Course => {
  const { reviewAfter: _, ...rules } = before.assessment!;
  return {
    ...before,
    hash: "n3w_",
    modules: [{ id: "one", file: null, pages }],
    assessment: { ...rules, ...(reviewAfter ? { reviewAfter } : {}) },
    earlier: [layoutOf(before)],
  };
};

test("A newer package keeps an assessment closed, by the ids of the pages that are still there", () => {
  const closed = fail(course, fresh(course), 3);
  const ids = closed.review!.pages.map((page) => pagesOf(course)[page]!);
  const [gone, ...kept] = ids;
  const next = releaseWith(
    course,
    ["brand-new", ...pagesOf(course).reverse()].filter((id) => id !== gone),
    3,
  );
  const read = decode(next, encode(course, closed));
  assert.ok(read.kind === "same");
  assert.deepEqual(read.state.review?.pages.map((page) => pagesOf(next)[page]).sort(), kept.sort());
  assert.ok(isInReview(read.state));
  assert.ok(!isInReview(openAll(next, read.state)));
});

test("A newer package without the pages, or whose assessment never closes, opens the assessment", () => {
  const closed = fail(course, fresh(course), 3);
  const text = encode(course, closed);
  for (const next of [releaseWith(course, ["brand-new"], 3), releaseWith(course, pagesOf(course))]) {
    const read = decode(next, text);
    assert.ok(read.kind === "same");
    assert.ok(!isInReview(read.state));
    assert.equal(read.state.attemptsUsed, 3);
    assert.ok(decode(next, encode(next, read.state)).kind === "same");
  }
});

test("A package whose assessment closes restores learners of a package whose assessment did not", () => {
  const before = courseOf({ pages: 6, checks: 2, items: 12, draw: [5] });
  const state = fail(before, fresh(before), 7);
  assert.equal(state.review, null);
  const next = releaseWith(before, pagesOf(before), 3);
  const read = decode(next, encode(before, state));
  assert.ok(read.kind === "same");
  assert.deepEqual(read.state, {
    ...state,
    revision: 0,
    review: { failed: 0, pages: [] },
    attempt: read.state.attempt,
  });
});

test("A course whose assessment never closes stores the same bits as before", () => {
  const never = courseOf({ pages: 6, checks: 2, items: 12, draw: [5] });
  for (let round = 0; round < 50; round++) {
    const closing = fail(course, fresh(course), random(3));
    const text = encode(never, { ...closing, review: null });
    const [, , bits = ""] = text.split(".");
    const [, , more = ""] = encode(course, closing).split(".");
    // Only bits at the end are added: the last character may have some of them.
    assert.ok(more.startsWith(bits.slice(0, -1)));
    assert.ok(more.length - bits.length <= 1);
  }
});

// The LMS.

interface Launched {
  readonly lms: StrictLms;
  readonly world: World;
  readonly session: Session;
}

function begin(before: Record12): Launched {
  const lms = launch(before);
  const api = new Scorm12(lms.API as unknown as Scorm12Api);
  api.initialize();
  const world = new World();
  return { lms, world, session: startSession(course, api, world, parts) };
}

const set = ({ lms }: Launched, element: string): string[] =>
  lms.calls.flatMap(({ name, args }) => (name === "LMSSetValue" && args[0] === element ? [args[1] ?? ""] : []));

test("Before a pass the LMS gets “incomplete” only, never “failed”, however many attempts fail; the pass stays", () => {
  let stored: Record12 = {};
  const statuses: string[] = [];
  const scores: string[] = [];
  /** One launch on a device of its own, closed at its end. */
  const visitWith = (act: (session: Session) => void): Session => {
    const it = begin(stored);
    act(it.session);
    it.world.pass(2_000);
    it.world.happen("gone");
    statuses.push(...set(it, "cmi.core.lesson_status"));
    scores.push(...set(it, "cmi.core.score.raw"));
    assert.deepEqual(
      it.lms.calls.filter(({ error }) => error !== "0"),
      [],
    );
    stored = it.lms.stored();
    return it.session;
  };
  const failing = (session: Session): void => session.update(fail(course, session.state), "now");

  for (let round = 0; round < 6; round++) {
    for (let failed = 0; failed < 3; failed++) {
      assert.ok(!isInReview(visitWith(failing).state) || failed === 2);
      assert.equal(stored["cmi.core.lesson_status"], "incomplete");
    }
    const closed = begin(stored).session.state;
    assert.ok(isInReview(closed));
    for (const page of closed.review!.pages)
      visitWith((session) => session.update(visit(session.state, course, page), "soon"));
    assert.ok(!isInReview(begin(stored).session.state));
  }
  assert.equal(begin(stored).session.state.attemptsUsed, 15); // the state counts no more
  assert.deepEqual([...new Set(statuses)], ["incomplete"]);
  assert.deepEqual([...new Set(scores)], ["0"]);

  statuses.length = 0;
  visitWith((session) =>
    session.update(
      attempt(course, session.state, () => true),
      "now",
    ),
  );
  assert.deepEqual([...new Set(statuses)], ["incomplete", "completed", "passed"]);
  assert.equal(stored["cmi.core.lesson_status"], "passed");
  for (let after = 0; after < 4; after++) visitWith(failing);
  assert.equal(stored["cmi.core.lesson_status"], "passed");
  assert.equal(stored["cmi.core.score.raw"], "100");
  assert.ok(!statuses.includes("failed"));
});
