import type { CourseData, QuestionData } from "./course-data";

const slip = 1e-6; // 66.67 * 100 is a hair above 6667, and three thirds a hair below one

/** Points won of all, in hundredths of a percent, rounded down: what a learner sees and an LMS gets never lies above the truth. */
export function share(questions: readonly QuestionData[], credits: readonly number[]): number {
  const total = questions.reduce((sum, question) => sum + question.weight, 0);
  const points = questions.reduce((sum, question, index) => sum + question.weight * (credits[index] ?? 0), 0);
  return total === 0 ? 0 : Math.floor((points * 10_000) / total + slip);
}

/**
 * Whether a result reaches the pass mark. Exact, though the result is rounded down: rounding down to a hundredth cannot move a number below
 * or above a mark that is whole in hundredths. An LMS's mark may be finer: it is rounded up, as the LMS will compare the rounded result.
 */
export function passes(course: CourseData, result: number | null): boolean {
  if (result === null || course.assessment === null) return false;
  return result >= Math.ceil(course.assessment.passMark * 100 - slip);
}
