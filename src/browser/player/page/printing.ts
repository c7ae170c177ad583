import { all, on, place, press } from "./dom";

/** Opens closed details for printing and closes them afterwards. */
export function preparePrinting(): void {
  let opened: HTMLDetailsElement[] = [];
  press(place("print"), () => print());
  on(window, "beforeprint", () => {
    opened = all<HTMLDetailsElement>("article details:not([open])");
    for (const details of opened) details.open = true;
  });
  on(window, "afterprint", () => {
    for (const details of opened) details.open = false;
  });
}
