import type { QuestionData, QuestionKey } from "../player/core/course-data";
import { changed } from "./documents";
import { pathTo } from "./scenario-path";

type Fill = (form: HTMLElement, question: QuestionData, key: QuestionKey, right: boolean) => void;

const parts = (form: HTMLElement): HTMLElement[] =>
  [...form.querySelectorAll<HTMLElement>("[data-answer] [data-part]")].sort(
    (a, b) => Number(a.dataset.part) - Number(b.dataset.part),
  );

function set(field: HTMLInputElement | HTMLSelectElement | null, value: string): void {
  if (!field) return;
  field.value = value;
  changed(field);
}

const choose: Fill = (form, question, key, right) => {
  const wrong = Array.from({ length: question.options }, (_, option) => option)
    .filter((option) => !key.right.includes(option))
    .sort((one, other) => (key.credits?.[one] ?? 0) - (key.credits?.[other] ?? 0))
    .slice(0, 1);
  const wanted = right ? key.right : wrong;
  for (const box of form.querySelectorAll<HTMLInputElement>("[data-answer] input"))
    if (box.checked !== wanted.includes(Number(box.value)) && (box.type !== "radio" || !box.checked)) box.click();
};

const selectEach: Fill = (form, question, key, right) =>
  parts(form).forEach((part, index) => {
    const answer = key.right[index] ?? 0;
    set(part.querySelector("select"), String(right ? answer : (answer + 1) % question.options));
  });

const order: Fill = (form, _, key, right) => {
  const wanted = right ? [...key.right].sort((a, b) => a - b) : [...key.right].sort((a, b) => b - a);
  wanted.forEach((thing, place) => {
    const line = form.querySelector<HTMLElement>(`[data-part="${thing}"]`);
    for (
      let moves = 0;
      line?.parentElement && [...line.parentElement.children].indexOf(line) > place && moves < 50;
      moves++
    )
      line.querySelector<HTMLElement>("[data-up]")?.click();
  });
  // The question counts as answered only once a line was moved, even if the order is right by chance.
  const touched = form.querySelector<HTMLElement>("[data-answer]")?.dataset.touched;
  if (!touched)
    for (const name of ["down", "up"])
      form.querySelector<HTMLElement>(`[data-part="${wanted[0]}"] [data-${name}]`)?.click();
};

const typeNumber: Fill = (form, _, key, right) =>
  set(
    form.querySelector("[data-answer] input"),
    String(right ? key.answer : (key.right[0] ?? 0) > 0 ? key.least : key.most),
  );

const fillGaps: Fill = (form, _, key, right) =>
  parts(form).forEach((part, gap) => {
    const words = key.gaps?.[gap] ?? [];
    const select = part.querySelector("select");
    if (!select) set(part.querySelector("input"), right ? (words[0] ?? "") : "zzz");
    else if (right) set(select, "1");
    else set(select, String(words.length > (key.right[gap] ?? 0) ? words.length : ""));
  });

const walk: Fill = (form, _, key, right) => {
  for (const choice of pathTo(key, right))
    form.querySelector<HTMLElement>(`[data-node]:not([hidden]) [data-choice="${choice}"]`)?.click();
};

const first: Fill = (form) => form.querySelector<HTMLElement>("[data-answer] input")?.click();
const firstOfEach: Fill = (form) => {
  for (const part of parts(form)) part.querySelector<HTMLElement>("input")?.click();
};

/** How to answer each kind of question, by slug; other kinds have options to choose. */
const fills: Readonly<Record<string, Fill>> = {
  matching: selectEach,
  categorise: selectEach,
  ordering: order,
  numeric: typeNumber,
  "gap-fill": fillGaps,
  scenario: walk,
  dialogue: walk,
  likert: first,
  survey: firstOfEach,
};

/** Answers a question as a learner does, right or wrong. Without right or wrong answers it takes the first option. */
export function answer(form: HTMLElement, question: QuestionData, key: QuestionKey, right: boolean): void {
  (fills[question.kind] ?? choose)(form, question, key, right);
  form.querySelector<HTMLElement>("[data-confidence] input")?.click();
}
