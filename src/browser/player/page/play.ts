import type { CourseData, QuestionKey } from "../core/course-data";
import { visit } from "../core/state";
import type { Kinds } from "../kinds/kind";
import type { Session } from "../lms/session";
import { Assessment } from "./assessment";
import { prepareChecks } from "./checks";
import { make, place } from "./dom";
import { prepareLeaving } from "./leaving";
import { Menu } from "./menu";
import { Modules, type ModulePart } from "./modules";
import { watchSaving, welcome } from "./notices";
import { randomSeed, wordsOf, type Player } from "./player";
import { preparePrinting } from "./printing";
import { preparePrivacy } from "./privacy";
import { Router } from "./router";
import { standing } from "./standing";
import { Stopwatch } from "./stopwatch";

/** Puts the parts of the page together, once the session is open. */
export function play(course: CourseData, kinds: Kinds, session: Session): void {
  const words = wordsOf(course.strings);
  const keys = new Map<string, QuestionKey>(Object.entries(course.keys));
  const stopwatch = new Stopwatch();
  const prepared = new Set<HTMLElement>();
  const player: Player = { course, session, kinds, words, keys, seed: randomSeed(), changed: follow, titleOf: (page) => menu.titleOf(page) };
  const modules = new Modules(course, arrived);
  const menu = new Menu(course, modules);
  const router = new Router(modules, course.modules, words, shown);

  function arrived(part: ModulePart): void {
    const parsed = make("template");
    parsed.innerHTML = part.html; // made by the compiler, shipped in the package
    for (const page of parsed.content.querySelectorAll<HTMLElement>("[data-page]")) page.hidden = true;
    place("pages-here").append(parsed.content);
    for (const [id, key] of Object.entries(part.keys)) keys.set(id, key);
    if (part.menu !== null) menu.fill(part.id, part.menu);
    menu.follow(player);
  }

  function shown(article: HTMLElement, index: number): void {
    const page = article.dataset.page ?? "";
    session.update(visit(session.state, course, index), "soon");
    if (!prepared.has(article)) prepare(article, page);
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

  function prepare(article: HTMLElement, page: string): void {
    for (const block of article.querySelectorAll<HTMLElement>("[data-block]")) {
      kinds.blocks[block.dataset.block ?? ""]?.enhance(block, { language: course.language });
    }
    prepareChecks(player, page, stopwatch);
    if (course.assessment?.page === page) new Assessment(player, article, stopwatch);
  }

  function follow(): void {
    menu.follow(player);
    document.querySelector("[data-left]")?.remove();
    if (router.index === router.last) place("turn").before(standing(player));
  }

  place("previous").addEventListener("click", () => router.step(-1));
  place("next").addEventListener("click", () => router.step(1));
  place("skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address stays that of the page
    place("content").focus();
  });
  prepareLeaving(session, words);
  preparePrivacy(session, words);
  preparePrinting();
  watchSaving(session, words);
  welcome(session, words);
  document.documentElement.classList.add("ready");
  router.goTo(session.state.page, { focus: false, history: "replace" });
}
