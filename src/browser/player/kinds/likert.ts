import { likertTold } from "../core/letters";
import type { QuestionKind } from "./kind";
import { kind as choice } from "./single-choice";

/** A step on a scale; nothing is right or wrong. */
const { mix: _, chosen: __, ...rest } = choice;
export const kind: QuestionKind = { ...rest, mark: () => null, tell: (response) => [likertTold(response)] };
