import { on } from "./dom";

const gap = 8;

/**
 * Places the definition of a term below the term, or above it where there is more room. Narrow screens show it
 * at the foot of the window (terms.css).
 */
export function prepareTerms(): void {
  if (!("popover" in HTMLElement.prototype)) return;
  let open: HTMLElement | null = null;

  const settle = (): void => {
    const word = open && document.querySelector(`[popovertarget="${open.id}"]`);
    if (!open || !word) return;
    const lines = word.getClientRects(); // a term can go over two lines
    const first = lines[0];
    const last = lines[lines.length - 1];
    if (!first || !last) return;
    const { style } = open;
    const above = first.top - gap * 2;
    const below = innerHeight - last.bottom - gap * 2;
    const room = Math.max(above, below);
    style.setProperty("--room", `${room}px`);
    const { width, height } = open.getBoundingClientRect();
    const isBelow = below >= Math.min(height, room);
    const start = getComputedStyle(word).direction === "rtl" ? last.right - width : last.left;
    style.setProperty("--top", `${isBelow ? last.bottom + gap : first.top - gap - height}px`);
    style.setProperty(
      "--left",
      `${Math.max(gap, Math.min(start, document.documentElement.clientWidth - width - gap))}px`,
    );
    open.classList.add("placed");
  };

  // The event comes before the definition is shown; the next frame is still before it is painted.
  on(
    document,
    "beforetoggle",
    (event) => {
      const target = event.target as HTMLElement;
      if (!target.matches(".meaning")) return;
      const isOpening = (event as ToggleEvent).newState === "open";
      if (isOpening) open = target;
      else if (open === target) open = null;
      if (isOpening) requestAnimationFrame(settle);
    },
    true,
  );
  on(window, "resize", settle);
  on(document, "scroll", settle, true);
}
