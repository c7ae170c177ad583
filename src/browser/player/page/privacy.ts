import type { Session } from "../lms/session";
import { place } from "./dom";
import type { Words } from "./player";

/** What the course sends and keeps is written in the page; here is the opening, and the button that deletes. */
export function preparePrivacy(session: Session, words: Words): void {
  const dialog = place<HTMLDialogElement>("privacy");
  const said = place("forgotten");
  place("privacy-button").addEventListener("click", () => {
    said.replaceChildren();
    dialog.showModal?.();
    dialog.querySelector("h2")?.focus();
    dialog.scrollTop = 0;
  });
  place("close", dialog).addEventListener("click", () => dialog.close());
  place("forget", dialog).addEventListener("click", () => {
    session.forget();
    said.textContent = words("forgotten");
  });
}
