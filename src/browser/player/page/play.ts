import type { Course } from "../core/course";
import { pagesOf, type ModuleData, type QuestionKey } from "../core/course-data";
import { visit } from "../core/progress";
import { focusOn } from "../kinds/focus";
import type { Session } from "../lms/session";
import type { Parts, Player } from "./contract";
import { all, make, on, place, press } from "./dom";
import { prepareLeaving } from "./leaving";
import { createMenu } from "./menu";
import { moduleLoader } from "./modules";
import { notice, watchSaving, welcome } from "./notices";
import { randomSeed, wordsOf } from "./player";
import { createRouter } from "./router";
import { createStopwatch } from "./stopwatch";

/** Values kept when the page is rebuilt in another language. */
export interface Carried {
  readonly seed: number;
  readonly drafts: ReadonlyMap<string, number>;
}

/** Starts the page in an open session. `change` rebuilds it in another language. */
export function play(
  course: Course,
  parts: Parts,
  session: Session,
  carried: Carried | null,
  change: (language: string, carried: Carried) => Promise<void>,
): void {
  const words = wordsOf(course.strings, course.language);
  const keys = new Map<string, QuestionKey>(Object.entries(course.keys));
  const stopwatch = createStopwatch();
  const prepared = new Set<HTMLElement>();
  const nextName = place("next").querySelector("span") ?? make("span");
  const nextText = nextName.textContent;
  let shownEnding: HTMLElement | null | undefined;
  let here: HTMLElement | undefined;
  const player: Player = {
    course,
    session,
    parts,
    words,
    keys,
    seed: carried?.seed ?? randomSeed(),
    drafts: carried?.drafts ?? new Map<string, number>(),
    forms: new Map(),
    changed: follow,
    titleOf: (page) => menu.titleOf(page),
    titleOfModule: (module) => menu.titleOfModule(module),
  };
  const load = moduleLoader(course, parts, arrived, complete);
  const menu = createMenu(course, load, words);
  const router = createRouter(course, load, words, {
    shown,
    ready,
    locked: (page) => parts.locks?.(player, page) ?? null,
  });

  /** Whether the parts of the program that a page needs are loaded. */
  function ready(page: number): boolean {
    const isAssessment = course.assessment !== null && pagesOf(course)[page] === course.assessment.page;
    return isAssessment ? parts.assessment !== undefined : parts.later !== undefined || (page === 0 && !parts.waits);
  }

  function arrived(part: ModuleData): void {
    const parsed = make("template");
    parsed.innerHTML = part.html; // made by the compiler, shipped in the package
    for (const page of all("[data-page]", parsed.content)) page.hidden = true;
    place("pages-here").append(parsed.content);
    for (const [id, key] of Object.entries(part.keys)) keys.set(id, key);
    if (part.menu !== null) menu.fill(part.id, part.menu);
    parts.later?.showSeen(player);
  }

  function shown(article: HTMLElement, index: number): void {
    const page = article.dataset.page ?? "";
    session.update(visit(session.state, course, index), "soon");
    here = article;
    if (!prepared.has(article)) prepare(article, page, index);
    prepared.add(article);
    stopwatch.start();
    document.title = `${player.titleOf(page)} – ${course.title}`;
    showPlace(page);
    nextName.textContent = article.dataset.cover ?? nextText;
    place("previous").hidden = index === 0;
    place("next").hidden = index === router.last;
    place("turn").hidden = false;
    follow();
    menu.follow(page);
  }

  /** Shows the module, the place in it, and the minutes left: its duration, by the share of pages left. */
  function showPlace(page: string): void {
    const { id = "", pages = [], minutes = 0 } = course.modules.find((module) => module.pages.includes(page)) ?? {};
    const at = pages.indexOf(page);
    const total = pages.length;
    const texts = [words("page_of", { n: at + 1, total })];
    place("place").textContent = texts.join();
    if (minutes) texts.push(words("minutes_left", { n: Math.ceil((minutes * (total - at)) / total) }));
    place("where").replaceChildren(make("span", {}, menu.titleOfModule(id)), make("span", {}, texts.join(" · ")));
  }

  function prepare(article: HTMLElement, page: string, index: number): void {
    const next = index === router.last ? null : (): void => router.go(index + 1);
    for (const block of all("[data-block]", article)) {
      parts.blocks[block.dataset.block ?? ""]?.enhance(block, {
        language: course.language,
        changed: () => prepared.has(article) && follow(),
        next,
        privateNote: (at, content) =>
          parts.later?.preparePrivateNote(at, content, session.privateNotes, words, course.id),
      });
    }
    for (const time of all<HTMLTimeElement>("time[datetime]", article)) {
      time.textContent = new Intl.DateTimeFormat(course.language, { dateStyle: "long", timeZone: "UTC" }).format(
        new Date(time.dateTime),
      );
    }
    parts.later?.prepare(article);
    parts.checks?.(player, page, stopwatch);
    if (course.assessment?.page === page) parts.assessment?.(player, article, stopwatch);
  }

  function follow(): void {
    // A page has one main button: that of an open question, then Next.
    place("next").classList.toggle("main", !here?.querySelector("[data-main]"));
    parts.later?.showSeen(player);
    const ending = parts.later?.ending(player, router.index);
    if (ending && shownEnding?.outerHTML === ending.outerHTML) return; // keeps the focus in it
    shownEnding?.remove();
    shownEnding = ending;
    if (ending) place("turn").before(ending);
  }

  // Replay the last click on a tool that was made before later.js was loaded.
  let hurried: HTMLElement | null = null;
  on(
    document,
    "click",
    ({ target }) => (hurried = parts.later ? null : (target as Element).closest<HTMLElement>(".tools button")),
  );

  /** Called when later.js is loaded. */
  function complete(): void {
    if (!bar.isConnected) return; // the page was rebuilt in another language meanwhile
    parts.later?.open(player);
    for (const article of prepared) parts.later?.prepare(article);
    hurried?.click();
    offerRecord();
    follow();
  }

  press(place("skip"), (event) => {
    event.preventDefault(); // keep the page's address
    focusOn(place("content"));
  });
  // The style sheet needs the height of the bar, so that it never covers the focus.
  const bar = place("bar");
  new ResizeObserver(() => {
    document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
    document.documentElement.toggleAttribute("data-tall-bar", bar.offsetHeight > innerHeight / 4);
  }).observe(bar);
  prepareLeaving(session, words, parts);
  const offerRecord = watchSaving(session, words, parts);
  parts.languages?.prepareLanguages(player, (language) => {
    const drafts = [...player.forms].flatMap(([id, form]) => {
      const response = form.read();
      return response === null ? [] : [[id, response] as const];
    });
    return change(language, { seed: player.seed, drafts: new Map([...player.drafts, ...drafts]) });
  });
  if (carried) {
    notice(words, words("language_changed"));
    focusOn(place("languages").querySelector("select"));
  } else welcome(player);
  if (parts.later) parts.later.open(player);
  router.go(session.state.page, { focus: false, history: "replace" });
}
