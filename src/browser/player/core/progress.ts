import { hasCritical, type CourseData } from "./course-data";
import { passes } from "./scoring";
import { higher, isAnswered, type CourseState, type Status } from "./state";

export interface Progress {
  readonly pages: boolean;
  readonly checks: boolean;
  readonly assessment: boolean;
  /** Whether everything that the course requires is done. */
  readonly complete: boolean;
  /** Share of the pages that were seen, 0 to 1, for the progress bar. */
  readonly share: number;
}

export function progress(course: CourseData, state: CourseState): Progress {
  const seen = state.seen.filter(Boolean).length;
  const parts = {
    pages: seen === state.seen.length,
    checks: state.checks.every(isAnswered),
    assessment: hasPassed(state, course),
  };
  return {
    ...parts,
    complete: course.tracking.completedBy.every((part) => parts[part]),
    share: state.seen.length > 0 ? seen / state.seen.length : 0,
  };
}

export function visit(state: CourseState, course: CourseData, page: number): CourseState {
  const { review } = state;
  const opened = review && { ...review, pages: review.pages.filter((one) => one !== page) };
  const seen = state.seen.map((one, index) => one || index === page);
  return settle({ ...state, page, seen, review: opened }, course);
}

export function attemptsLeft(state: CourseState, course: CourseData): number {
  const most = course.assessment?.attempts ?? null;
  return most === null ? Infinity : Math.max(0, most - state.attemptsUsed);
}

/**
 * Whether the learner has passed. A pass is never taken back. Where only points count, the best result decides too: the
 * LMS may have changed the pass mark since.
 */
export const hasPassed = (state: CourseState, course: CourseData): boolean =>
  state.met || (!hasCritical(course) && course.assessment?.keep === "best" && passes(course, state.best));

/** Raises the status according to the progress. */
export function settle(state: CourseState, course: CourseData): CourseState {
  const done = progress(course, state);
  let deserved: Status = "incomplete";
  if (done.complete) deserved = course.assessment && hasPassed(state, course) ? "passed" : "completed";
  else if (isLost(state, course)) deserved = "failed";
  return { ...state, status: higher(state.status, deserved) };
}

/** Whether the course is failed: only when no attempt is left, because an LMS may lock a failed course. */
function isLost(state: CourseState, course: CourseData): boolean {
  return (
    course.assessment !== null &&
    course.tracking.completedBy.includes("assessment") &&
    !hasPassed(state, course) &&
    attemptsLeft(state, course) === 0
  );
}
