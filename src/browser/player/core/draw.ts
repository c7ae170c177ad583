import { itemsOf, type CourseData } from "./course-data";
import { plugs } from "./plugs";

/** The last bits of a seed count the attempts that share its decks; the others mix them. */
export const rounds = 16;

/** The questions of an attempt by authored index, in authored order; all of them where the assessment draws none. */
export function drawn(course: CourseData, seed: number): number[] {
  const draws = course.assessment?.draw ?? [];
  if (draws.length === 0) return itemsOf(course).map((_, index) => index);
  return draws.flatMap((draw, at) => plugs.hand!(draw, seed >>> 0, at)).sort((a, b) => a - b);
}
