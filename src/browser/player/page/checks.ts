import { checksOf, type QuestionData } from "../core/course-data";
import { order } from "../core/shuffle";
import { answerCheck, type CheckState } from "../core/state";
import { on, place, press } from "./dom";
import { arrange, explain, formOf } from "./feedback";
import { journal } from "./journal";
import { kindOf, type Player } from "./player";
import type { Stopwatch } from "./stopwatch";

/** Knowledge checks of one page: answered at once, tried again as often as wished. */
export function prepareChecks(player: Player, page: string, stopwatch: Stopwatch): void {
  const { session, course } = player;
  checksOf(course).forEach((question, index) => {
    if (question.page === page) prepare(player, question, stopwatch, {
      known: session.state.checks[index] ?? null,
      answer: (response, right) => session.update(answerCheck(session.state, course, index, response, right), "now"),
      tries: () => session.state.checks[index]?.tries ?? 0,
    });
  });
  // On a private page an answer stays in the form and goes nowhere.
  for (const question of course.questions) {
    if (question.private && question.page === page) prepare(player, question, stopwatch, { known: null, answer: () => undefined, tries: () => 0 });
  }
}

/** Where the answers to a question are kept. */
interface Keeping {
  readonly known: CheckState | null;
  answer(response: number, right: boolean): void;
  tries(): number;
}

function prepare(player: Player, question: QuestionData, stopwatch: Stopwatch, { known, answer, tries }: Keeping): void {
  const { words } = player;
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
    journal(player, question, response, tries() + 1, stopwatch.take(question.id));
    answer(response, kind.mark(response, key) === "right");
    tell(response);
    player.changed();
  });
  press(again, () => {
    kind.show(form, null);
    clear();
    first();
  });
}
