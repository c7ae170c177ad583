import { order } from "../core/shuffle";
import { answerCheck } from "../core/state";
import { place } from "./dom";
import { arrange, explain, formOf } from "./feedback";
import { journal } from "./journal";
import { kindOf, type Player } from "./player";
import type { Stopwatch } from "./stopwatch";

/** Knowledge checks of one page: answered at once, tried again as often as wished. */
export function prepareChecks(player: Player, page: string, stopwatch: Stopwatch): void {
  const checks = player.course.questions.filter((question) => !question.assessed);
  checks.forEach((question, index) => {
    if (question.page === page) prepare(player, question, index, stopwatch);
  });
}

function prepare(player: Player, question: Player["course"]["questions"][number], index: number, stopwatch: Stopwatch): void {
  const { session, course, words } = player;
  const form = formOf(question);
  const kind = kindOf(player, question);
  const key = player.keys.get(question.id);
  if (!form || !kind || !key) return;
  const missing = place("missing", form);
  const result = place("result", form);
  const again = place<HTMLButtonElement>("again", form);
  place("actions", form).hidden = false;
  if (question.shuffle) arrange(form, order(player.seed, question.id, question.options));

  const known = session.state.checks[index];
  if (known) {
    kind.show(form, known.response);
    again.hidden = explain(player, question, known.response) === "right";
  }

  // What was said belongs to the answer before: it goes as soon as the choice changes.
  form.addEventListener("change", () => {
    missing.replaceChildren();
    result.replaceChildren();
    again.hidden = true;
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const response = kind.read(form);
    if (response === null) {
      missing.textContent = words("nothing_chosen");
      form.querySelector("input")?.focus();
      return;
    }
    const right = kind.mark(response, key) === "right";
    stopwatch.lap(question.id);
    const next = answerCheck(session.state, course, index, response, right);
    journal(player, question, response, next.checks[index]?.tries ?? 1, stopwatch.take(question.id));
    session.update(next, "now");
    explain(player, question, response);
    again.hidden = right;
    player.changed();
  });

  again.addEventListener("click", () => {
    kind.show(form, null);
    result.replaceChildren();
    again.hidden = true;
    form.querySelector("input")?.focus();
  });
}
