import { itemsOf, type CourseData } from "./course-data";
import { plugs } from "./plugs";

/** Attempts per deck: the lowest bits of a seed count the attempts, the others shuffle the decks. */
export const rounds = 16;

/** The questions of an attempt by authored index, in authored order; all questions if the assessment draws none. */
export function drawn(course: CourseData, seed: number): number[] {
  const draws = course.assessment?.draw ?? [];
  if (draws.length === 0) return itemsOf(course).map((_, index) => index);
  return draws.flatMap((draw, at) => plugs.deal!(draw, seed >>> 0, at)).sort((a, b) => a - b);
}
