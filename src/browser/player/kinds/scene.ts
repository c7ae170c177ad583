import { focusOn, reveal } from "./focus";
import type { BlockKind } from "./kind";

/**
 * A scene: turns that the learner opens one after the other. Later turns are only out of sight, so that screen readers
 * read the scene in one go. Under reduced motion everything is visible at once.
 */
export const kind: BlockKind = {
  enhance(element) {
    const turns = [...element.querySelectorAll<HTMLElement>("[data-turns] > li")];
    const tools = element.querySelector<HTMLElement>("[data-turn-tools]");
    if (!tools || turns.length < 2 || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    let open = 0;
    const show = (count: number): void => {
      open = Math.max(open, count);
      turns.forEach((turn, at) => turn.toggleAttribute("data-later", at >= open));
      const last = turns[turns.length - 1];
      if (open >= turns.length && last && tools.contains(document.activeElement)) {
        last.tabIndex = -1;
        focusOn(last);
      }
      tools.hidden = open >= turns.length;
    };
    // The focus stays on the button: screen readers announce the turn that it opens.
    const said = document.createElement("p");
    said.className = "unseen";
    said.setAttribute("role", "status");
    tools.append(said);
    element.querySelector("[data-continue]")?.addEventListener("click", () => {
      show(open + 1);
      said.textContent = tools.hidden ? "" : (turns[open - 1]?.textContent ?? "").replace(/\s+/g, " ").trim();
      if (!tools.hidden) reveal(tools);
    });
    element.querySelector("[data-all]")?.addEventListener("click", () => show(turns.length));
    // The focus never goes to something out of sight.
    element.addEventListener("focusin", ({ target }) => {
      const at = turns.findIndex((turn) => turn.contains(target as Node));
      if (at >= open) show(at + 1);
    });
    show(1);
  },
};
