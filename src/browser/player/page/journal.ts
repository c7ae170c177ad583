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
  const { answer, confidence } = split(question, response);
  const verdict = verdictOf(kind.mark(answer, asked));
  const result = verdict === "noted" ? "neutral" : verdict === "right" ? "correct" : "wrong";
  for (const reported of kind.report(answer, asked)) {
    const part = reported.part === undefined ? "" : `_${reported.part}`;
    player.session.journal({
      id: `${question.id}${part}_${tries}`,
      ...reported,
      result,
      weight: question.weight,
      latencyMs,
    });
  }
  if (confidence > 0) {
    player.session.journal({
      id: `${question.id}_sure_${tries}`,
      type: "likert",
      response: "abc"[confidence - 1] ?? "a",
      pattern: null,
      result: "neutral",
      weight: 0,
      latencyMs: 0,
    });
  }
}

/** Splits a response into the kind's answer and, in the two highest bits, the confidence: 0 not asked, 1 to 3. */
export function split(question: QuestionData, response: number): { answer: number; confidence: number } {
  if (!question.confidence) return { answer: response, confidence: 0 };
  const above = 2 ** (question.bits - 2);
  return { answer: response % above, confidence: Math.floor(response / above) };
}

export const join = (question: QuestionData, answer: number, confidence: number): number =>
  question.confidence ? answer + confidence * 2 ** (question.bits - 2) : answer;
