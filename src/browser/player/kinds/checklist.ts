import type { BlockKind } from "./kind";

/** Boxes to tick; kept as one character a box. */
export const kind: BlockKind = {
  enhance(element, { paper }) {
    const boxes = [...element.querySelectorAll<HTMLInputElement>("[data-tick]")];
    paper(element, {
      read: () => boxes.map((box) => (box.checked ? "x" : "-")).join(""),
      show: (text) => boxes.forEach((box, at) => (box.checked = text[at] === "x")),
      text: () => boxes.map((box) => `[${box.checked ? "x" : " "}] ${box.parentElement?.textContent?.trim() ?? ""}`).join("\r\n"),
    });
  },
};
