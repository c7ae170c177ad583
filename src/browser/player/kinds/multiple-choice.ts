import type { QuestionKind } from "./kind";

const mask = (options: readonly number[]): number => options.reduce((all, option) => all + 2 ** option, 0);
const has = (response: number, option: number): boolean => Math.floor(response / 2 ** option) % 2 === 1; // more than 32 options are possible

/** Any number of options. The response holds one bit an option, the first option lowest. */
export const kind: QuestionKind = {
  type: "choice",
  read(form) {
    const chosen = [...form.querySelectorAll<HTMLInputElement>("input:checked")];
    return chosen.length > 0 ? mask(chosen.map((input) => Number(input.value))) : null;
  },
  show(form, response) {
    for (const input of form.querySelectorAll("input")) input.checked = has(response ?? 0, Number(input.value));
  },
  mark(response, key) {
    if (response === mask(key.right)) return "right";
    return key.right.some((option) => has(response, option)) ? "partly" : "wrong";
  },
  chosen: (response, options) => Array.from({ length: options }, (_, option) => option).filter((option) => has(response, option)),
};
