import assert from "node:assert/strict";
import { test } from "node:test";
import { checkOf, createBitReader, createBitWriter, indexBits } from "../../src/browser/player/core/bits";
import { decode, encode, worstCase } from "../../src/browser/player/core/codec";
import type { Course } from "../../src/browser/player/core/course";
import type { EarlierLayout } from "../../src/browser/player/core/course-data";
import { lossOf, migrate } from "../../src/browser/player/core/migrate";
import { numberToOrder, orderToNumber, pack, unpack } from "../../src/browser/player/core/radix";
import {
  fresh,
  higher,
  isAnswered,
  isFinal,
  merge,
  same,
  statuses,
  type CourseState,
} from "../../src/browser/player/core/state";
import { courseOf } from "./support";

// The stored progress at its edges, value by value. The random courses of codec.test.ts rarely reach them.

const course = courseOf({ pages: 5, checks: 3, items: 3 });
const state = (change: Partial<CourseState> = {}): CourseState => ({ ...fresh(course), ...change });
const check = (response: number, tries: number, right: boolean): CourseState["checks"][number] => ({
  response,
  tries,
  right,
});
/** A text with the right checksum. */
const signed = (head: string, hash: string, payload: string): string =>
  `${head}.${hash}.${payload}.${checkOf(`${head}.${hash}.${payload}`)}`;
const [head = "", hash = "", payload = ""] = encode(course, state()).split(".");

test("Bits become text in an order that never changes", () => {
  const writer = createBitWriter();
  assert.equal(writer.text(), "");
  writer.write(0, 6);
  writer.write(25, 6);
  writer.write(26, 6);
  writer.write(52, 6);
  writer.write(62, 6);
  writer.write(63, 6);
  assert.equal(writer.text(), "AZa0-_");
  writer.flag(true);
  assert.equal(writer.text(), "AZa0-_g");
  writer.flag(false);
  writer.write(2 ** 40 + 5, 52);
  assert.equal(writer.text(), "AZa0-_gAQAAAAAF");
  const reader = createBitReader("AZa0-_gAQAAAAAF");
  assert.deepEqual(
    [reader.read(36), reader.flag(), reader.flag()],
    [[0, 25, 26, 52, 62, 63].reduce((sum, digit) => sum * 64 + digit), true, false],
  );
  assert.equal(reader.read(52), 2 ** 40 + 5);
  assert.deepEqual([reader.isPastEnd(), reader.read(9), reader.isPastEnd()], [false, 0, true]);
  assert.equal(createBitReader("!").read(6), 0);
});

test("The checksum is CRC-24, by its published test values", () => {
  assert.equal(checkOf("123456789"), "Ic8C"); // 21cf02
  assert.equal(checkOf(""), "twTO"); // b704ce
  assert.equal(checkOf("\u0169"), checkOf("i"));
});

test("An index takes as few bits as its count allows, at least one", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 8, 9, 500].map((count) => indexBits(count)),
    [1, 1, 1, 2, 2, 3, 3, 4, 9],
  );
});

test("A text with a wrong head, payload or number of parts is damaged, even with a right checksum", () => {
  assert.equal(decode(course, signed(head, hash, payload)).kind, "same");
  for (const other of ["", "a", "b0", "A0", "a1234567", "a_", "xa0", "a0 ", " a0", "aA"])
    assert.equal(decode(course, signed(other, hash, payload)).kind, "damaged", other);
  for (const other of [`${payload}!`, `!${payload}`, `${payload} `])
    assert.equal(decode(course, signed(head, hash, other)).kind, "damaged", other);
  assert.equal(decode(course, `${signed(head, hash, payload)}.AAAA`).kind, "damaged");
  assert.equal(decode(course, `${head}.${hash}.${checkOf(`${head}.${hash}.`)}`).kind, "damaged");
  assert.equal(decode(course, signed("azzzzzz", hash, payload)).kind, "same");
});

test("A stored result above 100 % is read as 100 %, and a page beyond the end as the last page", () => {
  const bits = createBitWriter();
  bits.write(statuses.indexOf("passed"), 2);
  bits.write(12_000, 14);
  bits.write(3, 4);
  bits.flag(true);
  bits.write(5, 12);
  bits.write(7, 3);
  bits.write(0, 20);
  const read = decode(course, signed("a2s", hash, bits.text()));
  assert.ok(read.kind === "same");
  const { revision, status, best, attemptsUsed, met, written, page } = read.state;
  assert.deepEqual([revision, status, best, attemptsUsed, met, written, page], [100, "passed", 10_000, 3, true, 5, 4]);
});

test("No count of a state grows beyond its place in the text", () => {
  const full = state({
    revision: 36 ** 6 + 5,
    attemptsUsed: 40,
    written: 9_999,
    checks: [check(99, 9, true), null, null],
  });
  const read = decode(course, encode(course, full));
  assert.ok(read.kind === "same");
  assert.deepEqual(
    [read.state.revision, read.state.attemptsUsed, read.state.written, read.state.checks[0]],
    [36 ** 6 - 1, 15, 4095, check(1, 3, true)],
  );
});

test("The worst case of a course that draws questions is that of the longest ones", () => {
  const drawing = courseOf({ pages: 3, checks: 2, items: 10, draw: [4] });
  // Status, result, attempts, pass, interactions; the page and three pages; two checks; the attempt and four answers.
  const bits = 2 + 14 + 4 + 1 + 12 + 2 + 3 + (1 + 1 + 3) + (1 + 2 + 3) + 34 + (1 + 5) + (1 + 5) + (1 + 4) + (1 + 4);
  assert.equal(worstCase(drawing), 18 + Math.ceil(bits / 6));
});

test("A state of an earlier release that is shorter than its layout keeps status, result and attempts", () => {
  const layout: EarlierLayout = {
    hash: "0ld_",
    pages: Array.from({ length: 90 }, (_, index) => `page-${index}`),
    questions: course.questions,
    assessment: true,
    draw: [],
  };
  const now: Course = { ...course, hash: "n3w_", earlier: [layout] };
  const old = state({ revision: 77, status: "completed", best: 5_000, attemptsUsed: 2, written: 3 });
  const [, , bits = ""] = encode(course, old).split(".");
  const read = decode(now, signed("a25", "0ld_", bits));
  assert.ok(read.kind === "changed");
  assert.deepEqual(read.kept, {
    revision: 77,
    status: "completed",
    best: 5_000,
    met: false,
    attemptsUsed: 2,
    written: 3,
  });
  // Without the part that reads earlier layouts.
  assert.equal(decode({ ...now, layouts: undefined }, signed("a25", "0ld_", bits)).kind, "changed");
});

test("Each state of an earlier release is read by the layout of that release", () => {
  const layout = (name: string, pages: string[]): EarlierLayout => ({
    hash: name,
    pages,
    questions: [],
    assessment: false,
    draw: [],
  });
  const pages = ["page-4", "page-2", "page-0"];
  const now: Course = { ...course, hash: "n3w_", earlier: [layout("0ld1", ["page-1"]), layout("0ld2", pages)] };
  const old: Course = {
    ...course,
    hash: "0ld2",
    modules: [{ id: "one", file: null, pages }],
    questions: [],
    assessment: null,
  };
  const read = decode(now, encode(old, { ...fresh(old), page: 1, seen: [true, false, true] }));
  assert.ok(read.kind === "same");
  assert.deepEqual([read.state.page, read.state.seen], [2, [true, false, false, false, true]]);
});

test("Of two statuses the higher one counts, and the first of completed and failed", () => {
  const ranked = statuses.map((one) => statuses.map((other) => higher(one, other)));
  assert.deepEqual(ranked, [
    ["incomplete", "completed", "failed", "passed"],
    ["completed", "completed", "completed", "passed"],
    ["failed", "failed", "failed", "passed"],
    ["passed", "passed", "passed", "passed"],
  ]);
  assert.deepEqual([null, ...statuses].map(isFinal), [false, false, true, true, true]);
});

test("A question counts as answered after its first try", () => {
  assert.deepEqual([null, undefined, check(1, 0, true), check(0, 1, false)].map(isAnswered), [
    false,
    false,
    false,
    true,
  ]);
});

test("A fresh state has no progress", () => {
  assert.deepEqual(fresh(course), {
    revision: 0,
    status: "incomplete",
    best: null,
    met: false,
    attemptsUsed: 0,
    written: 0,
    page: 0,
    seen: [false, false, false, false, false],
    checks: [null, null, null],
    attempt: null,
    review: null,
  });
});

test("States are equal if all their values are, and a missing answer equals null", () => {
  const attempt = { seed: 1, submitted: false, responses: [1] };
  const one = state({ attempt });
  assert.ok(same(one, state({ attempt: { ...attempt, responses: [1] } })));
  assert.ok(same(one, state({ attempt: { ...attempt, responses: [1, null] } })));
  assert.ok(same({ a: undefined }, {}));
  assert.ok(same(null, undefined));
  for (const change of [
    { attempt: { ...attempt, responses: [] } },
    { attempt: { ...attempt, responses: [1, 0] } },
    { attempt: { ...attempt, seed: 2 } },
    { attempt: null },
    { seen: [true, false, false, false, false] },
    { checks: [null, check(0, 1, false), null] },
    { revision: 1 },
  ]) {
    assert.ok(!same(one, state({ attempt, ...change })));
    assert.ok(!same(state({ attempt, ...change }), one));
  }
  assert.ok(!same(0, null));
  assert.ok(!same({}, null));
  assert.ok(!same(null, {}));
  assert.ok(!same({}, 1));
  assert.ok(!same(1, {}));
});

test("A merged state has the place and the answers of the newer one, and all that either has reached", () => {
  const older = state({
    revision: 4,
    status: "failed",
    best: 7_000,
    met: true,
    attemptsUsed: 3,
    written: 9,
    page: 1,
    seen: [true, true, false, false, false],
    checks: [check(1, 3, true), check(0, 1, false), null],
    attempt: { seed: 5, submitted: true, responses: [1, 1, 1] },
  });
  const newer = state({
    revision: 5,
    status: "completed",
    best: 6_000,
    attemptsUsed: 1,
    written: 2,
    page: 3,
    seen: [false, false, false, true, false],
    checks: [check(0, 1, false), null, check(2, 2, true)],
  });
  const merged = {
    revision: 5,
    status: "completed",
    best: 7_000,
    met: true,
    attemptsUsed: 3,
    written: 9,
    page: 3,
    seen: [true, true, false, true, false],
    checks: [check(0, 3, true), check(0, 1, false), check(2, 2, true)],
    attempt: { seed: 5, submitted: true, responses: [1, 1, 1] },
    review: null,
  };
  assert.deepEqual(merge(older, newer), merged);
  assert.deepEqual(merge(newer, older), merged);
  const attempt = { seed: 6, submitted: false, responses: [] };
  assert.deepEqual(merge(older, { ...newer, attempt }).attempt, attempt);
  assert.deepEqual(
    [
      [null, 6_000],
      [6_000, null],
      [null, null],
      [8_000, 6_000],
    ].map(([one, other]) => merge(state({ best: one ?? null }), state({ best: other ?? null })).best),
    [6_000, 6_000, null, 8_000],
  );
  // Of two writes with one number, the first stays.
  assert.equal(merge(state({ page: 1 }), state({ page: 2 })).page, 1);
  const shorter = { ...older, seen: [true], checks: [] };
  assert.deepEqual(merge(newer, shorter).seen, [true, false, false, true, false]);
  assert.deepEqual(merge(newer, shorter).checks, newer.checks);
});

test("Only an answer whose question has the same kind, number of options and width moves to a new release", () => {
  const answered = state({
    page: 3,
    seen: [true, false, false, true, false],
    checks: [check(1, 1, true), check(2, 2, false), check(1, 1, true)],
    attempt: { seed: 9, submitted: false, responses: [1, null, null] },
  });
  const changed = (id: string, change: object): Course => ({
    ...course,
    questions: course.questions.map((question) =>
      question.id === id ? { ...question, page: "page-4", ...change } : question,
    ),
  });
  const moved = (to: Course): (number | null)[] =>
    migrate(answered, course, to).checks.map((one) => one?.response ?? null);
  assert.deepEqual(moved(course), [1, 2, 1]);
  for (const change of [{ kind: "ordering" }, { options: 9 }, { bits: 7 }, { id: "other" }])
    assert.deepEqual(moved(changed("check-1", change)), [1, null, 1]);
  assert.deepEqual(lossOf(answered, course, changed("check-1", { options: 9 }))?.pages, ["page-4"]);
  const both = changed("check-1", { options: 9 });
  const twice: Course = {
    ...both,
    questions: both.questions.map((one) => (one.id === "check-2" ? { ...one, bits: 9, page: "page-4" } : one)),
  };
  assert.deepEqual(lossOf(answered, course, twice)?.pages, ["page-4"]);
  assert.equal(lossOf(answered, course, course), null);
});

test("A running attempt moves to a new release only if none of its questions has changed", () => {
  const running = state({ attempt: { seed: 9, submitted: false, responses: [1, null, null] } });
  const to = (questions: Course["questions"]): Course => ({ ...course, questions });
  const { questions } = course;
  assert.deepEqual(migrate(running, course, course).attempt, running.attempt);
  const more = to([...questions, { ...questions[5]!, id: "item-3" }]);
  const fewer = to(questions.slice(0, -1));
  const turned = to([...questions].reverse());
  const changed = to(questions.map((one) => (one.id === "item-1" ? { ...one, kind: "ordering" } : one)));
  for (const other of [more, fewer, turned, changed]) {
    assert.equal(migrate(running, course, other).attempt, null);
    assert.deepEqual(lossOf(running, course, other), { isUpdate: true, place: true, pages: ["page-0"] });
  }
  const none = { ...course, assessment: null };
  assert.equal(migrate(running, course, none).attempt, null);
  assert.equal(lossOf(running, course, none), null);
  // An attempt without answers is not missed.
  const begun = state({ attempt: { seed: 9, submitted: false, responses: [null, null, null] } });
  assert.equal(lossOf(begun, course, more), null);
  assert.equal(lossOf(state(), course, more), null);
});

test("A learner whose page was removed starts at the first page, and keeps the pages seen", () => {
  const there = state({ page: 3, seen: [true, false, true, true, false], status: "completed", met: true, written: 6 });
  const to: Course = { ...course, modules: [{ id: "one", file: null, pages: ["new", "page-4", "page-2", "page-0"] }] };
  const after = migrate(there, course, to);
  assert.deepEqual([after.page, after.seen], [0, [false, false, true, true]]);
  assert.deepEqual([after.status, after.met, after.written], ["completed", true, 6]);
  assert.deepEqual(lossOf(there, course, to), { isUpdate: true, place: false, pages: [] });
  assert.equal(migrate({ ...there, page: 2 }, course, to).page, 2);
  // A page that the earlier release did not have either.
  assert.equal(migrate({ ...there, page: 99 }, course, to).page, 0);
});

test("Parts of an answer are packed by fixed places, and a part that is too large becomes the largest", () => {
  assert.equal(pack([1, 2, 3], [4, 5, 6]), 1 + 4 * (2 + 5 * 3));
  assert.equal(pack([9, 9], [4, 5]), 3 + 4 * 4);
  assert.equal(pack([], [4, 5]), 0);
  assert.deepEqual(unpack(69, [4, 5, 6]), [1, 2, 3]);
  assert.equal(orderToNumber([0, 1, 2, 3]), 0);
  assert.equal(orderToNumber([3, 2, 1, 0]), 23);
  assert.equal(orderToNumber([2, 0, 1]), 2);
  assert.deepEqual(numberToOrder(2, 3), [2, 0, 1]);
  assert.deepEqual(numberToOrder(23, 4), [3, 2, 1, 0]);
});
