import { itemsOf, type CourseData } from "./course-data";

/** The result in hundredths of a percent, rounded down: what a learner sees and an LMS gets never lies above the truth. */
export function percent(course: CourseData, rights: readonly boolean[]): number {
  const items = itemsOf(course);
  const total = items.reduce((sum, item) => sum + item.weight, 0);
  const points = items.reduce((sum, item, index) => sum + (rights[index] ? item.weight : 0), 0);
  return total === 0 ? 0 : Math.floor((points * 10_000) / total);
}

/**
 * Whether a result reaches the pass mark. Exact, though the result is rounded down: the mark is a whole percent, and rounding down to a
 * hundredth cannot move a number below or above a whole one.
 */
export function passes(course: CourseData, result: number | null | readonly boolean[]): boolean {
  if (result === null || course.assessment === null) return false;
  const score = typeof result === "number" ? result : percent(course, result);
  return score >= course.assessment.passMark * 100;
}
