import type { CourseData } from "../core/course-data";
import { all, arrive, button, make, on, place, press } from "./dom";
import type { LoadModule } from "./modules";
import type { Words } from "./contract";

interface Turn {
  readonly focus?: boolean;
  readonly history?: "push" | "replace" | "keep";
}

export interface Router {
  readonly index: number;
  readonly last: number;
  go(page: number | string, turn?: Turn): void;
}

interface Watch {
  shown(article: HTMLElement, index: number): void;
  /** Whether the parts of the program that this page needs are loaded. */
  ready(index: number): boolean;
  /** Text to show instead of a locked page; null when the page is open. */
  locked(index: number): Node[] | null;
}

/** Shows one page of the course, and loads its module first if necessary. */
export function createRouter(
  course: CourseData,
  load: LoadModule,
  words: Words,
  { shown, ready, locked }: Watch,
): Router {
  const order = course.modules.flatMap((module, at) => module.pages.map((id) => ({ id, module: at })));
  const trouble = make("section", { class: "page", hidden: "" });
  const last = order.length - 1;
  let index = 0;
  let ticket = 0;
  let current: HTMLElement | undefined;

  const only = (visible: HTMLElement): void => {
    for (const page of all(".page")) page.hidden = page !== visible;
    document.documentElement.classList.add("shown"); // until now the style hides all pages
  };

  /** Explains why a page is not shown. With `again`, below the current page, which stays. */
  function explain(key: string, again?: () => void, about: Node[] = []): void {
    const page = again && current;
    const heading = make(page ? "h2" : "h1", { tabindex: "-1" }, words(key));
    trouble.replaceChildren(heading, ...about);
    if (again) trouble.append(button(words("load_again"), again, { class: "main", "data-load-again": "" }));
    only(page ?? trouble);
    trouble.hidden = false;
    trouble.parentElement?.append(trouble);
    arrive(heading, page && trouble);
  }

  function go(page: number | string, turn: Turn = {}): void {
    const at = typeof page === "number" ? page : order.findIndex(({ id }) => id === page);
    const target = order[at];
    if (!target) return;
    const closed = locked(at);
    if (closed) return explain("locked", undefined, closed);
    const mine = ++ticket; // a later page turn cancels this one while its module loads
    const show = (): boolean => {
      const article = document.getElementById(`p-${target.id}`);
      if (!article || !ready(at)) return false;
      if (mine === ticket) open(article, at, turn);
      return true;
    };
    if (show()) return;
    // The boot script may have shown the first page already: then it stays.
    const isEmpty = current !== undefined || !document.documentElement.classList.contains("shown");
    const wait = setTimeout(() => mine === ticket && isEmpty && explain("loading"), 300);
    load(target.module)
      .then(show, () => mine === ticket && explain("load_failed", () => go(page, turn)))
      .finally(() => clearTimeout(wait));
  }

  function open(article: HTMLElement, at: number, { focus = true, history = "push" }: Turn): void {
    index = at;
    current = article;
    shown(article, at);
    only(article);
    document.documentElement.classList.add("ready");
    remember(`#page=${order[at]?.id}`, history);
    if (focus) arrive(article.querySelector("h1"));
    // Load the next module while this page is read.
    setTimeout(() => void load((order[at]?.module ?? 0) + 1).catch(() => undefined), 800);
  }

  /**
   * Updates the history. An LMS may sandbox the frame and refuse that. The address names no element of the page:
   * browsers would scroll to it, and scroll the page of the LMS as well.
   */
  function remember(hash: string, how: string): void {
    if (how === "keep" || location.hash === hash) return;
    try {
      history[how === "push" ? "pushState" : "replaceState"](null, "", hash);
    } catch {
      // the page works without history
    }
  }

  place("pages-here").append(trouble);
  on(document, "click", (event) => {
    const link = (event.target as Element).closest("a");
    const page = link?.dataset.pageLink;
    if (page !== undefined) {
      event.preventDefault(); // also with Ctrl: a second window would be a second session
      go(page);
    } else if (link && link.dataset.elsewhere === undefined && /^https?:/.test(link.getAttribute("href") ?? "")) {
      link.target = "_blank"; // this window has the session with the LMS and must not leave the course
      link.rel = "noopener noreferrer";
    }
  });
  on(window, "popstate", () => go(location.hash.replace(/^#(page=|p-)/, ""), { history: "keep" }));
  press(place("previous"), () => go(index - 1));
  press(place("next"), () => go(index + 1));

  return {
    get index() {
      return index;
    },
    last,
    go,
  };
}
