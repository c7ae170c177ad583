import type { AssessmentData, CourseData, EarlierLayout } from "./course-data";
import type { CourseState } from "./state";

/** Draws the questions of one attempt from one pool (core/decks.ts). */
export type Deal = (draw: AssessmentData["draw"][number], seed: number, salt: number) => number[];

/** What is missing in a restored state, most often after an update of the course. */
export interface Loss {
  /** Whether the course has changed; otherwise the state was damaged. */
  readonly isUpdate: boolean;
  /** Whether the learner's page was found. */
  readonly place: boolean;
  /** Pages whose earlier answers were dropped; null if those of all pages, and the pages seen, were dropped. */
  readonly pages: readonly string[] | null;
}

/** Reads the progress of earlier releases (core/migrate.ts). */
export interface Layouts {
  /** The course with the layout of an earlier release, sufficient to decode a state of that release. */
  courseOf(course: Course, layout: EarlierLayout): Course;
  migrate(state: CourseState, from: Course, to: Course): CourseState;
  /** What `migrate` could not restore; null if it restored everything. */
  lossOf(state: CourseState, from: Course, to: Course): Loss | null;
}

/** A course with the parts of the program that only some courses need to read their state. */
export interface Course extends CourseData {
  readonly deal?: Deal | undefined;
  readonly layouts?: Layouts | undefined;
}
