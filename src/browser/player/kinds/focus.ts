/**
 * Moves the focus and scrolls to the element, in this window only. Without `preventScroll`, and with scrollIntoView(),
 * browsers also scroll the page of the LMS around the course.
 */
export function focusOn(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true });
  if (element) reveal(element);
}

/** Scrolls the boxes around an element, and this window, as far as needed to show it. */
export function reveal(element: Element): void {
  for (let box = element.parentElement; box; box = box.parentElement) {
    const isPage = box === document.documentElement;
    const { overflowY, position, scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(box);
    if (isPage || /auto|scroll/.test(overflowY)) {
      const frame = isPage ? { top: 0, bottom: innerHeight } : box.getBoundingClientRect();
      const { top, bottom } = element.getBoundingClientRect();
      const above = top - frame.top - (parseFloat(scrollPaddingTop) || 0);
      const below = bottom - frame.bottom + (parseFloat(scrollPaddingBottom) || 0);
      if (above < 0 || below > 0) box.scrollTop += above < 0 ? above : Math.min(above, below);
    }
    if (position === "fixed") return;
  }
}
