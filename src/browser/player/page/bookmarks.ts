import { make, place, press } from "./dom";
import type { Player } from "./contract";
import { pageLink } from "./page-link";

const kept = "bookmarks";

export interface Bookmarks {
  /** Activates the button of a page. */
  prepare(article: HTMLElement): void;
}

/** Bookmarked pages. They are stored on this device only, and never sent to an LMS. */
export function createBookmarks({ session, titleOf, words }: Player, pages: readonly string[]): Bookmarks {
  const { privateNotes: notes } = session;
  const marked = new Set(
    (notes?.draftOf(kept) ?? notes?.read(kept) ?? "").split(" ").filter((page) => pages.includes(page)),
  );
  const list = place("marked-list");

  function follow(): void {
    const here = pages.filter((page) => marked.has(page));
    place("marked").hidden = here.length === 0;
    list.replaceChildren(...here.map((page) => make("li", {}, pageLink(page, titleOf(page)))));
  }

  follow();
  return {
    prepare(article) {
      const page = article.dataset.page ?? "";
      const button = place("bookmark", article);
      button.hidden = false;
      const show = (): void => {
        button.setAttribute("aria-pressed", String(marked.has(page)));
        const label = button.querySelector("span");
        if (label) label.textContent = words(marked.has(page) ? "bookmarked" : "bookmark");
      };
      press(button, () => {
        if (!marked.delete(page)) marked.add(page);
        notes?.keepDraft(kept, [...marked].join(" "));
        if (marked.size > 0) notes?.write(kept, [...marked].join(" "));
        else notes?.remove(kept);
        show();
        follow();
      });
      show();
    },
  };
}
