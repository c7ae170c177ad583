import { progress } from "./completion";
import { checksOf, hasCritical, itemsOf, pagesOf, type CourseData } from "./course-data";
import { drawn } from "./draw";
import { withPretests } from "./gates";
import { passes, percent } from "./scoring";

export type Status = "incomplete" | "completed" | "failed" | "passed";

/** A knowledge check that was answered. `right` stays true once it was. */
export interface CheckState {
  readonly response: number;
  readonly tries: number;
  readonly right: boolean;
}

export interface Attempt {
  readonly seed: number;
  readonly submitted: boolean;
  /** By index among the assessed questions. */
  readonly responses: readonly (number | null)[];
}

/** Everything that is kept of a learner's work. Never changed in place. */
export interface CourseState {
  /** Counts the writes: of two states, the one with the higher number is newer. */
  readonly rev: number;
  readonly status: Status;
  /** The result that counts, in hundredths of a percent: the best unless the course says otherwise; null before the first. */
  readonly best: number | null;
  /** Whether an attempt passed: reached the pass mark with every critical question right. */
  readonly met: boolean;
  readonly attemptsUsed: number;
  /** Interactions written so far. */
  readonly written: number;
  /** Index among all pages. */
  readonly page: number;
  readonly seen: readonly boolean[];
  readonly checks: readonly (CheckState | null)[];
  readonly attempt: Attempt | null;
}

const rank: Readonly<Record<Status, number>> = { incomplete: 0, completed: 1, failed: 1, passed: 2 };

/** Of two statuses the one that may stand: it rises and never falls; between completed and failed the first stands. */
export const higher = (a: Status, b: Status): Status => (rank[b] > rank[a] ? b : a);

export function fresh(course: CourseData): CourseState {
  return {
    rev: 0, status: "incomplete", best: null, met: false, attemptsUsed: 0, written: 0, page: 0,
    seen: pagesOf(course).map(() => false), checks: checksOf(course).map(() => null), attempt: null,
  };
}

export function visit(state: CourseState, course: CourseData, page: number): CourseState {
  return settle({ ...state, page, seen: state.seen.map((seen, index) => seen || index === page) }, course);
}

export function answerCheck(state: CourseState, course: CourseData, index: number, response: number, right: boolean): CourseState {
  const before = state.checks[index];
  const after: CheckState = { response, tries: Math.min(3, (before?.tries ?? 0) + 1), right: right || (before?.right ?? false) };
  return settle(withPretests(course, { ...state, checks: state.checks.map((check, at) => (at === index ? after : check)) }), course);
}

/** Keeps where a learner is in a question of several steps; it counts as answered only at its end. */
export function keepCheck(state: CourseState, index: number, response: number): CourseState {
  const before = state.checks[index];
  const after: CheckState = { response, tries: before?.tries ?? 0, right: before?.right ?? false };
  return { ...state, checks: state.checks.map((check, at) => (at === index ? after : check)) };
}

/** Whether a knowledge check was answered, and not only begun. */
export const isAnswered = (check: CheckState | null | undefined): boolean => (check?.tries ?? 0) > 0;

export function startAttempt(state: CourseState, seed: number): CourseState {
  return { ...state, attempt: { seed: seed >>> 0, submitted: false, responses: [] } };
}

export function answerItem(state: CourseState, index: number, response: number | null): CourseState {
  if (!state.attempt || state.attempt.submitted) return state;
  const responses = [...state.attempt.responses];
  while (responses.length <= index) responses.push(null);
  responses[index] = response;
  return { ...state, attempt: { ...state.attempt, responses } };
}

/** Hands the attempt in. `credits` holds 0 to 1 for each assessed question. */
export function submitAttempt(state: CourseState, course: CourseData, credits: readonly number[]): CourseState {
  if (!state.attempt || state.attempt.submitted) return state;
  const score = percent(course, state.attempt.seed, credits);
  return settle({
    ...state,
    attempt: { ...state.attempt, submitted: true },
    attemptsUsed: Math.min(15, state.attemptsUsed + 1),
    best: counted(course, state.best, score),
    met: state.met || attemptPasses(course, state.attempt.seed, credits),
  }, course);
}

export function attemptsLeft(state: CourseState, course: CourseData): number {
  const most = course.assessment?.attempts ?? null;
  return most === null ? Infinity : Math.max(0, most - state.attemptsUsed);
}

/** Whether an attempt reaches the pass mark with every critical question it asked right. */
export function attemptPasses(course: CourseData, seed: number, credits: readonly number[]): boolean {
  const items = itemsOf(course);
  const critical = drawn(course, seed).every((index) => !items[index]?.critical || credits[index] === 1);
  return critical && passes(course, percent(course, seed, credits));
}

function counted(course: CourseData, before: number | null, score: number): number {
  if (before === null || course.assessment?.keep === "last") return score;
  return course.assessment?.keep === "first" ? before : Math.max(before, score);
}

/** Once passed, always passed; where nothing but points is asked, the result says it, also when the LMS has changed the pass mark. */
export const hasPassed = (state: CourseState, course: CourseData): boolean =>
  state.met || (!hasCritical(course) && course.assessment?.keep === "best" && passes(course, state.best));

/** Raises the status to what the work done deserves. */
function settle(state: CourseState, course: CourseData): CourseState {
  const done = progress(course, state);
  let deserved: Status = "incomplete";
  if (done.complete) deserved = course.assessment && hasPassed(state, course) ? "passed" : "completed";
  else if (isLost(state, course)) deserved = "failed";
  return { ...state, status: higher(state.status, deserved) };
}

/** Failed only when no attempt is left: an LMS may lock a failed course. */
function isLost(state: CourseState, course: CourseData): boolean {
  return course.assessment !== null && course.tracking.completedBy.includes("assessment")
    && !hasPassed(state, course) && attemptsLeft(state, course) === 0;
}

/** Joins two states of the same learner and course, such as the LMS's and this device's: the newer one, with nothing lost of the other. */
export function merge(one: CourseState, other: CourseState): CourseState {
  const [newer, older] = other.rev > one.rev ? [other, one] : [one, other];
  return {
    ...newer,
    status: higher(newer.status, older.status),
    best: newer.best === null ? older.best : Math.max(newer.best, older.best ?? 0),
    met: newer.met || older.met,
    attemptsUsed: Math.max(newer.attemptsUsed, older.attemptsUsed),
    written: Math.max(newer.written, older.written),
    seen: newer.seen.map((seen, index) => seen || (older.seen[index] ?? false)),
    checks: newer.checks.map((check, index) => joinCheck(check, older.checks[index] ?? null)),
    attempt: newer.attempt ?? older.attempt,
  };
}

function joinCheck(newer: CheckState | null, older: CheckState | null): CheckState | null {
  if (!newer || !older) return newer ?? older;
  return { response: newer.response, tries: Math.max(newer.tries, older.tries), right: newer.right || older.right };
}
