import { pack, unpack } from "../core/radix";
import { prepareBins, showBins } from "./bins";
import type { Asked, QuestionKind } from "./kind";
import { markOf } from "./options";

/** One value more than targets: 0 means nothing chosen. */
const bases = ({ question }: Asked): number[] => Array.from({ length: question.parts }, () => question.options + 1);
const chosenOf = (response: number, asked: Asked): (number | null)[] =>
  unpack(response, bases(asked)).map((digit) => (digit === 0 ? null : digit - 1));
const rightsOf = (response: number, asked: Asked): boolean[] =>
  chosenOf(response, asked).map((target, part) => target === asked.key.right[part]);

/** A question with a list of targets for each item, and boxes to drag the items into. */
export const kind: QuestionKind = {
  read(root, asked) {
    const digits = bases(asked).map(() => 0);
    for (const part of root.querySelectorAll<HTMLElement>("[data-part]")) {
      const { value } = part.querySelector("select") as HTMLSelectElement;
      digits[Number(part.dataset.part)] = value === "" ? 0 : Number(value) + 1;
    }
    return digits.some((digit) => digit > 0) ? pack(digits, bases(asked)) : null;
  },
  show(root, response, asked) {
    const chosen = response === null ? [] : chosenOf(response, asked);
    for (const part of root.querySelectorAll<HTMLElement>("[data-part]")) {
      (part.querySelector("select") as HTMLSelectElement).value = String(chosen[Number(part.dataset.part)] ?? "");
    }
    showBins(root);
  },
  mark: (response, asked) => markOf(rightsOf(response, asked)),
  report: (response, asked) => [{ type: "matching", chosen: chosenOf(response, asked), right: asked.key.right }],
  mix(root, order, { question }) {
    const parts = order(question.id, question.parts).flatMap(
      (part) => root.querySelector<HTMLElement>(`[data-part="${part}"]`) ?? [],
    );
    parts[0]?.parentElement?.append(...parts);
  },
  prepare: (root, { words }) => prepareBins(root, words("drag_here")),
};
