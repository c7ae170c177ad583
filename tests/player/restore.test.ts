import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "../../src/browser/player/core/codec";
import type { Course } from "../../src/browser/player/core/course";
import type { PriorResult } from "../../src/browser/player/core/report";
import { fresh, type CourseState } from "../../src/browser/player/core/state";
import { restore, type Beginning } from "../../src/browser/player/lms/restore";
import { digest, type Kept } from "../../src/browser/player/lms/snapshot";
import { entry, FakeLms } from "./fakes";
import { courseOf } from "./support";

// The state to start with, from what the LMS and the device have (lms/restore.ts).

const course = courseOf({ pages: 4, checks: 2, items: 3, attempts: 2 });
/** The same course as another release built it, whose layout this one does not know. */
const other: Course = { ...course, hash: "0ther" };

const state = (more: Partial<CourseState> = {}): CourseState => ({ ...fresh(course), revision: 3, ...more });
const text = (more: Partial<CourseState> = {}, of = course): string => encode(of, state(more));
const answered = { checks: [{ response: 1, tries: 1, right: true }, null] };
const finished = { status: "passed", best: 9_500, met: true } as const;

interface Given {
  /** What the LMS has; null without an LMS. */
  lms?: { stored?: string; place?: string; prior?: PriorResult; threw?: boolean } | null;
  copy?: Partial<Kept> | null;
  anonymous?: string | null;
}

function begun({ lms = {}, copy = null, anonymous = null }: Given, of = course): Beginning {
  const snapshot = {
    key: "key",
    read: () => copy && { text: "", confirmed: false, ...copy },
    readAnonymous: () => anonymous,
    removeAnonymous: () => undefined,
    write: () => undefined,
    remove: () => undefined,
  };
  return restore(of, lms && Object.assign(new FakeLms(), lms), snapshot, () => 5);
}

test("Progress that came from this device is called restored only if the LMS had it and lost it", () => {
  const copy = { text: text(answered) };
  const isRestored = (given: Given): boolean => begun(given).restored;
  assert.equal(isRestored({ copy: { ...copy, confirmed: true } }), true);
  assert.equal(isRestored({ copy: { ...copy, reported: true } }), true);
  assert.equal(isRestored({ copy: { ...copy, reported: false } }), false);
  assert.equal(isRestored({ copy }), false);
  assert.equal(isRestored({ lms: null, copy: { ...copy, confirmed: true, reported: true } }), false);
  assert.equal(isRestored({ lms: { threw: true }, copy: { ...copy, confirmed: true, reported: true } }), false);
  // The LMS has an older state of the same attempt.
  const older = { stored: text({ revision: 2 }) };
  assert.equal(isRestored({ lms: older, copy: { ...copy, reported: true } }), true);
  assert.equal(isRestored({ lms: older, copy }), false);
  assert.equal(isRestored({ lms: { stored: text(answered) }, copy: { ...copy, reported: true } }), false);
});

test("Without an LMS a finished course goes on where it was, without a question", () => {
  for (const confirmed of [true, false]) {
    const { state, offer, resumed } = begun({ lms: null, copy: { text: text(finished), confirmed } });
    assert.deepEqual([state.status, state.best, offer, resumed], ["passed", 9_500, null, true]);
  }
});

test("Finished work is offered only if the LMS has nothing; from a damaged state the copy goes on", () => {
  const copy = { text: text(finished), confirmed: true };
  assert.equal(begun({ copy }).offer?.status, "passed");
  assert.equal(begun({ copy }).resumed, false);
  const damaged = begun({ lms: { stored: `${text()}x` }, copy });
  assert.deepEqual([damaged.offer, damaged.state.status], [null, "passed"]);
  assert.equal(begun({ copy: { ...copy, confirmed: false } }).offer, null);
});

test("Of a damaged state only the bookmarked page comes back, also the first, and none without a bookmark", () => {
  const stored = `${text(answered)}x`;
  for (const page of [0, 2]) {
    const { state, resumed, loss } = begun({ lms: { stored, place: `page-${page}` } });
    assert.deepEqual([state.page, resumed, loss], [page, true, { isUpdate: false, place: true, pages: null }]);
  }
  for (const lms of [{ stored, place: "" }, { stored, place: "unknown" }, { place: "page-2" }]) {
    const { state, resumed, loss } = begun({ lms });
    assert.deepEqual([state.page, resumed, loss], [0, false, null]);
  }
});

test("After an update the bookmarked page comes back with the progress, also the first, or is missed", () => {
  const lost = (place: string): unknown => begun({ lms: { stored: text(answered, other), place } }).loss;
  assert.deepEqual(lost("page-0"), { isUpdate: true, place: true, pages: null });
  assert.deepEqual(lost("page-3"), { isUpdate: true, place: true, pages: null });
  assert.deepEqual(lost(""), { isUpdate: true, place: false, pages: null });
});

test("The loss in offered work is that of the finished work, or else that of work made without an LMS", () => {
  const update = { isUpdate: true, place: false, pages: null };
  const old = encode(other, state(finished));
  assert.deepEqual(begun({ copy: { text: old, confirmed: true } }).offerLoss, update);
  const both = begun({ copy: { text: old, confirmed: true }, anonymous: text(answered) });
  assert.deepEqual([both.offer?.status, both.offer?.checks[0]?.right, both.offerLoss], ["passed", true, update]);
  assert.deepEqual(begun({ anonymous: text(answered, other) }).offerLoss, update);
  assert.equal(begun({ anonymous: text(answered) }).offerLoss, null);
  assert.equal(begun({ lms: { stored: text() } }).offer, null);
});

test("A result that the LMS still has without a state is taken over, and lowers nothing that the device has", () => {
  const scored = (prior: PriorResult, more: Partial<Given> = {}, of = course): unknown[] => {
    const { status, best, met } = begun({ ...more, lms: { prior } }, of).state;
    return [status, best, met];
  };
  assert.deepEqual(scored({ status: "completed", score: 7_000 }), ["completed", 7_000, false]);
  assert.deepEqual(scored({ status: "passed", score: 9_000 }), ["passed", 9_000, true]);
  assert.deepEqual(scored({ status: "passed", score: null }), ["passed", null, true]);
  assert.deepEqual(scored({ status: "failed", score: 4_000 }), ["incomplete", null, false]);
  const copy = { text: text(finished) };
  assert.deepEqual(scored({ status: "completed", score: 9_000 }, { copy }), ["passed", 9_500, true]);
  assert.deepEqual(scored({ status: "passed", score: 9_900 }, { copy }), ["passed", 9_900, true]);
  const silent: Course = { ...course, tracking: { ...course.tracking, score: "none" } };
  assert.deepEqual(scored({ status: "passed", score: 9_000 }, {}, silent), ["passed", null, true]);
  const read: Course = { ...course, tracking: { ...course.tracking, completedBy: ["pages"] } };
  const seen = begun({ lms: { prior: { status: "completed", score: null } } }, read).state.seen;
  assert.deepEqual(seen, [true, true, true, true]);
  assert.ok(!begun({ lms: { prior: { status: "completed", score: null } } }).state.seen.some(Boolean));
});

test("Interactions are written again unless the state of the LMS shows that they arrived", () => {
  const entries = [entry(4), entry(5), entry(6)];
  const copy = { text: text({ ...answered, revision: 5 }), entries };
  const waiting = (stored: string, more: Partial<Kept> = {}): number[] =>
    begun({ lms: { stored }, copy: { ...copy, ...more } }).entries.map(({ index }) => index);
  assert.deepEqual(waiting(""), [4, 5, 6]);
  assert.deepEqual(waiting(text({ revision: 4 })), [4, 5, 6]);
  assert.deepEqual(waiting(copy.text), []);
  // Another device went on from everything, on its own page.
  assert.deepEqual(waiting(text({ ...answered, revision: 9, page: 3 })), []);
  assert.deepEqual(waiting(text({ ...answered, revision: 0, page: 3 })), []);
  // It went on from the first commit that was not proven.
  const arrival = { text: text({ page: 1, seen: [true, false, false, false] }), count: 2 };
  assert.deepEqual(waiting(text({ revision: 9, seen: [true, true, false, false] }), { arrival }), [6]);
  assert.deepEqual(waiting(text({ revision: 9 }), { arrival }), [4, 5, 6]);
  assert.deepEqual(begun({ copy: { text: copy.text } }).entries, []);
});

test("The history is the same only if this device sent the state that the LMS has", () => {
  const stored = text();
  const isSame = (copy: Partial<Kept> | null): boolean => begun({ lms: { stored }, copy }).isSameHistory;
  assert.equal(isSame({ sent: ["x", digest(stored)] }), true);
  assert.equal(isSame({ sent: ["x"] }), false);
  assert.equal(isSame({}), false);
  assert.equal(isSame(null), false);
});
