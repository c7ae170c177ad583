import type { Session } from "../lms/session";
import { place, press } from "./dom";
import type { Words } from "./contract";

/** Activates the privacy dialog and its button that deletes all data on this device. The text is part of the page. */
export function preparePrivacy(session: Session, words: Words): void {
  const dialog = place<HTMLDialogElement>("privacy");
  const said = place("forgotten");
  press(place("privacy-button"), () => {
    said.replaceChildren();
    dialog.showModal?.();
    dialog.querySelector("h2")?.focus(); // otherwise the browser focuses the first button, far down
  });
  press(place("close", dialog), () => dialog.close());
  press(place("forget", dialog), () => {
    session.forget();
    said.textContent = words("forgotten");
  });
}
