import { pack, unpack } from "../core/radix";
import type { Asked, QuestionKind } from "./kind";

const bases = ({ question }: Asked): number[] => Array.from({ length: question.parts }, () => question.options + 1);

/** Statements on a common scale, each reported as a separate interaction. */
export const kind: QuestionKind = {
  read(root, asked) {
    const digits = bases(asked).map(() => 0);
    for (const input of root.querySelectorAll<HTMLInputElement>("input:checked")) {
      digits[Number(input.closest<HTMLElement>("[data-part]")?.dataset.part)] = Number(input.value) + 1;
    }
    return digits.some((digit) => digit > 0) ? pack(digits, bases(asked)) : null;
  },
  show(root, response, asked) {
    const digits = unpack(response ?? 0, bases(asked));
    for (const input of root.querySelectorAll("input")) {
      input.checked =
        Number(input.value) + 1 === digits[Number(input.closest<HTMLElement>("[data-part]")?.dataset.part)];
    }
  },
  mark: () => null,
  report: (response, asked) =>
    unpack(response, bases(asked)).flatMap((digit, part) =>
      digit === 0 ? [] : [{ type: "likert", chosen: digit - 1, part: String(part + 1) }],
    ),
};
