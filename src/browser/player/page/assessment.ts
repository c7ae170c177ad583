import { itemsOf, type QuestionData } from "../core/course-data";
import { drawn, nextSeed } from "../core/draw";
import { order } from "../core/shuffle";
import { answerItem, startAttempt, submitAttempt } from "../core/state";
import { all, arrive, button, make, on, place, press } from "./dom";
import { arrange, explain, formOf } from "./feedback";
import { journal } from "./journal";
import { kindOf, randomSeed, type Player } from "./player";
import { showResults } from "./results";
import type { Stopwatch } from "./stopwatch";

/** The assessment of a page: one attempt at a time, each answer kept when it is chosen, feedback only after sending. */
export function prepareAssessment(player: Player, article: HTMLElement, stopwatch: Stopwatch): void {
  const { course, session, words, keys } = player;
  const rules = course.assessment;
  const area = place("submit-area", article);
  const unanswered = place("unanswered", article);
  const results = place("results", article);
  const items = itemsOf(course).flatMap((question, index) => {
    const form = formOf(question);
    const kind = kindOf(player, question);
    return form && kind ? [{ question, index, form, kind }] : [];
  });
  const begin = (): void => session.update(startAttempt(session.state, nextSeed(session.state.attempt?.seed ?? null, randomSeed())), "soon");
  const asked = (): typeof items => {
    const draw = drawn(course, session.state.attempt?.seed ?? 0);
    return items.filter(({ index }) => draw.includes(index));
  };
  const responseTo = (index: number): number | null => session.state.attempt?.responses[index] ?? null;

  for (const { question, index, form, kind } of items) {
    on(form, "submit", (event) => event.preventDefault()); // Enter in a question sends nothing
    on(form, "change", () => {
      stopwatch.lap(question.id);
      session.update(answerItem(session.state, index, kind.read(form)), "now");
      unanswered.replaceChildren();
    });
  }
  press(place("submit", article), check);
  if (!session.state.attempt) begin();
  restore();

  /** Shows the attempt as it stands: open, or sent with its results. */
  function restore(): void {
    const submitted = session.state.attempt?.submitted ?? false;
    sort(session.state.attempt?.seed ?? 0);
    for (const { question, index, form, kind } of items) {
      kind.show(form, responseTo(index));
      for (const fields of form.querySelectorAll("fieldset")) fields.disabled = submitted;
      place("result", form).replaceChildren();
      if (submitted) explain(player, question, responseTo(index));
    }
    area.hidden = submitted;
    results.hidden = !submitted;
    if (submitted) showResults(player, results, rights(), retry);
  }

  /** Which questions and in what order comes from the seed, so that it is the same when the learner comes back. */
  function sort(seed: number): void {
    const draw = asked();
    const sequence = rules?.shuffleQuestions ? order(seed, "questions", draw.length) : draw.map((_, index) => index);
    for (const { form } of items) form.hidden = true;
    sequence.forEach((authored, shown) => {
      const item = draw[authored];
      if (!item) return;
      const { form, question } = item;
      form.hidden = false;
      form.parentElement?.append(form);
      place("label", form).textContent = words("question_of", { n: shown + 1, total: draw.length });
      if (rules?.shuffleOptions && question.kind !== "true-false") arrange(form, order(seed, question.id, question.options));
    });
  }

  function rights(): boolean[] {
    return itemsOf(course).map((question: QuestionData, index) => {
      const key = keys.get(question.id);
      const response = responseTo(index);
      return response !== null && key !== undefined && kindOf(player, question)?.mark(response, key) === "right";
    });
  }

  /** Names what has no answer, and leaves the choice: nobody has to answer what is too hard. */
  function check(): void {
    const open = asked().filter(({ index }) => responseTo(index) === null).map(({ form }) => form);
    if (open.length === 0) return send();
    open.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const list = open.map((form) => {
      const link = make("a", { href: `#${form.id}` }, place("label", form).textContent ?? "");
      press(link, (event) => {
        event.preventDefault();
        arrive(form.querySelector("input"), form);
      });
      return make("li", {}, link);
    });
    unanswered.replaceChildren(
      make("p", {}, words(open.length === 1 ? "unanswered_one" : "unanswered", { n: open.length })), make("ul", {}, ...list),
      button(words("submit_anyway"), send, { "data-submit-anyway": "" }),
    );
  }

  function send(): void {
    for (const { question, index } of asked()) {
      const response = responseTo(index);
      if (response !== null) journal(player, question, response, session.state.attemptsUsed + 1, stopwatch.take(question.id));
    }
    session.update(submitAttempt(session.state, course, rights()), "now");
    unanswered.replaceChildren();
    restore();
    player.changed();
    arrive(results.querySelector("h3"), results);
  }

  function retry(): void {
    begin();
    stopwatch.start();
    restore();
    const first = all("form[data-question]", place("questions", article)).find((form) => !form.hidden);
    if (first) arrive(first.querySelector("input"), first);
  }
}
