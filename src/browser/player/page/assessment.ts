import { itemsOf } from "../core/course-data";
import { drawn } from "../core/draw";
import { creditOf } from "../core/marking";
import { order } from "../core/shuffle";
import { answerItem, mostAttempts, nextSeed, startAttempt, submitAttempt } from "../core/answers";
import { isInReview } from "../core/state";
import type { Judgement } from "../kinds/judge";
import type { Player } from "./contract";
import { focusOn, reveal } from "../kinds/focus";
import { all, arrive, button, make, place, press } from "./dom";
import { creditNote } from "./credit-note";
import { clear, explain } from "./feedback";
import { arriveAt, formOf, hasFocus, onChange, onSubmit, type Form } from "./forms";
import { journal } from "./journal";
import { randomSeed } from "./player";
import { showClosed, showResults } from "./results";
import { createSteps } from "./steps";
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
  const steps =
    place("questions", article).dataset.onePage === undefined
      ? createSteps(player, place("questions", article), area)
      : null;
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
      steps?.follow();
      player.changed();
    };
    if (atOnce) place("actions", form.element).hidden = false;
    else onChange(form.element, keep);
    onSubmit(form.element, () => {
      if (!atOnce || responseTo(index) !== null) return steps?.next();
      place("missing", form.element).textContent = form.read() === null ? form.lacking : "";
      if (form.read() === null) return form.focus();
      const hadFocus = hasFocus(form.element);
      keep();
      settle(item);
      steps?.follow();
      if (hadFocus) goOn(item);
      reveal(place("result", form.element));
    });
  }
  press(place("submit", article), check);
  restore();
  // The learner returns from the pages that open the assessment again.
  if (rules?.reviewAfter)
    new MutationObserver(() => {
      if (!article.hidden && !results.hidden) restore();
    }).observe(article, { attributeFilter: ["hidden"] });

  /** Shows the current attempt: open, or submitted with its results. */
  function restore(): void {
    if (!session.state.attempt && !isInReview(session.state)) begin();
    const { attempt } = session.state;
    const submitted = attempt?.submitted ?? true; // closed, and an update of the course dropped the attempt
    sort(attempt?.seed ?? 0);
    if (!attempt) for (const { form } of items) form.element.hidden = true;
    for (const item of items) {
      item.form.show(responseTo(item.index) ?? (atOnce ? player.drafts.get(item.form.question.id) : null) ?? null);
      settle(item);
    }
    area.hidden = submitted;
    results.hidden = !submitted;
    if (!attempt) showClosed(player, results);
    else if (submitted) showResults(player, results, credits(), hasPartly(), retry);
    steps?.begin(
      submitted ? null : shownForms(),
      ({ question }) => responseTo(itemsOf(course).indexOf(question)) !== null,
    );
    // Until nothing is left to do here, the main button is here and not the page's Next.
    if (!submitted || results.querySelector(".main")) place("assessment", article).dataset.main = "";
    else delete place("assessment", article).dataset.main;
  }

  /** The forms of the attempt in their order on the screen. */
  function shownForms(): Form[] {
    return asked()
      .map(({ form }) => form)
      .sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }

  /** Moves the focus on after feedback at once: to the button of the next step, or to the next open question. */
  function goOn(item: Item): void {
    if (steps) return steps.focusNext();
    const open = items.find((one) => one !== item && !one.form.element.hidden && responseTo(one.index) === null);
    open?.form.element.querySelector("fieldset")?.setAttribute("tabindex", "-1");
    (open?.form.element.querySelector("fieldset") ?? place("submit", article)).focus({ preventScroll: true });
  }

  /** Makes a question read-only once its answer is final, and shows the feedback. */
  function settle(item: Item): void {
    const { form } = item;
    const submitted = session.state.attempt?.submitted ?? false;
    const done = submitted || (atOnce && responseTo(item.index) !== null);
    for (const fields of all<HTMLFieldSetElement>("fieldset", form.element)) fields.disabled = done;
    if (atOnce) place("actions", form.element).hidden = done;
    clear(form);
    if (!done || rules?.feedback === "never") return;
    const judgement = judgementOf(item);
    explain(player, form, judgement, creditNote(player, form.question, judgement));
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
      const label = place("label", form.element);
      label.textContent = words("question_of", { n: shown + 1, total: draw.length });
      label.setAttribute("role", "heading");
      label.setAttribute("aria-level", "3");
      if (form.question.shuffle) form.mix(seed);
    });
  }

  function credits(): number[] {
    const marks = new Map(
      items.map((item) => [item.index, creditOf(judgementOf(item)?.mark ?? null, rules?.credit ?? "whole")]),
    );
    return itemsOf(course).map((_, index) => marks.get(index) ?? 0);
  }

  /** Whether an answer of this attempt is partly right. */
  function hasPartly(): boolean {
    return asked().some((item) => judgementOf(item)?.verdict === "partly");
  }

  /** Names unanswered questions before submitting. The learner may submit all the same. */
  function check(): void {
    const open = shownForms().filter(({ question }) => responseTo(itemsOf(course).indexOf(question)) === null);
    if (open.length === 0) return send();
    const list = open.map(({ element }) => {
      const link = make("a", { href: `#${element.id}` }, place("label", element).textContent ?? "");
      press(link, (event) => {
        event.preventDefault();
        arriveAt(element);
      });
      return make("li", {}, link);
    });
    const said = make("p", { tabindex: "-1" }, words("unanswered", { n: open.length }));
    unanswered.replaceChildren(
      said,
      ...(steps ? [] : [make("ul", {}, ...list)]), // the overview above has the list
      button(words("submit_anyway"), send, { "data-submit-anyway": "" }),
    );
    focusOn(said);
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
    player.changed();
    const [first] = shownForms();
    if (first) arriveAt(first.element);
  }
}
