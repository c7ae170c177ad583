import type { CourseData, Need } from "./course-data";
import type { CourseState } from "./state";

/** What is still to do before a page opens; nothing when it is open. */
export function needsOf(course: CourseData, state: CourseState, page: number): Need[] {
  const gate = course.gates.find((one) => one.page === page);
  return gate?.needs.filter((need) => !isMet(state, need)) ?? [];
}

function isMet(state: CourseState, { page, check, score }: Need): boolean {
  if (page !== undefined) return state.seen[page] ?? true;
  if (check !== undefined) return state.checks[check]?.right ?? false;
  return (state.best ?? -1) >= (score ?? 0) * 100;
}

/** Pages that a passed pre-test lets a learner leave out count as seen. */
export function withPretests(course: CourseData, state: CourseState): CourseState {
  const opened = new Set(
    course.pretests.flatMap(({ right, checks, pages }) =>
      checks.filter((check) => state.checks[check]?.right).length >= right ? pages : [],
    ),
  );
  return opened.size === 0 ? state : { ...state, seen: state.seen.map((seen, page) => seen || opened.has(page)) };
}
