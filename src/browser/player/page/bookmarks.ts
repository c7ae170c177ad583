import { make, pageLink, place, press } from "./dom";
import type { Player } from "./player";

const kept = "bookmarks";

export interface Bookmarks {
  /** Activates the button of a page. */
  prepare(article: HTMLElement): void;
}

/** Bookmarked pages. They are stored on this device only, and never sent to an LMS. */
export function createBookmarks({ session, titleOf, words }: Player, pages: readonly string[]): Bookmarks {
  const marked = new Set(
    (session.privateNotes.draftOf(kept) ?? session.privateNotes.read(kept) ?? "")
      .split(" ")
      .filter((page) => pages.includes(page)),
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
        session.privateNotes.keepDraft(kept, [...marked].join(" "));
        if (marked.size > 0) session.privateNotes.write(kept, [...marked].join(" "));
        else session.privateNotes.remove(kept);
        show();
        follow();
      });
      show();
    },
  };
}
