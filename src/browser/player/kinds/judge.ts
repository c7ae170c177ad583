import type { QuestionData } from "../core/course-data";
import { verdictOf, type Mark, type Verdict } from "../core/marking";
import type { ReportedAnswer } from "../core/reported-answer";
import type { Asked, QuestionKind } from "./kind";

/** What is known about one answer of a learner. Made once, then passed to the journal, the state and the feedback. */
export interface Judgement {
  /** The answer in the form of its kind, without the confidence. */
  readonly answer: number;
  /** How sure the learner is: 0 not asked, 1 to 3. */
  readonly confidence: number;
  /** null for a question without right or wrong answers. */
  readonly mark: Mark | null;
  readonly verdict: Verdict;
  /** The chosen options by authored index, for kinds with feedback per option. */
  readonly chosen: readonly number[];
  readonly reported: readonly ReportedAnswer[];
}

/** Judges a response. No other function marks an answer. */
export function judge(kind: QuestionKind, asked: Asked, response: number): Judgement {
  const { answer, confidence } = split(asked.question, response);
  const mark = kind.mark(answer, asked);
  return {
    answer,
    confidence,
    mark,
    verdict: verdictOf(mark),
    chosen: kind.chosen?.(answer, asked) ?? [],
    reported: kind.report(answer, asked),
  };
}

/** Splits a response into the kind's answer and, in the two highest bits, the confidence. */
export function split(question: QuestionData, response: number): Pick<Judgement, "answer" | "confidence"> {
  if (!question.confidence) return { answer: response, confidence: 0 };
  const above = 2 ** (question.bits - 2);
  return { answer: response % above, confidence: Math.floor(response / above) };
}

export const join = (question: QuestionData, answer: number, confidence: number): number =>
  question.confidence ? answer + confidence * 2 ** (question.bits - 2) : answer;
