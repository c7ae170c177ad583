import { itemsOf } from "../core/course-data";
import { drawn } from "../core/draw";
import { creditOf } from "../core/marking";
import { order } from "../core/shuffle";
import { answerItem, mostAttempts, nextSeed, startAttempt, submitAttempt } from "../core/answers";
import type { Judgement } from "../kinds/judge";
import type { Player } from "./contract";
import { all, arrive, button, make, place, press } from "./dom";
import { explain } from "./feedback";
import { formOf, onChange, onSubmit, type Form } from "./forms";
import { journal } from "./journal";
import { randomSeed } from "./player";
import { showResults } from "./results";
import type { Stopwatch } from "./stopwatch";

interface Item {
  readonly form: Form;
  readonly index: number;
  /** The judgement of the newest answer, and that answer. */
  judged?: readonly [response: number, judgement: Judgement];
}

/**
 * Runs the assessment of a page. Each answer is saved when chosen. Feedback follows after submitting, at once, or
 * never.
 */
export function prepareAssessment(player: Player, article: HTMLElement, stopwatch: Stopwatch): void {
  const { course, session, words } = player;
  const rules = course.assessment;
  const area = place("submit-area", article);
  const unanswered = place("unanswered", article);
  const results = place("results", article);
  const items: Item[] = itemsOf(course).flatMap((question, index) => {
    const form = formOf(player, question);
    return form ? [{ form, index }] : [];
  });
  const atOnce = rules?.feedback === "now";
  const begin = (): void =>
    session.update(startAttempt(session.state, nextSeed(session.state.attempt?.seed ?? null, randomSeed())), "soon");
  const asked = (): Item[] => {
    const draw = drawn(course, session.state.attempt?.seed ?? 0);
    return items.filter(({ index }) => draw.includes(index));
  };
  const responseTo = (index: number): number | null => session.state.attempt?.responses[index] ?? null;

  /** Judges an answer once, however often the judgement is needed; null without an answer. */
  function judgementOf(item: Item): Judgement | null {
    const response = responseTo(item.index);
    if (response === null) return null;
    if (item.judged?.[0] !== response) item.judged = [response, item.form.judge(response)];
    return item.judged[1];
  }

  for (const item of items) {
    const { form, index } = item;
    const keep = (): void => {
      stopwatch.lap(form.question.id);
      session.update(answerItem(session.state, index, form.read()), "now");
      unanswered.replaceChildren();
      player.changed();
    };
    if (atOnce) place("actions", form.element).hidden = false;
    else onChange(form.element, keep);
    onSubmit(form.element, () => {
      if (!atOnce || responseTo(index) !== null) return;
      place("missing", form.element).textContent = form.read() === null ? form.lacking : "";
      if (form.read() === null) return form.focus();
      keep();
      settle(item);
    });
  }
  press(place("submit", article), check);
  if (!session.state.attempt) begin();
  restore();

  /** Shows the current attempt: open, or submitted with its results. */
  function restore(): void {
    const submitted = session.state.attempt?.submitted ?? false;
    sort(session.state.attempt?.seed ?? 0);
    for (const item of items) {
      item.form.show(responseTo(item.index) ?? (atOnce ? player.drafts.get(item.form.question.id) : null) ?? null);
      settle(item);
    }
    area.hidden = submitted;
    results.hidden = !submitted;
    if (submitted) showResults(player, results, credits(), retry);
  }

  /** Makes a question read-only once its answer is final, and shows the feedback. */
  function settle(item: Item): void {
    const { form } = item;
    const submitted = session.state.attempt?.submitted ?? false;
    const done = submitted || (atOnce && responseTo(item.index) !== null);
    for (const fields of all<HTMLFieldSetElement>("fieldset", form.element)) fields.disabled = done;
    if (atOnce) place("actions", form.element).hidden = done;
    place("result", form.element).replaceChildren();
    form.annotate(null);
    if (done && rules?.feedback !== "never") explain(player, form, judgementOf(item));
  }

  /** Shows the drawn questions in the order of the seed, the same at every launch. */
  function sort(seed: number): void {
    const draw = asked();
    const sequence = rules?.shuffleQuestions ? order(seed, "questions", draw.length) : draw.map((_, index) => index);
    for (const { form } of items) form.element.hidden = true;
    sequence.forEach((authored, shown) => {
      const item = draw[authored];
      if (!item) return;
      const { form } = item;
      form.element.hidden = false;
      form.element.parentElement?.append(form.element);
      place("label", form.element).textContent = words("question_of", { n: shown + 1, total: draw.length });
      if (rules?.shuffleOptions) form.mix(seed);
    });
  }

  function credits(): number[] {
    const marks = new Map(
      items.map((item) => [item.index, creditOf(judgementOf(item)?.mark ?? null, rules?.credit ?? "whole")]),
    );
    return itemsOf(course).map((_, index) => marks.get(index) ?? 0);
  }

  /** Lists unanswered questions before submitting. The learner may submit all the same. */
  function check(): void {
    const open = asked().filter(({ index }) => responseTo(index) === null);
    if (open.length === 0) return send();
    open.sort((a, b) =>
      a.form.element.compareDocumentPosition(b.form.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    const list = open.map(({ form: { element } }) => {
      const link = make("a", { href: `#${element.id}` }, place("label", element).textContent ?? "");
      press(link, (event) => {
        event.preventDefault();
        arrive(element.querySelector<HTMLElement>("input, select, button"), element);
      });
      return make("li", {}, link);
    });
    unanswered.replaceChildren(
      make("p", {}, words("unanswered", { n: open.length })),
      make("ul", {}, ...list),
      button(words("submit_anyway"), send, { "data-submit-anyway": "" }),
    );
  }

  function send(): void {
    for (const item of asked()) {
      const { question } = item.form;
      const judgement = judgementOf(item);
      const time = stopwatch.take(question.id);
      if (judgement) journal(player, question, judgement, session.state.attemptsUsed + 1, mostAttempts, time);
    }
    session.update(submitAttempt(session.state, course, credits()), "now");
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
    if (first) arrive(first.querySelector<HTMLElement>("input, select, button"), first);
  }
}
