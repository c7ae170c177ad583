import type { QuestionKind } from "./kind";

/** One option among several. The response is the index of the option. */
export const kind: QuestionKind = {
  type: "choice",
  read(form) {
    const input = form.querySelector<HTMLInputElement>("input:checked");
    return input ? Number(input.value) : null;
  },
  show(form, response) {
    for (const input of form.querySelectorAll("input")) input.checked = Number(input.value) === response;
  },
  mark: (response, key) => (key.right.includes(response) ? "right" : "wrong"),
  chosen: (response) => [response],
};
