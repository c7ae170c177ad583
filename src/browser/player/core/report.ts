import { encode } from "./codec";
import { checksOf, pagesOf, type CourseData } from "./course-data";
import { share } from "./scoring";
import { attemptsLeft, hasPassed, isAnswered, type CourseState, type Status } from "./state";

/** Elements of the data model and the values to write (RTE 1.2, 3.4). */
export type Values = readonly (readonly [element: string, value: string])[];

/** Result that the LMS had before this launch. Status and score never fall below it. */
export interface PriorResult {
  /** The lesson_status at launch: any text. */
  readonly status: string;
  /** In hundredths of a percent. */
  readonly score: number | null;
}

const rank: Readonly<Record<string, number>> = { completed: 1, failed: 1, passed: 2 };

/** All values for the LMS, in the order they are written. Each commit writes all of them, since it may be the last. */
export function values(course: CourseData, state: CourseState, prior: PriorResult): Values {
  const score = scoreOf(course, state, prior);
  return [
    ["cmi.suspend_data", encode(course, state)],
    ["cmi.core.lesson_location", location(course, state.page)],
    ...(score === null
      ? []
      : ([
          ["cmi.core.score.min", "0"],
          ["cmi.core.score.max", "100"],
          ["cmi.core.score.raw", score],
        ] as const)),
    ["cmi.core.lesson_status", notBelow(prior.status, word(course, state.status))],
  ];
}

/** The values to write without credit: enough to resume, no status and no score. */
export function keptOnly(values: Values): Values {
  return values.filter(([element]) => element === "cmi.suspend_data" || element === "cmi.core.lesson_location");
}

/**
 * A pass takes two commits: first completed, then passed. In Moodle's default form only "completed" ticks the activity.
 * The tick stays when the status then rises; one commit with both does not set it. The first commit has no score: with
 * a mastery score in the manifest, an LMS must not judge a result that is not final. `known` is the status the LMS is
 * known to have: a commit it already has is not repeated.
 */
export function stages(course: CourseData, state: CourseState, prior: PriorResult, known: string): Values[] {
  const final = values(course, state, prior);
  const passing = final.some(([element, value]) => element === "cmi.core.lesson_status" && value === "passed");
  if (!passing || known === "completed" || known === "passed") return [final];
  const first = final
    .filter(([element]) => course.tracking.decidedBy === "course" || !element.startsWith("cmi.core.score"))
    .map(([element, value]) => [element, element === "cmi.core.lesson_status" ? "completed" : value] as const);
  return [first, final];
}

const notBelow = (before: string, word: string): string => ((rank[before] ?? 0) > (rank[word] ?? 0) ? before : word);

/** The lesson_status of a status, in the reporting style of the course. */
function word(course: CourseData, status: Status): string {
  const [success, lack] = course.tracking.report.split("-") as [string, string];
  if (status === "passed") return success;
  return status === "failed" ? lack : status;
}

function scoreOf(course: CourseData, state: CourseState, prior: PriorResult): string | null {
  const own =
    course.tracking.score === "assessment"
      ? state.best
      : course.tracking.score === "checks"
        ? checksScore(course, state)
        : null;
  if (own === null) return null;
  // An LMS that decides by the score gets none before the result is final.
  if (course.tracking.decidedBy === "lms" && !isFinal(course, state)) return null;
  return decimal(Math.max(own, prior.score ?? 0));
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

/** Formats hundredths with at most two decimals, a dot and no exponent (CMIDecimal). */
export const decimal = (hundredths: number): string => String(hundredths / 100);

/**
 * The id of the page, readable in an LMS's reports. It starts with a letter: one LMS compares numeric-looking strings
 * as numbers.
 */
export function location(course: CourseData, page: number): string {
  const id = pagesOf(course)[page] ?? "";
  return (/^[a-z]/i.test(id) ? id : `p-${id}`).slice(0, course.limits.location);
}
