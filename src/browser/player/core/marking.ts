/** How an answer was: parts that are right, wrong choices beyond them, and parts there are. */
export interface Mark {
  readonly right: number;
  readonly wrong: number;
  readonly of: number;
}

/** "noted" where nothing is right or wrong. */
export type Verdict = "right" | "partly" | "wrong" | "noted";

/** How much of a question's points an answer that is partly right gets: nothing; its share; its share less what was chosen wrongly. */
export type CreditRule = "whole" | "share" | "share-less-wrong";

export function verdictOf(mark: Mark | null): Verdict {
  if (mark === null) return "noted";
  if (mark.right === mark.of && mark.wrong === 0) return "right";
  return mark.right > 0 ? "partly" : "wrong";
}

/** 0 to 1. */
export function creditOf(mark: Mark | null, rule: CreditRule): number {
  if (mark === null || mark.of === 0) return 0;
  if (rule === "whole") return verdictOf(mark) === "right" ? 1 : 0;
  return Math.max(0, mark.right - (rule === "share-less-wrong" ? mark.wrong : 0)) / mark.of;
}
