import { pagesOf } from "../core/course-data";
import { prepareBoxes } from "./boxes";
import { createBookmarks, type Bookmarks } from "./bookmarks";
import type { Later, Words } from "./contract";
import { ending } from "./ending";
import { prepareLettering } from "./enlarge";
import { prepareLinks } from "./frame-limits";
import { goodbye } from "./goodbye";
import { prepareNotes } from "./notes";
import { askToBringBack } from "./offer";
import { pageLink } from "./page-link";
import { preparePrivateNote, watchPrinting } from "./private-note";
import { preparePrinting } from "./printing";
import { preparePrivacy } from "./privacy";
import { recordButton } from "./record";
import { bring } from "./scripts";
import { showSeen } from "./seen-pages";
import { prepareTerms } from "./terms";

export { openNotes } from "../lms/private-notes";

let bookmarks: Bookmarks;
let texts: Words;

export const later: Later = {
  open(player) {
    const { course, parts, words } = player;
    texts = words;
    bookmarks = createBookmarks(player, pagesOf(course));
    prepareNotes(player);
    preparePrivacy(player.session, words);
    preparePrinting(words);
    prepareBoxes();
    prepareTerms();
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
  prepare(article) {
    bookmarks.prepare(article);
    prepareLettering(article, texts);
  },
  showSeen,
  ending,
  goodbye,
  askToBringBack,
  preparePrivateNote,
  recordButton,
};
