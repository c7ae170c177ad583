import { focusOn } from "./focus";
import type { BlockKind } from "./kind";

/** A case study: documents that appear one after the other and stay visible. */
export const kind: BlockKind = {
  enhance(element) {
    const documents = [...element.querySelectorAll<HTMLElement>("[data-document]")];
    const more = element.querySelector<HTMLElement>("[data-more]");
    let open = 1;
    const show = (): void => {
      documents.forEach((document, at) => (document.hidden = at >= open));
      if (more) more.hidden = open >= documents.length;
    };
    more?.addEventListener("click", () => {
      open++;
      show();
      focusOn(documents[open - 1]?.querySelector<HTMLElement>("h2, h3"));
    });
    show();
  },
};
