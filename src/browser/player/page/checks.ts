import { checksOf, type QuestionData } from "../core/course-data";
import { order } from "../core/shuffle";
import { answerCheck } from "../core/state";
import { on, place, press } from "./dom";
import { arrange, explain, formOf } from "./feedback";
import { journal } from "./journal";
import { kindOf, type Player } from "./player";
import type { Stopwatch } from "./stopwatch";

/** Knowledge checks of one page: answered at once, tried again as often as wished. */
export function prepareChecks(player: Player, page: string, stopwatch: Stopwatch): void {
  checksOf(player.course).forEach((question, index) => {
    if (question.page === page) prepare(player, question, index, stopwatch);
  });
}

function prepare(player: Player, question: QuestionData, index: number, stopwatch: Stopwatch): void {
  const { session, course, words } = player;
  const form = formOf(question);
  const kind = kindOf(player, question);
  const key = player.keys.get(question.id);
  if (!form || !kind || !key) return;
  const missing = place("missing", form);
  const again = place("again", form);
  const first = (): void => form.querySelector("input")?.focus();
  place("actions", form).hidden = false;
  if (question.shuffle) arrange(form, order(player.seed, question.id, question.options));

  // What was said belongs to the answer before: it goes as soon as the choice changes.
  const clear = (): void => {
    missing.replaceChildren();
    place("result", form).replaceChildren();
    again.hidden = true;
  };
  const tell = (response: number): void => {
    again.hidden = explain(player, question, response) === "right";
  };

  const known = session.state.checks[index];
  if (known) {
    kind.show(form, known.response);
    tell(known.response);
  }
  on(form, "change", clear);
  on(form, "submit", (event) => {
    event.preventDefault();
    const response = kind.read(form);
    if (response === null) {
      missing.textContent = words("nothing_chosen");
      return first();
    }
    stopwatch.lap(question.id);
    // The journal first: the commit of the answer takes it along.
    journal(player, question, response, (session.state.checks[index]?.tries ?? 0) + 1, stopwatch.take(question.id));
    session.update(answerCheck(session.state, course, index, response, kind.mark(response, key) === "right"), "now");
    tell(response);
    player.changed();
  });
  press(again, () => {
    kind.show(form, null);
    clear();
    first();
  });
}
