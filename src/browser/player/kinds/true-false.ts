import type { QuestionKind } from "./kind";
import { kind as choice } from "./single-choice";

/** True stands first, so true is option 0. An LMS has a type of its own for it. */
export const kind: QuestionKind = { ...choice, type: "true-false" };
