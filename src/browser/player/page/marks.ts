import type { Judgement } from "../kinds/judge";
import type { Words } from "./contract";
import { all, icon, make } from "./dom";

/** Most characters of a choice that a closed list shows on a narrow screen. */
const longest = 22;

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
  const mark = judgement?.mark;
  const put = (element: HTMLElement, right: boolean | undefined, result: Element | null): void => {
    const name = right ? "right" : "wrong";
    const isMarked = right !== undefined;
    if (isMarked) element.dataset.mark = name;
    else delete element.dataset.mark;
    result?.replaceChildren(...(isMarked ? [" ", icon(name), words(`part_${name}`)] : []));
  };
  for (const part of all("[data-part]", root)) {
    const right = mark?.parts?.[Number(part.dataset.part)];
    const result = part.querySelector("[data-part-result]");
    const field = part.querySelector<HTMLInputElement | HTMLSelectElement>("select, input");
    put(part, right, result);
    if (!field || !result) continue;
    result.id = `${root.closest("form")?.id ?? ""}-part-${part.dataset.part ?? ""}`;
    if (right === undefined) field.removeAttribute("aria-describedby");
    else field.setAttribute("aria-describedby", result.id);
    const chosen = field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.text ?? "") : "";
    if (right !== undefined && chosen.length > longest) result.prepend(`${chosen} `); // the list may cut it off
  }
  for (const option of all("[data-option], [data-area]", root)) {
    const index = Number(option.dataset.option ?? option.dataset.area);
    // An option with a part of the points is neither right nor wrong: the verdict below it says so.
    const isMarked = mark && !(mark.right % 1) && judgement?.chosen.includes(index);
    let result = option.querySelector(".part-result");
    const label = option.querySelector("label"); // an area of a picture has none
    if (isMarked && !result && label) {
      result = make("span", { class: "part-result" });
      label.append(result);
    }
    put(option, isMarked ? rights.includes(index) : undefined, result);
  }
}
