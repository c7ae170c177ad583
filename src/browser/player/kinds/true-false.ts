import { reportChoice } from "../core/reported-answer";
import type { QuestionKind } from "./kind";
import { kind as choice } from "./single-choice";

/** True or false. True is always the first option, so option 0. Reported with the interaction type true-false. */
const { mix: _, ...rest } = choice;
export const kind: QuestionKind = {
  ...rest,
  report: (response, { question, key }) => [reportChoice("true-false", question.options, [response], key.right)],
};
