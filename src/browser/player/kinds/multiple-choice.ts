import type { QuestionKind } from "./kind";
import { mixOptions } from "./options";

const mask = (options: readonly number[]): number => options.reduce((all, option) => all + 2 ** option, 0);
// No bit operators: more than 32 options are possible.
const has = (response: number, option: number): boolean => Math.floor(response / 2 ** option) % 2 === 1;
const chosenOf = (response: number, options: number): number[] =>
  Array.from({ length: options }, (_, option) => option).filter((option) => has(response, option));

/** Any number of options. The response has one bit per option, the first option lowest. */
export const kind: QuestionKind = {
  read(root) {
    const chosen = [...root.querySelectorAll<HTMLInputElement>("input:checked")];
    return chosen.length > 0 ? mask(chosen.map((input) => Number(input.value))) : null;
  },
  show(root, response) {
    for (const input of root.querySelectorAll("input")) input.checked = has(response ?? 0, Number(input.value));
  },
  mark(response, { question, key }) {
    const chosen = chosenOf(response, question.options);
    const right = chosen.filter((option) => key.right.includes(option)).length;
    return { right, wrong: chosen.length - right, of: key.right.length };
  },
  report: (response, { question: { options }, key }) => [
    { type: "choice", options, chosen: chosenOf(response, options), right: key.right },
  ],
  chosen: (response, { question }) => chosenOf(response, question.options),
  mix: (root, order, { question }) => mixOptions(root, order(question.id, question.options)),
};
