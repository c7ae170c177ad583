import { checkOf, createBitReader, createBitWriter, indexBits, type BitReader, type BitWriter } from "./bits";
import type { Course, Loss } from "./course";
import { checksOf, itemsOf } from "./course-data";
import { drawn } from "./draw";
import { fresh, statuses, type Attempt, type CheckState, type CourseState, type Review } from "./state";

// Format: <version><revision, base 36>.<hash of the course's layout>.<bits>.<checksum>. The first character is a
// letter: one LMS compares numeric-looking strings as numbers and then does not store a change.
const version = "a";
// Widths in bits.
const statusBits = 2;
const bestBits = 14;
const attemptsBits = 4;
const writtenBits = 12;
const triesBits = 2;
const seedBits = 32;
const failedBits = 4;
const noBest = 2 ** bestBits - 1;
const maxRevision = 36 ** 6 - 1;

/** The part of the state that is independent of the course's layout: status, best score, attempts. */
export type Kept = Pick<CourseState, "revision" | "status" | "best" | "met" | "attemptsUsed" | "written">;

export type Decoded =
  | { readonly kind: "same"; readonly state: CourseState; readonly loss?: Loss | null }
  | { readonly kind: "changed"; readonly kept: Kept }
  | { readonly kind: "damaged" }
  | { readonly kind: "empty" };

export function encode(course: Course, state: CourseState): string {
  const bits = createBitWriter();
  bits.write(statuses.indexOf(state.status), statusBits);
  bits.write(state.best ?? noBest, bestBits);
  bits.write(state.attemptsUsed, attemptsBits);
  bits.flag(state.met);
  bits.write(state.written, writtenBits);
  bits.write(state.page, indexBits(state.seen.length));
  for (const seen of state.seen) bits.flag(seen);
  checksOf(course).forEach((question, index) => writeCheck(bits, state.checks[index] ?? null, question.bits));
  if (course.assessment) writeAttempt(bits, course, state.attempt);
  if (state.review) writeReview(bits, state.review, state.seen.length);
  const text = `${version}${Math.min(state.revision, maxRevision).toString(36)}.${course.hash}.${bits.text()}`;
  return `${text}.${checkOf(text)}`;
}

/**
 * The longest state of a course, in characters. The compiler calculates the same (StateLayout) and refuses a course
 * whose state may become too long.
 */
export function worstCase(course: Course): number {
  const empty = fresh(course);
  const full: CourseState = {
    ...empty,
    revision: maxRevision,
    checks: checksOf(course).map(() => ({ response: 0, tries: 0, right: false })),
    attempt: { seed: 0, submitted: false, responses: itemsOf(course).map(() => 0) },
    review: empty.review && { failed: 0, pages: [0] },
  };
  return encode(withWidestDraw(course), full).length;
}

/** The course as if each draw took the questions with the longest responses. */
function withWidestDraw(course: Course): Course {
  const items = itemsOf(course);
  const widest = (of: readonly number[]): number[] =>
    [...of].sort((a, b) => (items[b]?.bits ?? 0) - (items[a]?.bits ?? 0));
  const draw = course.assessment?.draw.map(({ count, of }) => ({ count, of: widest(of).slice(0, count) }));
  return course.assessment && draw ? { ...course, assessment: { ...course.assessment, draw } } : course;
}

/** Reads a state. Never throws: an LMS may return any text. */
export function decode(course: Course, text: string): Decoded {
  if (text === "") return { kind: "empty" };
  const parts = text.split(".");
  const [head = "", hash = "", payload = "", check = ""] = parts;
  const whole =
    parts.length === 4 &&
    /^a[0-9a-z]{1,6}$/.test(head) &&
    /^[\w-]*$/.test(payload) &&
    checkOf(`${head}.${hash}.${payload}`) === check;
  if (!whole) return { kind: "damaged" };
  const bits = createBitReader(payload);
  const kept = readKept(bits, parseInt(head.slice(1), 36));
  if (hash !== course.hash) return earlier(course, hash, payload, kept);
  const state = readRest(bits, course, kept);
  return bits.isPastEnd() ? { kind: "damaged" } : { kind: "same", state };
}

/** Reads the progress of an earlier release: all of it where the layout is known, else what is independent of it. */
function earlier(course: Course, hash: string, payload: string, kept: Kept): Decoded {
  const layout = course.earlier.find((known) => known.hash === hash);
  const { layouts } = course;
  if (!layout || !layouts) return { kind: "changed", kept };
  const old = layouts.courseOf(course, layout);
  const bits = createBitReader(payload);
  const state = readRest(bits, old, readKept(bits, kept.revision));
  if (bits.isPastEnd()) return { kind: "changed", kept };
  return { kind: "same", state: layouts.migrate(state, old, course), loss: layouts.lossOf(state, old, course) };
}

function writeCheck(bits: BitWriter, check: CheckState | null, responseBits: number): void {
  bits.flag(check !== null);
  if (!check) return;
  bits.write(check.response, responseBits);
  bits.write(check.tries, triesBits);
  bits.flag(check.right);
}

function writeAttempt(bits: BitWriter, course: Course, attempt: Attempt | null): void {
  bits.flag(attempt !== null);
  if (!attempt) return;
  bits.write(attempt.seed, seedBits);
  bits.flag(attempt.submitted);
  const items = itemsOf(course);
  for (const index of drawn(course, attempt.seed)) {
    const response = attempt.responses[index] ?? null;
    bits.flag(response !== null);
    if (response !== null) bits.write(response, items[index]?.bits ?? 0);
  }
}

function writeReview(bits: BitWriter, { failed, pages }: Review, count: number): void {
  bits.write(failed, failedBits);
  bits.flag(pages.length > 0);
  if (pages.length > 0) for (let page = 0; page < count; page++) bits.flag(pages.includes(page));
}

function readReview(bits: BitReader, count: number): Review {
  const failed = bits.read(failedBits);
  const pages = [...Array(bits.flag() ? count : 0).keys()];
  return { failed, pages: pages.filter(() => bits.flag()) };
}

function readKept(bits: BitReader, revision: number): Kept {
  const status = statuses[bits.read(statusBits)] ?? "incomplete";
  const best = bits.read(bestBits);
  return {
    revision,
    status,
    best: best === noBest ? null : Math.min(best, 10_000),
    attemptsUsed: bits.read(attemptsBits),
    met: bits.flag(),
    written: bits.read(writtenBits),
  };
}

function readRest(bits: BitReader, course: Course, kept: Kept): CourseState {
  const empty = fresh(course);
  const page = Math.min(bits.read(indexBits(empty.seen.length)), empty.seen.length - 1);
  const seen = empty.seen.map(() => bits.flag());
  const checks = checksOf(course).map((question): CheckState | null =>
    bits.flag() ? { response: bits.read(question.bits), tries: bits.read(triesBits), right: bits.flag() } : null,
  );
  const attempt = course.assessment && bits.flag() ? readAttempt(bits, course) : null;
  return { ...kept, page, seen, checks, attempt, review: empty.review && readReview(bits, seen.length) };
}

function readAttempt(bits: BitReader, course: Course): Attempt {
  const seed = bits.read(seedBits);
  const submitted = bits.flag();
  const asked = new Set(drawn(course, seed));
  return {
    seed,
    submitted,
    responses: itemsOf(course).map((question, index) =>
      asked.has(index) && bits.flag() ? bits.read(question.bits) : null,
    ),
  };
}
