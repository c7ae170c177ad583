import type { PrivateNotes } from "../lms/private-notes";
import { focusOn } from "../kinds/focus";
import type { NoteContent } from "../kinds/kind";
import { all, on, place, press } from "./dom";
import { saveText } from "./files";
import { printPage } from "./frame-limits";
import type { Words } from "./contract";

/**
 * Activates a private note: a text that is in memory only, until the learner prints it, saves it as a file, or chooses
 * to keep it on this device. It is never sent to an LMS.
 */
export function preparePrivateNote(
  element: HTMLElement,
  content: NoteContent,
  notes: PrivateNotes | null,
  words: Words,
  course: string,
): void {
  const id = element.dataset.paper ?? "";
  const title = place("paper-title", element).textContent?.trim() ?? "";
  const status = place("paper-status", element);
  const keep = element.querySelector<HTMLInputElement>("[data-paper-keep]");
  const drop = place("paper-delete", element);
  place("paper-tools", element).hidden = false;

  const mirror = (): void => {
    const printed = element.querySelector("[data-typed-print]");
    if (printed) printed.textContent = element.querySelector<HTMLTextAreaElement>("[data-typed]")?.value ?? "";
  };
  const kept = (now: boolean): void => {
    if (keep) keep.checked = now;
    drop.hidden = !now;
  };
  const write = (): void => {
    const works = notes?.write(id, content.read()) ?? false;
    if (!works) status.textContent = words("paper_refused");
    kept(works);
  };
  const known = (keep && notes?.read(id)) ?? null;
  if (!keep) notes?.remove(id); // a page may become private after something was kept
  const shown = notes?.draftOf(id) ?? known;
  if (shown !== null) content.show(shown);
  kept(known !== null);
  mirror();
  if (keep && !notes?.works()) {
    keep.disabled = true;
    status.textContent = words("paper_refused");
  }
  notes?.onForgotten(() => kept(false));

  on(element, "input", () => {
    mirror();
    notes?.keepDraft(id, content.read());
    place("paper-text", element).hidden = true; // it shows the text of the last saved file
    if (keep?.checked) write();
  });
  if (keep)
    on(keep, "change", () => {
      status.textContent = "";
      if (keep.checked) return write();
      notes?.remove(id);
      kept(false);
    });
  press(drop, () => {
    notes?.remove(id);
    kept(false);
    status.textContent = words("forgotten");
    focusOn(keep); // the button is hidden and has lost the focus
  });
  press(place("paper-save", element), () =>
    saveText(`${course}-${id}.txt`, `${title}\r\n\r\n${content.text()}\r\n`, place("paper-text", element)),
  );
  const printer = place("paper-print", element);
  press(printer, () => printOnly(element, words, printer));
}

/** Prints one part of the page; `at` is the button that was pressed. */
export function printOnly(part: HTMLElement, words: Words, at: HTMLElement): void {
  for (const other of all("[data-printing]")) delete other.dataset.printing;
  part.dataset.printing = "";
  document.documentElement.dataset.printOne = "";
  printPage(words, at, () => delete document.documentElement.dataset.printOne);
}

/**
 * Resets printing from a single note to the whole page. A frame that must not print fires no event, so a key or a touch
 * resets it too.
 */
export function watchPrinting(): void {
  for (const event of ["afterprint", "keydown", "pointerdown"])
    on(window, event, () => delete document.documentElement.dataset.printOne);
}

/** A note with one text field. */
export function textNote(element: HTMLElement): NoteContent {
  const field = element.querySelector("textarea") as HTMLTextAreaElement;
  return { read: () => field.value, show: (text) => void (field.value = text), text: () => field.value };
}
