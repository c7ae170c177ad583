import type { Host } from "../lms/host";
import type { Journal } from "../lms/interactions";
import type { Papers } from "../lms/papers";
import type { Scorm12 } from "../lms/scorm12";
import type { AssessmentData, CourseData, EarlierLayout } from "./course-data";
import type { CourseState } from "./state";

/**
 * What the core calls but only some courses have, or only later pages. The file of each puts itself in here when it runs, and comes with the program of
 * the courses that have it (PlayerBundle.cs).
 */
export const plugs: {
  /** core/decks.ts: the questions an attempt draws. */
  hand?(draw: AssessmentData["draw"][number], seed: number, salt: number): number[];
  /** core/migrate.ts: an earlier release as a course, and its progress in this one. */
  layouts?: {
    courseOf(course: CourseData, layout: EarlierLayout): CourseData;
    migrate(state: CourseState, from: CourseData, to: CourseData): CourseState;
  };
  /** lms/interactions.ts: answers for the reports of the LMS. */
  journal?(lms: Scorm12, written: number): Journal;
  /** lms/papers.ts: what a learner keeps on this device. */
  papers?(host: Host, key: string): Papers;
} = {};
