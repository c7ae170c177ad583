import { numberToOrder, orderToNumber } from "../core/radix";
import { dragLines } from "./drag-lines";
import { focusOn } from "./focus";
import type { Asked, QuestionKind } from "./kind";
import { changed, markOf } from "./options";
import { readable } from "./readable";

const list = (root: HTMLElement): HTMLElement => root.querySelector<HTMLElement>("[data-order]") ?? root;
const lines = (root: HTMLElement): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>("[data-order] > [data-part]"),
];
const orderOf = (root: HTMLElement): number[] => lines(root).map((line) => Number(line.dataset.part));
const textOf = (line: HTMLElement): string => readable(line.querySelector("[data-text]"))?.textContent?.trim() ?? "";
const place = (root: HTMLElement, order: readonly number[]): void =>
  list(root).append(...order.flatMap((part) => root.querySelector(`[data-part="${part}"]`) ?? []));

function rightsOf(response: number, { question }: Asked): boolean[] {
  const order = numberToOrder(response, question.parts);
  return order.map((_, part) => order[part] === part);
}

/** Lines to sort, each with an up and a down button; a pointer can drag them too. Answered once a line was moved. */
export const kind: QuestionKind = {
  read: (root) => (root.dataset.touched ? orderToNumber(orderOf(root)) : null),
  show(root, response, { question }) {
    root.dataset.touched = response === null ? "" : "yes";
    if (response !== null) place(root, numberToOrder(response, question.parts));
  },
  mark: (response, asked) => markOf(rightsOf(response, asked)),
  report: (response, { question, key }) => [
    { type: "sequencing", chosen: numberToOrder(response, question.parts), right: key.right },
  ],
  mix(root, order, { question }) {
    const mixed = order(question.id, question.parts);
    // Never start in the right order.
    place(root, mixed.every((part, at) => part === at) ? [...mixed.slice(1), 0] : mixed);
  },
  prepare(root, asked) {
    const moved = (line: HTMLElement): number => {
      root.dataset.touched = "yes";
      const n = lines(root).indexOf(line) + 1;
      const announcement = root.querySelector("[data-moved]");
      if (announcement)
        announcement.textContent = asked.words("moved", { item: textOf(line), n, total: lines(root).length });
      return n;
    };
    for (const line of lines(root)) {
      const move = (name: "up" | "down") => (): void => {
        const other = name === "up" ? line.previousElementSibling : line.nextElementSibling;
        if (!other) return;
        if (name === "up") other.before(line);
        else other.after(line);
        const n = moved(line);
        const isLast = n === lines(root).length;
        const edge = n === 1 ? "down" : isLast ? "up" : name; // the other button is hidden at the edge
        focusOn(line.querySelector<HTMLElement>(`[data-${edge}]`));
        changed(root);
      };
      for (const name of ["up", "down"] as const) {
        const button = line.querySelector<HTMLElement>(`[data-${name}]`);
        button?.setAttribute("aria-label", asked.words(`move_${name}_item`, { item: textOf(line) }));
        button?.addEventListener("click", move(name));
      }
    }
    dragLines(
      root,
      () => lines(root),
      (line, index) => {
        const others = lines(root).filter((other) => other !== line);
        if (index === 0) others[0]?.before(line);
        else others[index - 1]?.after(line);
        moved(line);
        changed(root);
      },
    );
  },
  lacking: ({ words }) => words("nothing_moved"),
};
