import type { Player } from "./contract";
import { all, arrive, place } from "./dom";
import { arriveAt } from "./forms";

interface Onward {
  /** null for the label of the template, which turns the page. */
  readonly label: string | null;
  go(): void;
}

const isOpen = (element: Element): boolean =>
  element instanceof HTMLFormElement && !element.hidden && element.dataset.main === "check";

/**
 * Where a learner goes on after a question: to the text or the open question that follows it, else to an open question
 * before it, else to the next page. Nothing on the page is skipped. null at the end of the course.
 */
export function onwardFrom({ words }: Player, element: HTMLFormElement): Onward | null {
  const toQuestion = (form: HTMLElement): Onward => ({ label: words("next_question"), go: () => arriveAt(form) });
  for (let after = element.nextElementSibling as HTMLElement | null; after; after = nextOf(after)) {
    if (isOpen(after)) return toQuestion(after);
    if (after.hidden || after.matches("form, template")) continue;
    const content = after;
    return {
      label: words("go_on"),
      go() {
        content.tabIndex = -1;
        arrive(content, content);
      },
    };
  }
  const open = all<HTMLElement>("form[data-question]", element.parentElement ?? element).find(
    (form) => form !== element && isOpen(form),
  );
  if (open) return toQuestion(open);
  const next = place("next");
  return next.isConnected && !next.hidden ? { label: null, go: () => next.click() } : null;
}

const nextOf = (element: Element): HTMLElement | null => element.nextElementSibling as HTMLElement | null;

/** Hides the buttons that lead on from questions answered before: only the newest answer has one. */
export function withdrawOthers(element: HTMLFormElement): void {
  for (const other of all("form[data-main=onward]", element.parentElement ?? element)) {
    if (other === element) continue;
    place("actions", other).hidden = true;
    delete other.dataset.main;
  }
}
