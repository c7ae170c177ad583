import { choiceTold } from "../core/letters";
import type { QuestionKind } from "./kind";
import { kind as choice } from "./single-choice";

/** True stands first, always, so true is option 0. An LMS has a type of its own for it. */
const { mix: _, ...rest } = choice;
export const kind: QuestionKind = {
  ...rest,
  tell: (response, { question, key }) => [choiceTold("true-false", question.options, [response], key.right)],
};
