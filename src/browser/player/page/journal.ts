import type { QuestionData } from "../core/course-data";
import { kindOf, type Player } from "./player";

/** One line for the reports of the platform: what was chosen, by authored letters, whatever the order on screen (RTE 1.2, 3.4.4). */
export function journal(player: Player, question: QuestionData, response: number, tries: number, latencyMs: number): void {
  const kind = kindOf(player, question);
  const key = player.keys.get(question.id);
  if (!player.course.tracking.interactions || !kind || !key) return;
  const letters = (options: readonly number[]): string =>
    [...options].sort((a, b) => a - b).map((option) => (kind.type === "true-false" ? "tf" : "abcdefghijklmnopqrstuvwxyz")[option]).join();
  player.session.journal({
    id: `${question.id}_${tries}`,
    type: kind.type,
    response: letters(kind.chosen(response, question.options)),
    pattern: letters(key.right),
    right: kind.mark(response, key) === "right",
    weight: question.weight,
    latencyMs,
  });
}
