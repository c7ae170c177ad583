import type { QuestionData } from "../core/course-data";
import { pointsText } from "../core/fractions";
import { creditOf } from "../core/marking";
import type { Judgement } from "../kinds/judge";
import type { Player } from "./contract";
import { numbersOf } from "./player";

/** The points for a partly right answer, as a sentence; null for other answers. */
export function creditNote(
  { course, words }: Player,
  question: QuestionData,
  judgement: Judgement | null,
): string | null {
  const mark = judgement?.mark;
  const rule = course.assessment?.credit ?? "whole";
  if (!mark || judgement.verdict !== "partly") return null;
  const parts = { right: mark.right, wrong: mark.wrong, total: mark.of };
  if (rule === "whole") return words("only_whole", parts);
  const points = pointsText(question.weight * creditOf(mark, rule), numbersOf(course.language));
  // A share of the points that the author gave to an option: there are no parts to count.
  if (mark.right % 1) return words("credit_option", { points, n: question.weight });
  const isLess = rule === "share-less-wrong" && mark.wrong > 0;
  return words(isLess ? "credit_less" : "credit", { ...parts, points, n: question.weight });
}
