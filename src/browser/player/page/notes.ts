import { place, press } from "./dom";
import { preparePaper, textSheet } from "./paper";
import type { Player } from "./player";

/** Activates the learner's notes, which open on every page. */
export function prepareNotes({ course, session, words }: Player): void {
  const dialog = place<HTMLDialogElement>("notes");
  const sheet = dialog.querySelector<HTMLElement>("[data-paper]");
  if (!sheet) return; // a theme may omit it
  preparePaper(sheet, textSheet(sheet), session.papers, words, course.id);
  const opener = place("notes-button");
  opener.hidden = false;
  press(opener, () => {
    dialog.showModal?.();
    dialog.querySelector("textarea")?.focus();
  });
  press(place("close", dialog), () => dialog.close());
}
