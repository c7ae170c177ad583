import { focusOn } from "../kinds/focus";
import type { Session } from "../lms/session";
import { closeDialog, openDialog } from "./boxes";
import { place, press } from "./dom";
import type { Words } from "./contract";

/**
 * Activates the privacy dialog and its button that deletes all data on this device. The text is part of the page.
 * The first press asks, the second deletes; a double click is one press.
 */
export function preparePrivacy(session: Session, words: Words): void {
  const dialog = place<HTMLDialogElement>("privacy");
  const said = place("forgotten");
  let asked = false;
  press(place("privacy-button"), () => {
    said.replaceChildren();
    asked = false;
    openDialog(dialog);
    focusOn(dialog.querySelector("h2")); // otherwise the browser focuses the first button, far down
  });
  press(place("close", dialog), () => closeDialog(dialog));
  press(place("forget", dialog), (event) => {
    if ((event as MouseEvent).detail > 1) return;
    if (asked) session.forget();
    said.textContent = words(asked ? "forgotten" : "forget_again");
    asked = !asked;
  });
}
