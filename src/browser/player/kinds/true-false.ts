import { choiceTold } from "../core/letters";
import type { QuestionKind } from "./kind";
import { kind as choice } from "./single-choice";

/** True or false. True is always the first option, so option 0. Reported with the interaction type true-false. */
const { mix: _, ...rest } = choice;
export const kind: QuestionKind = {
  ...rest,
  tell: (response, { question, key }) => [choiceTold("true-false", question.options, [response], key.right)],
};
