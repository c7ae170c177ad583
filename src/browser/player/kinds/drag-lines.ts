import { addGrip, canDrag, onDrag } from "./drag";

const edge = 48; // height at the edge of the window where a drag scrolls

/**
 * Makes the lines of a list draggable. The lines between make room, and the list changes only at the drop: `place` puts
 * the line at its new index.
 */
export function dragLines(
  root: HTMLElement,
  lines: () => HTMLElement[],
  place: (line: HTMLElement, index: number) => void,
): void {
  if (!canDrag()) return;
  for (const line of lines()) addGrip(line);
  onDrag(root, "[data-order] > [data-part]", (line, down) => {
    const all = lines();
    const from = all.indexOf(line);
    const boxes = all.map((one) => one.getBoundingClientRect());
    const own = boxes[from] as DOMRect;
    const gap = (boxes[1] as DOMRect).top - (boxes[0] as DOMRect).bottom;
    let to = from;
    let scrolled = 0;
    let at = down.clientY;
    root.dataset.dragging = "";
    line.dataset.dragged = "";

    const show = (): void => {
      const shift = at - down.clientY + scrolled;
      // A line makes room once the edge of the dragged line passes its middle.
      const middles = boxes.map((box) => box.top + box.height / 2);
      const below = middles.filter((middle, index) => index > from && middle < own.bottom + shift).length;
      const above = middles.filter((middle, index) => index < from && middle > own.top + shift).length;
      to = from + below - above;
      all.forEach((one, index) => {
        const room = index < from && index >= to ? 1 : index > from && index <= to ? -1 : 0;
        one.style.transform = `translateY(${index === from ? shift : room * (own.height + gap)}px)`;
      });
    };
    const timer = setInterval(() => {
      const moved = scrollAtEdge(at);
      scrolled += moved;
      if (moved) show();
    }, 16);
    return {
      move(_, y) {
        at = y;
        show();
      },
      end(dropped) {
        clearInterval(timer);
        delete root.dataset.dragging;
        delete line.dataset.dragged;
        for (const one of all) one.style.transform = "";
        if (dropped && to !== from) place(line, to);
      },
    };
  });
}

/** Scrolls the window while a drag is near its edge. Returns how far. */
function scrollAtEdge(y: number): number {
  const top = document.querySelector("[data-bar]")?.getBoundingClientRect().bottom ?? 0;
  const before = scrollY;
  if (y < top + edge) scrollBy(0, -edge / 4);
  if (y > innerHeight - edge) scrollBy(0, edge / 4);
  return scrollY - before;
}
