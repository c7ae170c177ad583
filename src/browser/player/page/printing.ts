import type { Words } from "./contract";
import { all, on, place, press } from "./dom";
import { printPage } from "./frame-limits";

/** Opens closed details for printing and closes them afterwards. */
export function preparePrinting(words: Words): void {
  let opened: HTMLDetailsElement[] = [];
  const button = place("print");
  press(button, () => printPage(words, button));
  on(window, "beforeprint", () => {
    opened = all<HTMLDetailsElement>("article details:not([open])");
    for (const details of opened) details.open = true;
  });
  on(window, "afterprint", () => {
    for (const details of opened) details.open = false;
  });
}
