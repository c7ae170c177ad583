import { pagesOf } from "../core/course-data";
import "../lms/papers";
import { createBookmarks, type Bookmarks } from "./bookmarks";
import { pageLink } from "./dom";
import { prepareNotes } from "./notes";
import { askToBringBack } from "./offer";
import { preparePaper, watchPrinting } from "./paper";
import { preparePrinting } from "./printing";
import { preparePrivacy } from "./privacy";
import type { Player } from "./player";
import { recordButton } from "./record";
import { standing } from "./standing";
import { bringWords } from "./words";

/** What every course has and no first page needs to be read. */
export interface Later {
  /** Makes marks, notes, search and the other tools work, once a language is there. */
  open(player: Player): void;
  /** Called once for each page, when it is shown for the first time or was shown already. */
  prepare(article: HTMLElement): void;
  readonly askToBringBack: typeof askToBringBack;
  readonly preparePaper: typeof preparePaper;
  readonly recordButton: typeof recordButton;
  readonly standing: typeof standing;
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
  preparePaper,
  recordButton,
  standing,
};
