import { focusOn } from "./focus";
import type { BlockKind } from "./kind";

/**
 * A content note. It hides the rest of the page until the learner decides: read it, read the short version, or skip it.
 * The decision is not stored, and the page counts as seen in any case.
 */
export const kind: BlockKind = {
  enhance(element, { changed, next }) {
    const covered: HTMLElement[] = [];
    for (let after = element.nextElementSibling; after; after = after.nextElementSibling)
      covered.push(after as HTMLElement);
    const short = element.querySelector<HTMLElement>("[data-short]");
    const actions = element.querySelector<HTMLElement>("[data-note-actions]");
    const button = (name: string): HTMLButtonElement | null => element.querySelector(`[data-note-${name}]`);

    function show(which: "whole" | "short" | null): void {
      for (const part of covered) part.hidden = which !== "whole";
      if (short) short.hidden = which !== "short";
      button("whole")?.setAttribute("aria-expanded", String(which === "whole"));
      button("short")?.setAttribute("aria-expanded", String(which === "short"));
      element.toggleAttribute("data-undecided", which === null);
      changed();
      const first = which === "whole" ? covered[0] : which === "short" ? short : null;
      if (!first) return;
      first.tabIndex = -1;
      focusOn(first);
    }

    const toggle = (name: "whole" | "short"): void => {
      const one = button(name);
      one?.addEventListener("click", () => show(one.getAttribute("aria-expanded") === "true" ? null : name));
    };
    toggle("whole");
    toggle("short");
    const skip = button("skip");
    if (skip && next) skip.addEventListener("click", next);
    else skip?.remove();
    if (actions) actions.hidden = false;
    show(null);
  },
};
