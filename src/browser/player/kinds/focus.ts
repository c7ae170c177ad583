/**
 * Moves the focus and scrolls to the element, in this window only. Without `preventScroll`, and with scrollIntoView(),
 * browsers also scroll the page of the LMS around the course.
 */
export function focusOn(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true });
  if (element) reveal(element);
}

/** Height at the top of a box that the bar of the course covers. */
export const covered = (box: Element): number => parseFloat(getComputedStyle(box).scrollPaddingTop) || 0;

/** Height at the foot of a box that a bar may cover. */
const below = (box: Element): number => parseFloat(getComputedStyle(box).scrollPaddingBottom) || 0;

/** Scrolls the boxes around an element, and this window, as far as needed to show it clear of the bars. */
export function reveal(element: Element): void {
  for (let box = element.parentElement; box; box = box.parentElement) {
    const isPage = box === document.documentElement;
    const { overflowY, position } = getComputedStyle(box);
    if (isPage || overflowY === "auto") {
      const frame = isPage ? { top: 0, bottom: innerHeight } : box.getBoundingClientRect();
      const { top, bottom } = element.getBoundingClientRect();
      box.scrollTop += Math.min(top - frame.top - covered(box), Math.max(0, bottom - frame.bottom + below(box)));
    }
    if (position === "fixed" || position === "sticky") return; // always in this window
  }
}
