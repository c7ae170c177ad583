import { progress } from "../core/completion";
import type { CourseData } from "../core/course-data";
import { make, place } from "./dom";
import type { Modules } from "./modules";
import type { Player } from "./player";

/** The menu: a panel at the side when there is room, else behind a button. Layout is the style sheet's; opening is here. */
export class Menu {
  private readonly panel = place("menu");
  private readonly opener = place<HTMLButtonElement>("menu-button");

  constructor(private readonly course: CourseData, modules: Modules) {
    this.opener.hidden = false;
    this.opener.addEventListener("click", () => this.open(!this.isOpen));
    this.panel.addEventListener("click", (event) => {
      if ((event.target as Element).closest("[data-page-link]")) this.open(false);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.isOpen) return;
      this.open(false);
      this.opener.focus();
    });
    // An open panel lies over the page: the focus must not wander below it.
    document.addEventListener("focusin", (event) => {
      const target = event.target as Node;
      if (this.isOpen && target !== this.opener && !this.panel.contains(target)) this.open(false);
    });
    course.modules.forEach((module, index) => {
      const details = this.details(module.id);
      details?.addEventListener("toggle", () => {
        if (details.open) modules.load(index).catch(() => (details.open = false));
      });
    });
  }

  private get isOpen(): boolean {
    return this.opener.getAttribute("aria-expanded") === "true";
  }

  private open(open: boolean): void {
    this.opener.setAttribute("aria-expanded", String(open));
    this.panel.classList.toggle("open", open);
    if (open) this.panel.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  private details(module: string): HTMLDetailsElement | null {
    return this.panel.querySelector(`[data-module="${module}"]`);
  }

  /** A module of a very large course brings its part of the menu. */
  fill(module: string, html: string): void {
    const details = this.details(module);
    if (details) place("pages", details).innerHTML = html;
  }

  titleOf(page: string): string {
    const article = document.querySelector(`[data-page="${page}"] h1`);
    return (article ?? this.panel.querySelector(`[data-page-link="${page}"]`))?.firstChild?.textContent?.trim() ?? page;
  }

  /** The current page, what was seen, and how far the learner is. */
  follow({ course, session, words }: Player): void {
    const { state } = session;
    const pages = course.modules.flatMap((module) => module.pages);
    pages.forEach((page, index) => {
      const link = this.panel.querySelector<HTMLElement>(`[data-page-link="${page}"]`);
      if (!link) return;
      if (index === state.page) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      if (!state.seen[index] || link.dataset.seen) return;
      link.dataset.seen = "yes";
      link.append(make("span", { class: "aside" }, ` (${words("seen")})`));
    });
    const done = progress(course, state);
    const seen = state.seen.filter(Boolean).length;
    place("standing").textContent = done.complete ? words("course_done") : words("seen_of", { n: seen, total: pages.length });
    const bar = place<HTMLProgressElement>("progress");
    bar.hidden = false;
    bar.value = Math.round(done.share * 100);
  }

  /** Opens the module of the page that is shown. */
  reveal(page: string): void {
    const module = this.course.modules.find(({ pages }) => pages.includes(page));
    const details = module ? this.details(module.id) : null;
    if (details) details.open = true;
  }
}
