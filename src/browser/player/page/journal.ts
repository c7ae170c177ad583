import type { QuestionData } from "../core/course-data";
import { inLetters } from "../core/letters";
import { kindOf, type Player } from "./player";

/** One line for the reports of the platform: what was chosen, by authored letters, whatever the order on screen (RTE 1.2, 3.4.4). */
export function journal(player: Player, question: QuestionData, response: number, tries: number, latencyMs: number): void {
  const kind = kindOf(player, question);
  const key = player.keys.get(question.id);
  if (question.private || !player.course.tracking.interactions || !kind || !key) return;
  player.session.journal({
    id: `${question.id}_${tries}`,
    ...inLetters(kind.type, question.options, kind.chosen(response, question.options), key.right),
    right: kind.mark(response, key) === "right",
    weight: question.weight,
    latencyMs,
  });
}
