import { addGrip, canDrag, onDrag } from "./drag";

const rows = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("[data-part]")];
const listOf = (row: Element): HTMLSelectElement => row.querySelector("select") as HTMLSelectElement;

function make(name: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement("span");
  element.setAttribute(name, "");
  element.append(...children);
  return element;
}

/** The item of a row as a card: a copy of its label. */
function chipOf(row: HTMLElement): HTMLElement {
  const label = row.querySelector("label")?.cloneNode(true);
  const chip = make("data-chip", ...(label?.childNodes ?? []));
  chip.dataset.chip = row.dataset.part;
  addGrip(chip);
  if (row.dataset.mark) chip.dataset.chipMark = row.dataset.mark;
  return chip;
}

/**
 * Shows a box for each choice, with the items that were given it. The boxes follow the lists, which stay the way for
 * everybody; screen readers skip the boxes.
 */
export function showBins(root: HTMLElement): void {
  const bins = root.querySelector("[data-bins]");
  const all = rows(root);
  const [first] = all;
  if (!bins || !first) return;
  const choices = [...listOf(first).options].filter(({ value }) => value !== "");
  bins.replaceChildren(
    ...choices.map(({ value, text }) => {
      const inside = all.filter((row) => listOf(row).value === value);
      const bin = make("data-bin", make("data-bin-name", text), ...inside.map(chipOf));
      bin.dataset.bin = value;
      return bin;
    }),
  );
}

/**
 * Adds boxes to drag the items into. An item dragged out of its box loses its choice; a drop elsewhere changes nothing
 * else.
 */
export function prepareBins(root: HTMLElement, hint: string): void {
  if (!canDrag() || !rows(root)[0]) return;
  const bins = make("data-bins");
  const area = make("data-bin-area", make("data-bin-hint", hint), bins);
  area.setAttribute("aria-hidden", "true");
  rows(root)[0]?.parentElement?.after(area);
  for (const row of rows(root)) addGrip(row);
  showBins(root);
  root.addEventListener("change", () => showBins(root));
  // The marks of an answer come after its change.
  new MutationObserver(() => showBins(root)).observe(root, { subtree: true, attributeFilter: ["data-mark"] });

  onDrag(root, "[data-part], [data-chip]", (thing, down) => {
    const part = thing.dataset.part ?? thing.dataset.chip ?? "";
    const row = root.querySelector(`[data-part="${part}"]`) as HTMLElement;
    const ghost = chipOf(row);
    const { left, top, width } = thing.getBoundingClientRect();
    ghost.dataset.ghost = "";
    ghost.style.maxWidth = `${Math.max(width, 160)}px`;
    area.append(ghost);
    root.dataset.dragging = "";
    thing.dataset.dragged = "";
    // Near the pointer, also when it took hold of a wide row far from its start.
    const dx = Math.min(down.clientX - left, ghost.offsetWidth - 12);
    const dy = Math.min(down.clientY - top, ghost.offsetHeight / 2);
    let over: HTMLElement | null = null;
    return {
      move(x, y) {
        ghost.style.transform = `translate(${x - dx}px, ${y - dy}px)`;
        const bin = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-bin]") ?? null;
        if (over) delete over.dataset.over;
        over = bin && root.contains(bin) ? bin : null;
        if (over) over.dataset.over = "";
      },
      end(dropped) {
        ghost.remove();
        delete root.dataset.dragging;
        delete thing.dataset.dragged;
        if (over) delete over.dataset.over;
        const list = listOf(row);
        const chosen = over ? (over.dataset.bin ?? "") : thing === row ? list.value : "";
        if (!dropped || chosen === list.value) return;
        list.value = chosen;
        list.dispatchEvent(new Event("change", { bubbles: true }));
      },
    };
  });
}
