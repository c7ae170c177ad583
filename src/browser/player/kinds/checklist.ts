import type { BlockKind } from "./kind";

/** Boxes to tick; kept as one character a box. */
export const kind: BlockKind = {
  enhance(element, { paper }) {
    const boxes = [...element.querySelectorAll<HTMLInputElement>("[data-tick]")];
    paper(element, {
      read: () => boxes.map((box) => (box.checked ? "x" : "-")).join(""),
      // Ticks of a list that has changed since would stand at other lines.
      show(text) {
        if (text.length === boxes.length) boxes.forEach((box, at) => (box.checked = text[at] === "x"));
      },
      text: () =>
        boxes.map((box) => `[${box.checked ? "x" : " "}] ${box.parentElement?.textContent?.trim() ?? ""}`).join("\r\n"),
    });
  },
};
