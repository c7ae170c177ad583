import type { CourseData, Need } from "./course-data";
import type { CourseState } from "./state";

/** The unmet needs of a page; none when the page is open. */
export function needsOf(course: CourseData, state: CourseState, page: number): Need[] {
  const gate = course.gates.find((one) => one.page === page);
  return gate?.needs.filter((need) => !isMet(state, need)) ?? [];
}

function isMet(state: CourseState, { page, check, score }: Need): boolean {
  if (page !== undefined) return state.seen[page] ?? true;
  if (check !== undefined) return state.checks[check]?.right ?? false;
  return (state.best ?? -1) >= (score ?? 0) * 100;
}

/** Marks the pages as seen that a passed pre-test allows the learner to skip. */
export function withPretests(course: CourseData, state: CourseState): CourseState {
  const opened = new Set(
    course.pretests.flatMap(({ right, checks, pages }) =>
      checks.filter((check) => state.checks[check]?.right).length >= right ? pages : [],
    ),
  );
  return opened.size === 0 ? state : { ...state, seen: state.seen.map((seen, page) => seen || opened.has(page)) };
}
