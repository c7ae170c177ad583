import { pagesOf, type CourseData, type ModuleData, type QuestionKey } from "../core/course-data";
import { visit } from "../core/state";
import type { Kinds } from "../kinds/kind";
import type { Session } from "../lms/session";
import { prepareAssessment } from "./assessment";
import { createBookmarks } from "./bookmarks";
import { prepareChecks } from "./checks";
import { all, make, pageLink, place, press } from "./dom";
import { prepareLeaving } from "./leaving";
import { prepareLanguages } from "./languages";
import { lockOf } from "./locks";
import { createMenu } from "./menu";
import { moduleLoader } from "./modules";
import { prepareNotes } from "./notes";
import { notice, watchSaving, welcome } from "./notices";
import { preparePaper, watchPrinting } from "./paper";
import { randomSeed, wordsOf, type Player } from "./player";
import { preparePrinting } from "./printing";
import { preparePrivacy } from "./privacy";
import { createRouter } from "./router";
import { standing } from "./standing";
import { createStopwatch } from "./stopwatch";
import { bringWords } from "./words";

/** What stays when the page is made anew in another language. */
export interface Carried {
  readonly seed: number;
  readonly drafts: ReadonlyMap<string, number>;
}

/** Puts the parts of the page together, once the session is open. `change` makes it anew in another language. */
export function play(course: CourseData, kinds: Kinds, session: Session, carried: Carried | null, change: (language: string, carried: Carried) => Promise<void>): void {
  const words = wordsOf(course.strings, course.language);
  const keys = new Map<string, QuestionKey>(Object.entries(course.keys));
  const stopwatch = createStopwatch();
  const prepared = new Set<HTMLElement>();
  const player: Player = { course, session, kinds, words, keys, seed: carried?.seed ?? randomSeed(), drafts: carried?.drafts ?? new Map<string, number>(), forms: new Map(), changed: follow, titleOf: (page) => menu.titleOf(page) };
  const load = moduleLoader(course, arrived);
  const menu = createMenu(course, load);
  const router = createRouter(course, load, words, { shown, locked: (page) => lockOf(player, page) });

  function arrived(part: ModuleData): void {
    const parsed = make("template");
    parsed.innerHTML = part.html; // made by the compiler, shipped in the package
    for (const page of all("[data-page]", parsed.content)) page.hidden = true;
    place("pages-here").append(parsed.content);
    for (const [id, key] of Object.entries(part.keys)) keys.set(id, key);
    if (part.menu !== null) menu.fill(part.id, part.menu);
    menu.follow(player);
  }

  function shown(article: HTMLElement, index: number): void {
    const page = article.dataset.page ?? "";
    session.update(visit(session.state, course, index), "soon");
    if (!prepared.has(article)) prepare(article, page, index);
    prepared.add(article);
    stopwatch.start();
    document.title = `${player.titleOf(page)} – ${course.title}`;
    place("place").textContent = words("page_of", { n: index + 1, total: router.last + 1 });
    place("previous").hidden = index === 0;
    place("next").hidden = index === router.last;
    place("turn").hidden = false;
    follow();
    menu.reveal(page);
  }

  function prepare(article: HTMLElement, page: string, index: number): void {
    const next = index === router.last ? null : (): void => router.go(index + 1);
    for (const block of all("[data-block]", article)) {
      kinds.blocks[block.dataset.block ?? ""]?.enhance(block, { language: course.language, next, paper: (at, sheet) => preparePaper(at, sheet, session.papers, words, course.id) });
    }
    for (const time of all<HTMLTimeElement>("time[datetime]", article)) {
      time.textContent = new Intl.DateTimeFormat(course.language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(time.dateTime));
    }
    bookmarks.prepare(article);
    prepareChecks(player, page, stopwatch);
    if (course.assessment?.page === page) prepareAssessment(player, article, stopwatch);
  }

  function follow(): void {
    menu.follow(player);
    place("left").remove();
    const left = router.index === router.last && standing(player);
    if (left) place("turn").before(left);
  }

  const bookmarks = createBookmarks(player, pagesOf(course));
  prepareNotes(player);
  kinds.search?.({ root: document, language: course.language, bringWords: () => bringWords(course.search), link: pageLink, words });
  press(place("skip"), (event) => {
    event.preventDefault(); // the address stays that of the page
    place("content").focus();
  });
  // How high the bar is, so that nothing with the focus ends up below it.
  const bar = place("bar");
  new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);
  prepareLeaving(session, words);
  preparePrivacy(session, words);
  preparePrinting();
  watchPrinting();
  watchSaving(session, words);
  prepareLanguages(player, (language) => {
    const drafts = [...player.forms].flatMap(([id, form]) => {
      const response = form.read();
      return response === null ? [] : [[id, response] as const];
    });
    return change(language, { seed: player.seed, drafts: new Map([...player.drafts, ...drafts]) });
  });
  if (carried) {
    notice(words, "language_changed");
    place("languages").querySelector("select")?.focus();
  } else welcome(session, words);
  document.documentElement.classList.add("ready");
  router.go(session.state.page, { focus: false, history: "replace" });
}
