import type { QuestionData } from "../core/course-data";
import type { Judgement } from "../kinds/judge";
import type { Player } from "./contract";

/** Records a judged answer for the reports of the LMS. */
export function journal(
  { course, session }: Player,
  { id, weight, private: isPrivate }: QuestionData,
  { confidence, reported, verdict }: Judgement,
  tries: number,
  latencyMs: number,
): void {
  if (isPrivate || !course.tracking.interactions) return;
  for (const answer of reported) {
    const part = answer.type === "likert" && answer.part !== undefined ? `_${answer.part}` : "";
    session.journal({ id: `${id}${part}_${tries}`, answer, verdict, weight, latencyMs });
  }
  if (confidence > 0)
    session.journal({
      id: `${id}_sure_${tries}`,
      answer: { type: "likert", chosen: confidence - 1 },
      verdict: "noted",
      weight: 0,
      latencyMs: 0,
    });
}
