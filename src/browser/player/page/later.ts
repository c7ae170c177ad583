import { pagesOf } from "../core/course-data";
import "../lms/private-notes";
import { createBookmarks, type Bookmarks } from "./bookmarks";
import { pageLink } from "./dom";
import { prepareNotes } from "./notes";
import { askToBringBack } from "./offer";
import { preparePrivateNote, watchPrinting } from "./private-note";
import { preparePrinting } from "./printing";
import { preparePrivacy } from "./privacy";
import type { Player } from "./player";
import { recordButton } from "./record";
import { remaining } from "./remaining";
import { bringWords } from "./words";

/** Functions that every course has but no first page needs. */
export interface Later {
  /** Activates bookmarks, notes, search and the other tools, in the page's language. */
  open(player: Player): void;
  /** Must be called once for each page that is shown, also for those shown before this code was loaded. */
  prepare(article: HTMLElement): void;
  readonly askToBringBack: typeof askToBringBack;
  readonly preparePrivateNote: typeof preparePrivateNote;
  readonly recordButton: typeof recordButton;
  readonly remaining: typeof remaining;
}

let bookmarks: Bookmarks;

export const later: Later = {
  open(player) {
    const { course, parts, words } = player;
    bookmarks = createBookmarks(player, pagesOf(course));
    prepareNotes(player);
    preparePrivacy(player.session, words);
    preparePrinting();
    watchPrinting();
    parts.search?.({
      root: document,
      language: course.language,
      bringWords: () => bringWords(course.search),
      link: pageLink,
      words,
    });
  },
  prepare: (article) => bookmarks.prepare(article),
  askToBringBack,
  preparePrivateNote,
  recordButton,
  remaining,
};
