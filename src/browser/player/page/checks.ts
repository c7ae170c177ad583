import { checksOf, type QuestionData } from "../core/course-data";
import { answerCheck, keepCheck, mostTries } from "../core/answers";
import type { CheckState } from "../core/state";
import { focusOn, reveal } from "../kinds/focus";
import type { Judgement } from "../kinds/judge";
import type { Player } from "./contract";
import { all, place, press } from "./dom";
import { clear, explain, seat } from "./feedback";
import { formOf, hasFocus, onChange, onSubmit } from "./forms";
import { journal } from "./journal";
import { onwardFrom, withdrawOthers } from "./onward";
import type { Stopwatch } from "./stopwatch";

export { openJournal } from "../lms/scorm12-interactions";

/** Activates the knowledge checks of a page. They are marked at once and can be repeated without limit. */
export function prepareChecks(player: Player, page: string, stopwatch: Stopwatch): void {
  const { session, course } = player;
  checksOf(course).forEach((question, index) => {
    if (question.page === page)
      prepare(player, question, stopwatch, {
        known: session.state.checks[index] ?? null,
        keep: (response) => session.update(keepCheck(session.state, index, response), "now"),
        answer: (response, right) => session.update(answerCheck(session.state, course, index, response, right), "now"),
        tries: () => session.state.checks[index]?.tries ?? 0,
      });
  });
  // On a private page an answer stays in the form only.
  for (const question of course.questions) {
    if (question.private && question.page === page)
      prepare(player, question, stopwatch, {
        known: null,
        keep: () => undefined,
        answer: () => undefined,
        tries: () => 0,
      });
  }
}

/** Stores the answers to one question. */
interface AnswerStore {
  readonly known: CheckState | null;
  /** Stores a step of a question that has not ended. */
  keep(response: number): void;
  answer(response: number, right: boolean): void;
  tries(): number;
}

/** The one button that a question shows: its next step. */
type Step = "check" | "again" | "onward";

function prepare(
  player: Player,
  question: QuestionData,
  stopwatch: Stopwatch,
  { known, keep, answer, tries }: AnswerStore,
): void {
  const form = formOf(player, question);
  if (!form) return;
  const { element } = form;
  const missing = place("missing", element);
  const buttons: Readonly<Record<Step, HTMLElement>> = {
    check: place("check", element),
    again: place("again", element),
    onward: place("onward", element),
  };
  const turnsPage = buttons.onward.textContent;
  let goOn = (): void => undefined;
  let isWarned = false; // that fields are empty
  if (question.shuffle) form.mix(player.seed);

  /** Shows one button, or none. A question of several steps has no button until its end. */
  const offer = (step: Step | null): void => {
    const shown = step === "check" && form.isDone ? null : step;
    for (const [name, button] of Object.entries(buttons)) button.hidden = name !== shown;
    place("actions", element).hidden = shown === null;
    if (step === null) delete element.dataset.main;
    else element.dataset.main = step;
  };
  const isDone = (response: number): boolean => form.isDone?.(response) ?? true;
  /** Whether another try is offered. */
  const isWrong = ({ verdict }: Judgement): boolean => !question.once && (verdict === "wrong" || verdict === "partly");
  const close = (): void => {
    if (question.once) for (const fields of all<HTMLFieldSetElement>("fieldset", element)) fields.disabled = true;
  };

  /** Offers the step after a verdict. */
  const offerNext = (judgement: Judgement): void => {
    withdrawOthers(element);
    const onward = isWrong(judgement) ? null : onwardFrom(player, element);
    if (onward) {
      goOn = onward.go;
      buttons.onward.textContent = onward.label ?? turnsPage;
    }
    offer(isWrong(judgement) ? "again" : onward && "onward");
  };

  const submit = (response: number): void => {
    stopwatch.lap(question.id);
    const judgement = form.judge(response);
    // The journal first, so that the commit of the answer includes it.
    journal(player, question, judgement, tries() + 1, mostTries, stopwatch.take(question.id));
    answer(response, judgement.verdict === "right" || judgement.verdict === "noted");
    const hadFocus = hasFocus(element);
    close();
    explain(player, form, judgement);
    offerNext(judgement);
    player.changed();
    // At the end of a scenario the focus stays on its last words.
    if (hadFocus && !form.isDone) {
      const button = Object.values(buttons).find((one) => !one.hidden);
      if (button) button.focus({ preventScroll: true });
      else form.focus();
    }
    // The last call decides what is in view: the verdict, else the first mark, else the button.
    reveal(place("actions", element));
    const mark = element.querySelector('[data-mark="wrong"]') ?? element.querySelector("[data-mark]");
    if (mark) reveal(mark);
    reveal(place("result", element));
  };

  const draft = player.drafts.get(question.id) ?? known?.response;
  offer("check");
  if (draft !== undefined) form.show(draft);
  if (known && draft === known.response && isDone(known.response)) {
    const judgement = form.judge(known.response);
    close();
    explain(player, form, judgement);
    offer(isWrong(judgement) ? "again" : null);
  } else seat(form);

  // Feedback belongs to the previous answer: remove it when the choice changes.
  const restart = (): void => {
    isWarned = false;
    missing.replaceChildren();
    clear(form);
    offer("check");
    player.changed();
  };
  onChange(element, () => {
    restart();
    const response = form.isDone ? form.read() : null;
    if (response === null) return;
    if (isDone(response)) submit(response);
    else keep(response);
  });
  onSubmit(element, () => {
    const step = element.dataset.main as Step | undefined;
    if (step !== "check") return step && buttons[step].click();
    const response = form.read();
    if (response === null) {
      missing.textContent = form.lacking;
      return form.focus();
    }
    const fields = all<HTMLInputElement | HTMLSelectElement>("[data-part] select, [data-part] input", element);
    const empty = fields.filter(({ value }) => value.trim() === "");
    if (empty.length > 0 && !isWarned) {
      isWarned = true;
      missing.textContent = player.words("still_empty", { n: empty.length, total: fields.length });
      return focusOn(empty[0]);
    }
    if (isDone(response)) submit(response);
  });
  press(buttons.again, () => {
    // The right parts stay. Where parts have no fields, all is answered again.
    const wrong = all<HTMLInputElement | HTMLSelectElement>(
      '[data-part][data-mark="wrong"] select, [data-part][data-mark="wrong"] input',
      element,
    );
    for (const field of wrong) field.value = "";
    if (wrong.length === 0) form.show(null);
    restart();
    if (wrong[0]) focusOn(wrong[0]);
    else form.focus();
  });
  press(buttons.onward, () => {
    offer(null);
    player.changed();
    goOn();
  });
}
