import type { CourseData, QuestionData } from "./course-data";

const slip = 1e-6; // rounding errors: 66.67 * 100 is slightly above 6667, three thirds slightly below one

/** Share of the points, in hundredths of a percent. Rounded down, so that no reported score is above the exact one. */
export function share(questions: readonly QuestionData[], credits: readonly number[]): number {
  const total = questions.reduce((sum, question) => sum + question.weight, 0);
  const points = questions.reduce((sum, question, index) => sum + question.weight * (credits[index] ?? 0), 0);
  return total === 0 ? 0 : Math.floor((points * 10_000) / total + slip);
}

/**
 * Whether a result reaches the pass mark. Exact, although results are rounded down: that cannot move a result across a
 * mark of whole hundredths. The mark of an LMS may have more decimals. It is rounded up, because the LMS compares the
 * rounded result with it.
 */
export function passes(course: CourseData, result: number | null): boolean {
  if (result === null || course.assessment === null) return false;
  return result >= leastPass(course);
}

/** The lowest result that passes, in hundredths of a percent; 0 without an assessment. */
export const leastPass = (course: CourseData): number => Math.ceil((course.assessment?.passMark ?? 0) * 100 - slip);
