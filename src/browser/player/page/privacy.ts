import { focusOn } from "../kinds/focus";
import type { Session } from "../lms/session";
import { closeDialog, openDialog } from "./boxes";
import { place, press } from "./dom";
import type { Words } from "./contract";

/** Activates the privacy dialog and its button that deletes all data on this device. The text is part of the page. */
export function preparePrivacy(session: Session, words: Words): void {
  const dialog = place<HTMLDialogElement>("privacy");
  const said = place("forgotten");
  press(place("privacy-button"), () => {
    said.replaceChildren();
    openDialog(dialog);
    focusOn(dialog.querySelector("h2")); // otherwise the browser focuses the first button, far down
  });
  press(place("close", dialog), () => closeDialog(dialog));
  press(place("forget", dialog), () => {
    session.forget();
    said.textContent = words("forgotten");
  });
}
