import type { QuestionData } from "../core/course-data";
import { order } from "../core/shuffle";
import type { Asked, QuestionKind } from "../kinds/kind";
import { all, place } from "./dom";
import { join, split } from "./journal";
import { answering, type Player } from "./player";

/**
 * The form of a question, read and filled by its kind, including the learner's confidence if the question asks for it.
 */
export interface Form {
  readonly question: QuestionData;
  readonly element: HTMLFormElement;
  readonly kind: QuestionKind;
  readonly asked: Asked;
  /** null while nothing is chosen. */
  read(): number | null;
  show(response: number | null): void;
  /** Shuffles the options by a seed. */
  mix(seed: number): void;
  annotate(response: number | null): void;
  /** Message when nothing is chosen. */
  readonly lacking: string;
  /** Moves the focus to the first field of the answer. */
  focus(): void;
}

export function formOf(player: Player, question: QuestionData): Form | null {
  const element = document.querySelector<HTMLFormElement>(`form[data-question="${question.id}"]`);
  const { kind, asked } = answering(player, question) ?? {};
  if (!element || !kind || !asked) return null;
  const root = place("answer", element);
  const confidences = all<HTMLInputElement>("[data-confidence] input", element);
  if (!root.dataset.ready) kind.prepare?.(root, asked);
  root.dataset.ready = "yes";
  const form: Form = {
    question,
    element,
    kind,
    asked,
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
    annotate: (response) => kind.annotate?.(root, response === null ? null : split(question, response).answer, asked),
    lacking: kind.lacking?.(asked) ?? player.words("nothing_chosen"),
    focus: () => root.querySelector<HTMLElement>("input, select, button")?.focus(),
  };
  player.forms.set(question.id, form);
  return form;
}
