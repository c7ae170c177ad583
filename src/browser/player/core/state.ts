import { checksOf, pagesOf, type CourseData } from "./course-data";

export type Status = "incomplete" | "completed" | "failed" | "passed";

/** All statuses, in the order of the encoding. */
export const statuses: readonly Status[] = ["incomplete", "completed", "failed", "passed"];

/** The answer to a knowledge check. `right` stays true once it was true. */
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

/** Progress towards the closing of an assessment after failed attempts (review_after), and towards its opening. */
export interface Review {
  /** Failed attempts since the assessment closed last. */
  readonly failed: number;
  /** Pages to open before another attempt, by index among all pages. While there are any, the assessment is closed. */
  readonly pages: readonly number[];
}

/** The stored progress of a learner. Immutable. */
export interface CourseState {
  /** Number of writes: of two states, the one with the higher number is newer. */
  readonly revision: number;
  readonly status: Status;
  /**
   * The result that counts, in hundredths of a percent: the best unless the course says otherwise; null before the
   * first.
   */
  readonly best: number | null;
  /** Whether an attempt passed: it reached the pass mark with all critical questions right. */
  readonly met: boolean;
  readonly attemptsUsed: number;
  /** Number of interactions written so far. */
  readonly written: number;
  /** Index among all pages. */
  readonly page: number;
  readonly seen: readonly boolean[];
  readonly checks: readonly (CheckState | null)[];
  readonly attempt: Attempt | null;
  /** null in a course whose assessment never closes. */
  readonly review: Review | null;
}

const rank: Readonly<Record<Status, number>> = { incomplete: 0, completed: 1, failed: 1, passed: 2 };

/** The higher of two statuses. Completed and failed rank equally: then the first one. */
export const higher = (a: Status, b: Status): Status => (rank[b] > rank[a] ? b : a);

/** Whether a status is a result. */
export const isFinal = (status: Status | null): boolean => status !== null && status !== "incomplete";

export function fresh(course: CourseData): CourseState {
  return {
    revision: 0,
    status: "incomplete",
    best: null,
    met: false,
    attemptsUsed: 0,
    written: 0,
    page: 0,
    seen: pagesOf(course).map(() => false),
    checks: checksOf(course).map(() => null),
    attempt: null,
    review: course.assessment?.reviewAfter ? { failed: 0, pages: [] } : null,
  };
}

/** Whether the assessment is closed until pages were opened. */
export const isInReview = ({ review }: CourseState): boolean => (review?.pages.length ?? 0) > 0;

/** Whether a knowledge check was answered, not only started. */
export const isAnswered = (check: CheckState | null | undefined): boolean => (check?.tries ?? 0) > 0;

/** Whether two states, or parts of them, are equal. A missing answer equals null. */
export const same = (one: unknown, other: unknown): boolean =>
  (one ?? null) === (other ?? null) ||
  (one instanceof Object &&
    other instanceof Object &&
    Object.keys({ ...one, ...other }).every((key) => same(one[key as never], other[key as never])));

/**
 * Merges two states of one learner and course, such as those of the LMS and of this device: the newer, plus the
 * progress of the older.
 */
export function merge(one: CourseState, other: CourseState): CourseState {
  const [newer, older] = other.revision > one.revision ? [other, one] : [one, other];
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
