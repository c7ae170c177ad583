import type { QuestionKind } from "./kind";
import { kind as choice } from "./single-choice";

/** True or false. True is always the first option, so option 0. Reported with the interaction type true-false. */
const { mix: _, ...rest } = choice;
export const kind: QuestionKind = {
  ...rest,
  report: (response, { question, key }) => [
    { type: "true-false", options: question.options, chosen: [response], right: key.right },
  ],
};
