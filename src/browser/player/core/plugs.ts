import type { Host } from "../lms/host";
import type { Journal } from "../lms/interactions";
import type { PrivateNotes } from "../lms/private-notes";
import type { Scorm12 } from "../lms/scorm12";
import type { AssessmentData, CourseData, EarlierLayout } from "./course-data";
import type { CourseState } from "./state";

/**
 * Optional functions that the core calls: only some courses or only later pages need them. Each file registers its
 * function here when it runs. PlayerBundle.cs adds the file to the courses that need it.
 */
export const plugs: {
  /** core/decks.ts: draws the questions of an attempt. */
  deal?(draw: AssessmentData["draw"][number], seed: number, salt: number): number[];
  /** core/migrate.ts: reads progress of earlier releases. */
  layouts?: {
    courseOf(course: CourseData, layout: EarlierLayout): CourseData;
    migrate(state: CourseState, from: CourseData, to: CourseData): CourseState;
  };
  /** lms/interactions.ts: writes answers for the reports of the LMS. */
  journal?(lms: Scorm12, written: number): Journal;
  /** lms/private-notes.ts: keeps texts of the learner on this device. */
  privateNotes?(host: Host, key: string): PrivateNotes;
} = {};
