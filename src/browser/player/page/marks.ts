import type { Judgement } from "../kinds/judge";
import type { Words } from "./contract";
import { all, icon, make } from "./dom";

/**
 * Marks each part and each chosen option as right or wrong, next to it, with an icon and a word; null removes the
 * marks. `rights`: the right options of a question whose options are marked.
 */
export function showMarks(
  root: HTMLElement,
  judgement: Judgement | null,
  rights: readonly number[],
  words: Words,
): void {
  const put = (element: HTMLElement, right: boolean | undefined, result: Element | null): void => {
    if (right === undefined) delete element.dataset.mark;
    else element.dataset.mark = right ? "right" : "wrong";
    result?.replaceChildren(
      ...(right === undefined
        ? []
        : [" ", icon(right ? "right" : "wrong"), words(right ? "part_right" : "part_wrong")]),
    );
  };
  for (const part of all("[data-part]", root))
    put(part, judgement?.mark?.parts?.[Number(part.dataset.part)], part.querySelector("[data-part-result]"));
  for (const option of all("[data-option]", root)) {
    const index = Number(option.dataset.option);
    const isMarked = judgement?.mark && judgement.chosen.includes(index);
    let result = option.querySelector(".part-result");
    if (isMarked && !result) {
      result = make("span", { class: "part-result" });
      option.querySelector("label")?.append(result);
    }
    put(option, isMarked ? rights.includes(index) : undefined, result);
  }
}
