import { pagesOf } from "../core/course-data";
import { prepareBoxes } from "./boxes";
import { createBookmarks, type Bookmarks } from "./bookmarks";
import type { Later } from "./contract";
import { prepareLinks } from "./frame-limits";
import { prepareNotes } from "./notes";
import { askToBringBack } from "./offer";
import { pageLink } from "./page-link";
import { preparePrivateNote, watchPrinting } from "./private-note";
import { preparePrinting } from "./printing";
import { preparePrivacy } from "./privacy";
import { recordButton } from "./record";
import { remaining } from "./remaining";
import { bring } from "./scripts";

export { openNotes } from "../lms/private-notes";

let bookmarks: Bookmarks;

export const later: Later = {
  open(player) {
    const { course, parts, words } = player;
    bookmarks = createBookmarks(player, pagesOf(course));
    prepareNotes(player);
    preparePrivacy(player.session, words);
    preparePrinting(words);
    prepareBoxes();
    prepareLinks(words);
    watchPrinting();
    parts.search?.({
      root: document,
      language: course.language,
      bringWords: () => bring("search", course.search),
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
