import { progress } from "../core/progress";
import { pagesOf, type CourseData } from "../core/course-data";
import { focusOn, reveal } from "../kinds/focus";
import { make, on, place, press } from "./dom";
import type { LoadModule } from "./modules";
import type { Player } from "./contract";

export interface Menu {
  /** Adds the menu entries of a module; in a very large course they are loaded with the module. */
  fill(module: string, html: string): void;
  titleOf(page: string): string;
  /** Marks the current page and the pages seen, and shows the progress. */
  follow(player: Player): void;
  /** Opens the part of the menu that has this page, and closes the others. */
  reveal(page: string): void;
}

/** Creates the menu: a panel at the side, or opened by a button on narrow screens. The style sheet decides which. */
export function createMenu(course: CourseData, load: LoadModule): Menu {
  const panel = place("menu");
  const opener = place("menu-button");
  const linkTo = (page: string): HTMLElement | null => panel.querySelector(`[data-pages] [data-page-link="${page}"]`);
  const partOf = (module: string): HTMLDetailsElement | null => panel.querySelector(`[data-module="${module}"]`);
  const isOpen = (): boolean => panel.classList.contains("open");

  function open(now: boolean): void {
    opener.setAttribute("aria-expanded", String(now));
    panel.classList.toggle("open", now);
    const current = now && panel.querySelector("[aria-current]");
    if (current) reveal(current);
  }

  function lock(link: HTMLElement, closed: boolean, word: string): void {
    if (closed === (link.dataset.locked !== undefined)) return;
    if (closed) link.append(make("span", { class: "aside", "data-lock": "" }, ` (${word})`));
    else link.querySelector("[data-lock]")?.remove();
    if (closed) link.dataset.locked = "yes";
    else delete link.dataset.locked;
  }

  opener.hidden = false;
  press(opener, () => open(!isOpen()));
  press(panel, (event) => {
    if ((event.target as Element).closest("[data-page-link]")) open(false);
  });
  on(document, "keydown", (event) => {
    if ((event as KeyboardEvent).key !== "Escape" || !isOpen()) return;
    open(false);
    focusOn(opener);
  });
  // An open panel covers the page: close it when the focus moves out of it, or after a tap outside.
  const leave = ({ target }: Event): void => {
    if (isOpen() && !opener.contains(target as Node) && !panel.contains(target as Node)) open(false);
  };
  on(document, "focusin", leave);
  on(document, "click", leave);
  course.modules.forEach(({ id }, index) => {
    const part = partOf(id);
    if (part)
      on(part, "toggle", () => {
        if (part.open) void load(index).catch(() => (part.open = false));
      });
  });

  return {
    fill(module, html) {
      place("pages", partOf(module) ?? undefined).innerHTML = html; // made by the compiler, shipped in the package
    },
    titleOf(page) {
      const title = document.querySelector(`[data-page="${page}"] h1`) ?? linkTo(page)?.firstChild;
      return title?.textContent?.trim() ?? page;
    },
    follow(player) {
      const { session, words } = player;
      const { state } = session;
      pagesOf(course).forEach((page, index) => {
        const link = linkTo(page);
        if (!link) return;
        if (index === state.page) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
        lock(link, (player.parts.locks?.(player, index) ?? null) !== null, words("locked_aside"));
        if (!state.seen[index] || link.dataset.seen) return;
        link.dataset.seen = "yes";
        link.append(make("span", { class: "aside" }, ` (${words("seen")})`));
      });
      const done = progress(course, state);
      place("standing").textContent = done.complete
        ? words("course_done")
        : words("seen_of", { n: state.seen.filter(Boolean).length, total: state.seen.length });
      const bar = place<HTMLProgressElement>("progress");
      bar.hidden = false;
      bar.value = Math.round(done.share * 100);
    },
    reveal(page) {
      for (const { id, pages } of course.modules) {
        const part = partOf(id);
        if (part) part.open = pages.includes(page);
      }
    },
  };
}
