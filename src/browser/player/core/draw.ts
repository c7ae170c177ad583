import type { Course } from "./course";
import { itemsOf } from "./course-data";

/** The questions of an attempt by authored index, in authored order; all questions if the assessment draws none. */
export function drawn(course: Course, seed: number): number[] {
  const draws = course.assessment?.draw ?? [];
  if (draws.length === 0) return itemsOf(course).map((_, index) => index);
  const { deal } = course;
  if (!deal) throw new Error("no decks"); // PlayerBundle.cs passes core/decks.ts to a course that draws
  return draws.flatMap((draw, at) => deal(draw, seed >>> 0, at)).sort((a, b) => a - b);
}
