import type { CourseData } from "./course-data";
import { hasPassed, isAnswered, type CourseState } from "./state";

export interface Progress {
  readonly pages: boolean;
  readonly checks: boolean;
  readonly assessment: boolean;
  /** Everything the course asks for is done. */
  readonly complete: boolean;
  /** 0 to 1, for a progress bar: pages seen of all. */
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
