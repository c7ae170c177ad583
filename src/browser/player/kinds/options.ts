import type { Mark } from "../core/marking";

/** Puts the options in another order. */
export function mixOptions(root: HTMLElement, order: readonly number[]): void {
  const options = order.flatMap((option) => root.querySelector<HTMLElement>(`[data-option="${option}"]`) ?? []);
  options[0]?.parentElement?.append(...options);
}

export const changed = (root: HTMLElement): boolean => root.dispatchEvent(new Event("change", { bubbles: true }));

/** The mark of a question with parts that are right or wrong. */
export const markOf = (parts: readonly boolean[]): Mark => ({
  parts,
  right: parts.filter(Boolean).length,
  wrong: 0,
  of: parts.length,
});
