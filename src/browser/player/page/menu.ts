import type { CourseData } from "../core/course-data";
import { focusOn, reveal } from "../kinds/focus";
import { all, on, place, press } from "./dom";
import type { Words } from "./contract";
import type { LoadModule } from "./modules";

export interface Menu {
  /** Adds the menu entries of a module; in a very large course they are loaded with the module. */
  fill(module: string, html: string): void;
  titleOf(page: string): string;
  titleOfModule(module: string): string;
  /** Marks the current page, and opens the part of the menu that has it. On wide screens it scrolls into view. */
  follow(page: string): void;
}

/** Creates the menu: a panel at the side, or opened by a button on narrow screens. The style sheet decides which. */
export function createMenu(course: CourseData, load: LoadModule, words: Words): Menu {
  const panel = place("menu");
  const opener = place("menu-button");
  const linkTo = (page: string): HTMLElement | null => panel.querySelector(`[data-pages] [data-page-link="${page}"]`);
  const partOf = (module: string): HTMLDetailsElement | null => panel.querySelector(`[data-module="${module}"]`);
  const titleOfModule = (module: string): string =>
    place("module-title", partOf(module) ?? undefined).textContent?.trim() ?? "";
  let current = "";
  const isOpen = (): boolean => panel.classList.contains("open");

  function open(now: boolean): void {
    opener.setAttribute("aria-expanded", String(now));
    panel.classList.toggle("open", now);
    if (now) showCurrent();
  }

  function showCurrent(): void {
    const link = panel.querySelector("[aria-current]");
    if (link?.getClientRects().length) reveal(link);
  }

  function mark(): void {
    for (const link of all("[data-pages] [data-page-link]", panel)) {
      if (link.dataset.pageLink === current) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
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
        if (part.open)
          load(index).catch(() => {
            const list = place("pages", part);
            if (!list.firstElementChild) list.textContent = words("load_failed");
          });
      });
  });

  return {
    fill(module, html) {
      place("pages", partOf(module) ?? undefined).innerHTML = html; // made by the compiler, shipped in the package
      mark();
      // A part that the learner opens stays where it is.
      if (partOf(module)?.querySelector("[aria-current]")) showCurrent();
    },
    titleOf(page) {
      const title = document.querySelector(`[data-page="${page}"] h1`) ?? linkTo(page)?.firstChild;
      if (title) return title.textContent?.trim() ?? page;
      const { id = "" } = course.modules.find(({ pages }) => pages.includes(page)) ?? {};
      return titleOfModule(id) || page; // the titles of its pages come with the module
    },
    titleOfModule,
    follow(page) {
      current = page;
      mark();
      for (const { id, pages } of course.modules) {
        const part = partOf(id);
        if (part) part.open = pages.includes(page);
      }
      setTimeout(showCurrent); // it needs the layout, which would make this task too long
    },
  };
}
