import type { BlockKind } from "./kind";
import { readable } from "./readable";

/** Boxes to tick, stored as one character per box. */
export const kind: BlockKind = {
  enhance(element, { privateNote }) {
    const boxes = [...element.querySelectorAll<HTMLInputElement>("[data-tick]")];
    privateNote(element, {
      read: () => boxes.map((box) => (box.checked ? "x" : "-")).join(""),
      // If the list has changed since, the ticks would be at the wrong lines.
      show(text) {
        if (text.length === boxes.length) boxes.forEach((box, at) => (box.checked = text[at] === "x"));
      },
      text: () =>
        boxes
          .map((box) => `[${box.checked ? "x" : " "}] ${readable(box.parentElement)?.textContent?.trim() ?? ""}`)
          .join("\r\n"),
    });
  },
};
