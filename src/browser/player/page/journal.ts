import type { QuestionData } from "../core/course-data";
import type { Judgement } from "../kinds/judge";
import type { Player } from "./contract";

/**
 * Records a judged answer for the reports of the LMS. Each try has an identifier of its own, because some LMSs need
 * unique ones.
 */
export function journal(
  { course, session }: Player,
  { id, weight, private: isPrivate }: QuestionData,
  { confidence, reported, verdict }: Judgement,
  tries: number,
  most: number,
  latencyMs: number,
): void {
  if (isPrivate || !course.tracking.interactions) return;
  // The state counts tries up to a limit. Beyond it, the number of interactions distinguishes them.
  const of = tries > most ? `${tries}-${session.state.written}` : tries;
  for (const answer of reported) {
    const part = answer.type === "likert" && answer.part !== undefined ? `_${answer.part}` : "";
    session.journal({ id: `${id}${part}_${of}`, answer, verdict, weight, latencyMs });
  }
  if (confidence > 0)
    session.journal({
      id: `${id}_sure_${of}`,
      answer: { type: "likert", chosen: confidence - 1 },
      verdict: "noted",
      weight: 0,
      latencyMs: 0,
    });
}
