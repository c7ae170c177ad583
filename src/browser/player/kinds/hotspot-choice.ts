import type { QuestionKind } from "./kind";
import { kind as choice } from "./multiple-choice";
import { changed } from "./options";

const { mix: _, ...rest } = choice;

/** Updates the areas of the picture from the list below it. */
function follow(root: HTMLElement): void {
  for (const area of root.querySelectorAll<SVGElement>("[data-area]")) {
    area.dataset.chosen = String(
      root.querySelector<HTMLInputElement>(`input[value="${area.dataset.area}"]`)?.checked ?? false,
    );
  }
}

export const kind: QuestionKind = {
  ...rest,
  show(root, response, asked) {
    rest.show(root, response, asked);
    follow(root);
  },
  prepare(root) {
    for (const area of root.querySelectorAll<SVGElement>("[data-area]")) {
      area.addEventListener("click", () => {
        const input = root.querySelector<HTMLInputElement>(`input[value="${area.dataset.area}"]`);
        if (!input || input.matches(":disabled")) return;
        input.checked = !input.checked;
        changed(root);
      });
    }
    root.addEventListener("change", () => follow(root));
  },
};
