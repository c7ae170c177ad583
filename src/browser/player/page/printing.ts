import { place } from "./dom";

/** On paper nothing opens: closed details are opened for printing and closed again after it. */
export function preparePrinting(): void {
  let opened: HTMLDetailsElement[] = [];
  place("print").addEventListener("click", () => print());
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("article details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}
