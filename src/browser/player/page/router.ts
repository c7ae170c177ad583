import type { CourseData } from "../core/course-data";
import { all, arrive, button, make, on, place, press } from "./dom";
import type { LoadModule } from "./modules";
import type { Words } from "./player";

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
  /** Whether the program has what this page needs. */
  ready(index: number): boolean;
  /** What to say instead of a page that is not open yet; null when it is. */
  locked(index: number): Node[] | null;
}

/** Shows one page at a time, and brings its module first when it is not here. */
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

  const only = (visible: HTMLElement): void => {
    for (const page of all(".page")) page.hidden = page !== visible;
  };

  function explain(key: string, again?: () => void, about: Node[] = []): void {
    const heading = make("h1", { tabindex: "-1" }, words(key));
    trouble.replaceChildren(heading, ...about);
    if (again) trouble.append(button(words("load_again"), again, { class: "main", "data-load-again": "" }));
    only(trouble);
    arrive(heading);
  }

  function go(page: number | string, turn: Turn = {}): void {
    const at = typeof page === "number" ? page : order.findIndex(({ id }) => id === page);
    const target = order[at];
    if (!target) return;
    const closed = locked(at);
    if (closed) return explain("locked", undefined, closed);
    const mine = ++ticket; // who turns again while a module is on its way wants the later page
    const show = (): boolean => {
      const article = document.getElementById(`p-${target.id}`);
      if (!article || !ready(at)) return false;
      if (mine === ticket) open(article, at, turn);
      return true;
    };
    if (show()) return;
    const wait = setTimeout(() => mine === ticket && explain("loading"), 300);
    load(target.module)
      .then(show, () => mine === ticket && explain("load_failed", () => go(page, turn)))
      .finally(() => clearTimeout(wait));
  }

  function open(article: HTMLElement, at: number, { focus = true, history = "push" }: Turn): void {
    index = at;
    shown(article, at);
    only(article);
    remember(`#${article.id}`, history);
    if (focus) arrive(article.querySelector("h1"));
    // The next module comes while this page is read.
    setTimeout(() => load((order[at]?.module ?? 0) + 1).catch(() => undefined), 800);
  }

  /** Some players sandbox the frame and refuse a history: the page is shown all the same. */
  function remember(hash: string, how: string): void {
    if (how === "keep" || location.hash === hash) return;
    try {
      history[how === "push" ? "pushState" : "replaceState"](null, "", hash);
    } catch {
      // no history, no harm
    }
  }

  place("pages-here").append(trouble);
  on(document, "click", (event) => {
    const link = (event.target as Element).closest("a");
    const page = link?.dataset.pageLink;
    if (page !== undefined) {
      event.preventDefault(); // also with Ctrl: a second window would be a second session
      go(page);
    } else if (link && /^https?:/.test(link.getAttribute("href") ?? "")) {
      link.target = "_blank"; // this window holds the session with the LMS: it never goes elsewhere
      link.rel = "noopener noreferrer";
    }
  });
  on(window, "popstate", () => go(location.hash.replace("#p-", ""), { history: "keep" }));
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
