import { button, make, place } from "./dom";
import type { Modules } from "./modules";
import type { Words } from "./player";

interface Options { readonly focus?: boolean; readonly history?: "push" | "replace" | "keep" }

/** Shows one page at a time, and brings its module first when it is not here. */
export class Router {
  private readonly order: readonly { id: string; module: number }[];
  private readonly trouble = make("section", { class: "page", "aria-live": "polite", hidden: "" });
  private ticket = 0;
  index = 0;

  constructor(
    private readonly modules: Modules, pages: readonly { pages: readonly string[] }[],
    private readonly words: Words, private readonly shown: (article: HTMLElement, index: number) => void,
  ) {
    this.order = pages.flatMap((module, index) => module.pages.map((id) => ({ id, module: index })));
    place("pages-here").append(this.trouble);
    document.addEventListener("click", (event) => this.follow(event));
    addEventListener("popstate", () => this.go(location.hash.replace("#p-", ""), { history: "keep" }));
  }

  get last(): number {
    return this.order.length - 1;
  }

  step(by: number): void {
    const next = this.order[this.index + by];
    if (next) this.go(next.id);
  }

  goTo(index: number, options?: Options): void {
    const page = this.order[index] ?? this.order[0];
    if (page) this.go(page.id, options);
  }

  go(id: string, { focus = true, history = "push" }: Options = {}): void {
    const index = this.order.findIndex((page) => page.id === id);
    const page = this.order[index];
    if (!page) return;
    const ticket = ++this.ticket;
    const article = document.getElementById(`p-${id}`);
    if (article) return this.turn(article, index, { focus, history });
    const wait = setTimeout(() => ticket === this.ticket && this.explain("loading"), 300);
    this.modules.load(page.module).then(
      () => {
        const here = document.getElementById(`p-${id}`);
        if (ticket === this.ticket && here) this.turn(here, index, { focus, history });
      },
      () => {
        if (ticket === this.ticket) this.explain("load_failed", () => this.go(id, { focus, history }));
      },
    ).finally(() => clearTimeout(wait));
  }

  /** The next module comes while this page is read. */
  private prepareNext(): void {
    const module = this.order[this.index]?.module ?? 0;
    setTimeout(() => this.modules.load(module + 1).catch(() => undefined), 800);
  }

  private turn(article: HTMLElement, index: number, { focus, history }: Options): void {
    this.index = index;
    this.shown(article, index);
    this.only(article);
    this.remember(article.id, history);
    if (focus) {
      article.querySelector("h1")?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    this.prepareNext();
  }

  private explain(key: string, again?: () => void): void {
    const heading = make("h1", { tabindex: "-1" }, this.words(key));
    this.trouble.replaceChildren(heading);
    if (again) this.trouble.append(button(this.words("load_again"), again, "main"));
    this.only(this.trouble);
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  private only(visible: HTMLElement): void {
    for (const page of document.querySelectorAll<HTMLElement>(".page")) page.hidden = page !== visible;
  }

  /** Some players sandbox the frame and refuse a history: the course does not need one. */
  private remember(id: string, history: Options["history"]): void {
    if (history === "keep" || location.hash === `#${id}`) return;
    try {
      if (history === "replace") window.history.replaceState(null, "", `#${id}`);
      else window.history.pushState(null, "", `#${id}`);
    } catch {
      // the page is shown all the same
    }
  }

  private follow(event: MouseEvent): void {
    const link = (event.target as Element).closest?.("a");
    const page = link?.dataset.pageLink;
    if (page !== undefined) {
      event.preventDefault(); // also with Ctrl: a second window would be a second session
      this.go(page);
    } else if (link && /^https?:/.test(link.getAttribute("href") ?? "")) {
      link.target = "_blank"; // this window holds the session with the LMS: it never goes elsewhere
      link.rel = "noopener noreferrer";
    }
  }
}
