import type { CourseData } from "./course-data";
import { hasPassed, isAnswered, type CourseState } from "./state";

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
