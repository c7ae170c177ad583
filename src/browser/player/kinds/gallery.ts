import { reveal } from "./focus";
import type { BlockKind } from "./kind";

/** A gallery: a button under each picture shows it as wide as the gallery, in its place. */
export const kind: BlockKind = {
  enhance(element) {
    for (const button of element.querySelectorAll<HTMLElement>("[data-enlarge]")) {
      const picture = button.closest("li");
      button.hidden = false;
      button.addEventListener("click", () => {
        const isLarge = picture?.toggleAttribute("data-large") ?? false;
        button.setAttribute("aria-pressed", String(isLarge));
        reveal(button);
      });
    }
  },
};
