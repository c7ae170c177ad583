/** Puts the options in another order. */
export function mixOptions(root: HTMLElement, order: readonly number[]): void {
  const options = order.flatMap((option) => root.querySelector<HTMLElement>(`[data-option="${option}"]`) ?? []);
  options[0]?.parentElement?.append(...options);
}

/** Shows for each part whether it is right; null removes the results. */
export function markParts(root: HTMLElement, rights: readonly boolean[] | null, words: (key: string) => string): void {
  for (const part of root.querySelectorAll<HTMLElement>("[data-part]")) {
    const right = rights?.[Number(part.dataset.part)];
    if (right === undefined) delete part.dataset.mark;
    else part.dataset.mark = right ? "right" : "wrong";
    const place = part.querySelector("[data-part-result]");
    if (place) place.textContent = right === undefined ? "" : words(right ? "part_right" : "part_wrong");
  }
}

export const changed = (root: HTMLElement): boolean => root.dispatchEvent(new Event("change", { bubbles: true }));

export const count = (some: readonly boolean[]): number => some.filter(Boolean).length;
