import type { QuestionKind } from "./kind";
import { kind as choice } from "./single-choice";

/** A step on a scale, without right or wrong answers. */
const { mix: _, chosen: __, ...rest } = choice;
export const kind: QuestionKind = {
  ...rest,
  mark: () => null,
  report: (response) => [{ type: "likert", chosen: response }],
};
