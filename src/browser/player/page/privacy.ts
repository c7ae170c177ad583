import type { Session } from "../lms/session";
import { place, press } from "./dom";
import type { Words } from "./player";

/** What the course sends and keeps is written in the page; here is the opening, and the button that deletes. */
export function preparePrivacy(session: Session, words: Words): void {
  const dialog = place<HTMLDialogElement>("privacy");
  const said = place("forgotten");
  press(place("privacy-button"), () => {
    said.replaceChildren();
    dialog.showModal?.();
    dialog.querySelector("h2")?.focus(); // else the first button, far down, would have it
  });
  press(place("close", dialog), () => dialog.close());
  press(place("forget", dialog), () => {
    session.forget();
    said.textContent = words("forgotten");
  });
}
