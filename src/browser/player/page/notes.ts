import { focusOn } from "../kinds/focus";
import { closeDialog, openDialog } from "./boxes";
import { place, press } from "./dom";
import { preparePrivateNote, textNote } from "./private-note";
import type { Player } from "./contract";

/** Activates the learner's notes, which open on every page. */
export function prepareNotes({ course, session, words }: Player): void {
  const dialog = place<HTMLDialogElement>("notes");
  const note = dialog.querySelector<HTMLElement>("[data-paper]");
  if (!note) return; // a theme may omit it
  preparePrivateNote(note, textNote(note), session.privateNotes, words, course.id);
  const opener = place("notes-button");
  opener.hidden = false;
  press(opener, () => {
    openDialog(dialog);
    focusOn(dialog.querySelector("textarea"));
  });
  press(place("close", dialog), () => closeDialog(dialog));
}
