import "../lms/interactions";
import type { QuestionData } from "../core/course-data";
import { verdictOf } from "../core/marking";
import { answering, type Player } from "./player";

/** Records an answer for the LMS's reports (RTE 1.2, 3.4.4), by authored letters and not by the order on screen. */
export function journal(
  player: Player,
  question: QuestionData,
  response: number,
  tries: number,
  latencyMs: number,
): void {
  const { kind, asked } = answering(player, question) ?? {};
  if (question.private || !player.course.tracking.interactions || !kind || !asked) return;
  const { answer, sure } = split(question, response);
  const verdict = verdictOf(kind.mark(answer, asked));
  const result = verdict === "noted" ? "neutral" : verdict === "right" ? "correct" : "wrong";
  for (const told of kind.tell(answer, asked)) {
    const part = told.part === undefined ? "" : `_${told.part}`;
    player.session.journal({
      id: `${question.id}${part}_${tries}`,
      ...told,
      result,
      weight: question.weight,
      latencyMs,
    });
  }
  if (sure > 0) {
    player.session.journal({
      id: `${question.id}_sure_${tries}`,
      type: "likert",
      response: "abc"[sure - 1] ?? "a",
      pattern: null,
      result: "neutral",
      weight: 0,
      latencyMs: 0,
    });
  }
}

/** Splits a response into the kind's answer and, in the two highest bits, the confidence: 0 not asked, 1 to 3. */
export function split(question: QuestionData, response: number): { answer: number; sure: number } {
  if (!question.confidence) return { answer: response, sure: 0 };
  const above = 2 ** (question.bits - 2);
  return { answer: response % above, sure: Math.floor(response / above) };
}

export const join = (question: QuestionData, answer: number, sure: number): number =>
  question.confidence ? answer + sure * 2 ** (question.bits - 2) : answer;
