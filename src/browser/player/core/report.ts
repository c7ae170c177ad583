import { checksOf, pagesOf, type CourseData } from "./course-data";
import { attemptsLeft, hasPassed } from "./progress";
import { passes, share } from "./scoring";
import { higher, isAnswered, type CourseState, type Status } from "./state";

/** Result that the LMS had before this launch. Status and score never fall below it. */
export interface PriorResult {
  /** null if the LMS had none. */
  readonly status: Status | null;
  /** In hundredths of a percent. */
  readonly score: number | null;
}

/** Everything that a commit reports to the LMS. Each commit reports all of it, since it may be the last. */
export interface Report {
  /** The encoded state. */
  readonly state: string;
  readonly bookmark: string;
  /** Completion and success in one word, in the reporting style of the course; null without credit. */
  readonly status: Status | null;
  /** In hundredths of a percent; null for none. */
  readonly score: number | null;
  /** Time spent in this session, in milliseconds. */
  readonly time: number;
}

/** Status and score to report. */
export function resultOf(course: CourseData, state: CourseState, prior: PriorResult): Pick<Report, "status" | "score"> {
  const status = styled(course, state.status);
  return { status: prior.status ? higher(status, prior.status) : status, score: scoreOf(course, state, prior) };
}

/** The status in the reporting style of the course. */
function styled(course: CourseData, status: Status): Status {
  const [success, lack] = course.tracking.report.split("-") as [Status, Status];
  if (status === "passed") return success;
  return status === "failed" ? lack : status;
}

function scoreOf(course: CourseData, state: CourseState, prior: PriorResult): number | null {
  const own =
    course.tracking.score === "assessment"
      ? state.best
      : course.tracking.score === "checks"
        ? checksScore(course, state)
        : null;
  if (own === null) return null;
  // An LMS that decides by the score gets none before the result is final.
  if (course.tracking.decidedBy === "lms" && !isFinal(course, state)) return null;
  // Some LMSs keep only the status. No score below the pass mark may contradict a pass.
  if (prior.status === "passed" && prior.score === null && !passes(course, own)) return null;
  return Math.max(own, prior.score ?? 0);
}

/** Whether nothing can change the result any more, neither another attempt nor an unread page. */
const isFinal = (course: CourseData, state: CourseState): boolean =>
  state.status !== "incomplete" && (hasPassed(state, course) || attemptsLeft(state, course) === 0);

function checksScore(course: CourseData, state: CourseState): number | null {
  const answered = state.checks.some(isAnswered);
  return answered
    ? share(
        checksOf(course),
        state.checks.map((check) => (check?.right ? 1 : 0)),
      )
    : null;
}

/** Formats hundredths with at most two decimals, a dot and no exponent. */
export const decimal = (hundredths: number): string => String(hundredths / 100);

/**
 * The id of the page, readable in an LMS's reports. It starts with a letter: one LMS compares numeric-looking strings
 * as numbers.
 */
export function bookmarkOf(course: CourseData, page: number): string {
  const id = pagesOf(course)[page] ?? "";
  return (/^[a-z]/i.test(id) ? id : `p-${id}`).slice(0, course.limits.location);
}
