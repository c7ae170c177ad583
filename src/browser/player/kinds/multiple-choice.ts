import type { QuestionKind } from "./kind";

const mask = (options: readonly number[]): number => options.reduce((all, option) => all | (1 << option), 0);

/** Any number of options. The response holds one bit an option, the first option lowest. */
export const kind: QuestionKind = {
  type: "choice",
  read(form) {
    const chosen = [...form.querySelectorAll<HTMLInputElement>("input:checked")];
    return chosen.length > 0 ? mask(chosen.map((input) => Number(input.value))) : null;
  },
  show(form, response) {
    for (const input of form.querySelectorAll("input")) input.checked = ((response ?? 0) & (1 << Number(input.value))) !== 0;
  },
  mark(response, key) {
    const right = mask(key.right);
    if (response === right) return "right";
    return (response & right) !== 0 ? "partly" : "wrong";
  },
  chosen: (response, options) => Array.from({ length: options }, (_, option) => option).filter((option) => response & (1 << option)),
};
