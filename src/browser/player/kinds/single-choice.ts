import type { QuestionKind } from "./kind";
import { mixOptions } from "./options";

/** One of several options. The response is the index of the option. */
export const kind: QuestionKind = {
  read(root) {
    const input = root.querySelector<HTMLInputElement>("input:checked");
    return input ? Number(input.value) : null;
  },
  show(root, response) {
    for (const input of root.querySelectorAll("input")) input.checked = Number(input.value) === response;
  },
  mark: (response, { key }) => ({ right: key.right.includes(response) ? 1 : 0, wrong: 0, of: 1 }),
  report: (response, { question, key }) => [
    { type: "choice", options: question.options, chosen: [response], right: key.right },
  ],
  chosen: (response) => [response],
  mix: (root, order, { question }) => mixOptions(root, order(question.id, question.options)),
};
