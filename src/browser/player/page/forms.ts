import type { QuestionData } from "../core/course-data";
import { order } from "../core/shuffle";
import { focusOn } from "../kinds/focus";
import { join, judge, split, type Judgement } from "../kinds/judge";
import type { Player } from "./contract";
import { all, arrive, on, place, press } from "./dom";
import { showMarks } from "./marks";

/**
 * The form of a question, read and filled by its kind, including the learner's confidence if the question asks for it.
 */
export interface Form {
  readonly question: QuestionData;
  readonly element: HTMLFormElement;
  /** null while nothing is chosen. */
  read(): number | null;
  show(response: number | null): void;
  /** Shuffles the options by a seed. */
  mix(seed: number): void;
  judge(response: number): Judgement;
  /** For a question of several steps: whether this response is the end. Earlier responses are stored but not judged. */
  readonly isDone: ((response: number) => boolean) | null;
  /** Marks each part and each chosen option, next to it; null removes the marks. */
  annotate(judgement: Judgement | null): void;
  /** Message when nothing is chosen. */
  readonly lacking: string;
  /** Moves the focus to the chosen option, or to the first field of the answer. */
  focus(): void;
}

/** Finds the form of a question; null until the module of the question is loaded. */
export function formOf(player: Player, question: QuestionData): Form | null {
  const element = document.querySelector<HTMLFormElement>(`form[data-question="${question.id}"]`);
  const kind = player.parts.questions[question.kind];
  const key = player.keys.get(question.id);
  if (!element || !kind || !key) return null;
  const asked = { question, key, language: player.course.language, words: player.words };
  const root = place("answer", element);
  const confidences = all<HTMLInputElement>("[data-confidence] input", element);
  if (!root.dataset.ready) kind.prepare?.(root, asked);
  root.dataset.ready = "yes";
  const form: Form = {
    question,
    element,
    read() {
      const answer = kind.read(root, asked);
      return answer === null
        ? null
        : join(question, answer, Number(confidences.find((input) => input.checked)?.value ?? 0));
    },
    show(response) {
      const { answer = null, confidence = 0 } = response === null ? {} : split(question, response);
      kind.show(root, answer, asked);
      for (const input of confidences) input.checked = Number(input.value) === confidence;
    },
    mix: (seed) => kind.mix?.(root, (salt, count) => order(seed, salt, count), asked),
    judge: (response) => judge(kind, asked, response),
    isDone: kind.done ? (response) => kind.done?.(split(question, response).answer, asked) ?? true : null,
    annotate: (judgement) => showMarks(root, judgement, key.right, player.words),
    lacking: kind.lacking?.(asked) ?? player.words("nothing_chosen"),
    focus: () =>
      focusOn(root.querySelector<HTMLElement>("input:checked") ?? root.querySelector("input, select, button")),
  };
  player.forms.set(question.id, form);
  return form;
}

/**
 * Calls back for a press of the button and for Enter in a field. It does not submit the form: some LMSs forbid that to
 * the frame, without an event or a message.
 */
export function onSubmit(element: HTMLFormElement, submit: () => void): void {
  const run = (event: Event): void => {
    event.preventDefault();
    submit();
  };
  press(place("check", element), run);
  on(element, "keydown", (event) => {
    const { key, isComposing, repeat } = event as KeyboardEvent;
    if (key !== "Enter" || isComposing) return;
    // A key that is held down would press one button after the other.
    if (repeat) event.preventDefault();
    else if (event.target instanceof HTMLInputElement) {
      // A field reports its change when it loses the focus: now, and not after the answer is marked.
      event.target.blur();
      run(event);
      if (document.activeElement === document.body) event.target.focus({ preventScroll: true });
    }
  });
}

/** Whether the focus is in the form, or nowhere: some browsers do not give it to a button that is clicked. */
export const hasFocus = (element: HTMLElement): boolean =>
  element.contains(document.activeElement) || document.activeElement === document.body;

/**
 * Calls back for a change of the answer. A press of a button takes the focus out of a field, which changes then: wait
 * for the end of the press, because a change of the page must not move the button away from the pointer.
 */
export function onChange(element: HTMLFormElement, changed: () => void): void {
  let isPressed = false;
  let isWaiting = false;
  const end = (): void => {
    isPressed = false;
    if (isWaiting) changed();
    isWaiting = false;
  };
  on(element, "change", () => {
    if (isPressed) isWaiting = true;
    else changed();
  });
  on(document, "mousedown", () => (isPressed = true));
  on(document, "click", end, true); // before the button's own listener
  on(document, "mouseup", () => setTimeout(end)); // a press that ends elsewhere is no click
}

/**
 * Scrolls to a question and moves the focus to what it is about, or else to its group of fields, whose name is the
 * question.
 */
export function arriveAt(element: HTMLElement): void {
  const group = element.querySelector<HTMLElement>("[data-material],fieldset");
  if (group) group.tabIndex = -1;
  arrive(group, element);
}
