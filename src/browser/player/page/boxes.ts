import { focusOn } from "../kinds/focus";
import { on } from "./dom";

/** Popover or dialog that is open in a browser without these elements, and the element that opened it. */
let shown: { readonly box: HTMLElement; readonly opener: Element | null; readonly modal: boolean } | null = null;

function show(box: HTMLElement, opener: Element | null, modal: boolean): void {
  hide();
  box.setAttribute("open", "old");
  shown = { box, opener, modal };
}

function hide(back = false): void {
  const { box, opener } = shown ?? {};
  shown = null;
  box?.removeAttribute("open");
  if (back) focusOn(opener as HTMLElement | null);
}

/** Opens a dialog. In a browser without dialogs it appears above the page, which stays usable. */
export function openDialog(dialog: HTMLDialogElement): void {
  if (dialog.showModal) dialog.showModal();
  else show(dialog, document.activeElement, true);
}

export function closeDialog(dialog: HTMLDialogElement): void {
  if (dialog.close) dialog.close();
  else hide(true);
}

/** Opens and closes popovers in browsers without them; closes popovers and dialogs with Escape there. */
export function prepareBoxes(): void {
  if ("popover" in HTMLElement.prototype) return;
  on(document, "click", ({ target }) => {
    const button = (target as Element).closest("[popovertarget]");
    const box = button && document.getElementById(button.getAttribute("popovertarget") ?? "");
    const was = shown;
    if (was && !was.modal && (box === was.box || !was.box.contains(target as Node))) hide(box === was.box);
    if (box && box !== was?.box) show(box, button, false);
  });
  on(document, "keydown", (event) => {
    if ((event as KeyboardEvent).key === "Escape" && shown) hide(true);
  });
}
