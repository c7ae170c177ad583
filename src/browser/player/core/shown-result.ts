import type { CourseData } from "./course-data";
import { passes } from "./scoring";

// Results as learners read them: whole percentages, and points with fractions.

const slip = 1e-6;

/** The pass mark in whole percent. The mark of an LMS may have decimals: rounded up, so that reaching it passes. */
export const shownMark = (course: CourseData): number => Math.ceil((course.assessment?.passMark ?? 0) - slip);

/**
 * A result in whole percent, from hundredths. Rounded down, as the reported score is: it is never above the score in
 * the LMS, and never reaches a mark that the result missed. A result that passes is never below the mark.
 */
export function shownPercent(course: CourseData, result: number): number {
  const whole = Math.floor(result / 100);
  return passes(course, result) ? Math.max(whole, shownMark(course)) : whole;
}
