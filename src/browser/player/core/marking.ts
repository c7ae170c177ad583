/** Result of marking an answer: number of right parts, of wrong choices, and of all parts. */
export interface Mark {
  /** Whether each part is right, for a question with parts that show it. */
  readonly parts?: readonly boolean[];
  readonly right: number;
  readonly wrong: number;
  readonly of: number;
}

/** "noted" for a question without right or wrong answers. */
export type Verdict = "right" | "partly" | "wrong" | "noted";

/** Credit for a partly right answer: none; the right share; the right share minus the wrong choices. */
export type CreditRule = "whole" | "share" | "share-less-wrong";

export function verdictOf(mark: Mark | null): Verdict {
  if (mark === null) return "noted";
  if (mark.right === mark.of && mark.wrong === 0) return "right";
  return mark.right > 0 ? "partly" : "wrong";
}

/** Credit for an answer, 0 to 1. */
export function creditOf(mark: Mark | null, rule: CreditRule): number {
  if (mark === null || mark.of === 0) return 0;
  if (rule === "whole") return verdictOf(mark) === "right" ? 1 : 0;
  return Math.max(0, mark.right - (rule === "share-less-wrong" ? mark.wrong : 0)) / mark.of;
}
