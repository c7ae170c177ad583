import type { AssessmentData, CourseData, EarlierLayout } from "./course-data";
import type { CourseState } from "./state";

/** Draws the questions of one attempt from one pool (core/decks.ts). */
export type Deal = (draw: AssessmentData["draw"][number], seed: number, salt: number) => number[];

/** Reads the progress of earlier releases (core/migrate.ts). */
export interface Layouts {
  /** The course with the layout of an earlier release, sufficient to decode a state of that release. */
  courseOf(course: Course, layout: EarlierLayout): Course;
  migrate(state: CourseState, from: Course, to: Course): CourseState;
}

/** A course with the parts of the program that only some courses need to read their state. */
export interface Course extends CourseData {
  readonly deal?: Deal | undefined;
  readonly layouts?: Layouts | undefined;
}
