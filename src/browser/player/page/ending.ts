import type { Player } from "./contract";
import { icon, make } from "./dom";
import { pageLink } from "./page-link";
import { remaining } from "./remaining";

/**
 * The end of a module, for its last page: a mark of completion or the pages left, and the next module. The last page of
 * the course has the end of the course instead; other pages have none.
 */
export function ending(player: Player, index: number): HTMLElement | null {
  const { course, session, titleOf, titleOfModule, words } = player;
  const { seen } = session.state;
  // Nothing ends while something on the page is open: a content note without an answer, or an assessment.
  const page = "[data-page]:not([hidden])";
  if (document.querySelector(`${page} [data-undecided], ${page} [data-results][hidden]`)) return null;
  let end = -1;
  const at = course.modules.findIndex(({ pages }) => (end += pages.length) >= index);
  const { pages = [] } = course.modules[at] ?? {};
  if (index !== end) return null;
  const next = course.modules[at + 1];
  if (!next) return remaining(player);
  const left = pages.filter((_, page) => !seen[end - pages.length + 1 + page]);
  const [first = ""] = next.pages;
  return make(
    "section",
    { class: "left", "aria-labelledby": "left-title", "data-module-end": left.length > 0 ? "open" : "done" },
    make(
      "h2",
      { id: "left-title" },
      ...(left.length > 0 ? [words("module_left")] : [icon("right"), make("span", {}, words("module_done"))]),
    ),
    ...(left.length > 0 ? [make("ul", {}, ...left.map((page) => make("li", {}, pageLink(page, titleOf(page)))))] : []),
    make("p", { class: "upcoming" }, words("module_next")),
    onward(first, titleOfModule(next.id)),
  );
}

/** A link to go on, with the look of a button. */
export function onward(page: string, title: string): HTMLElement {
  const link = pageLink(page, title);
  link.className = "onward";
  link.append(icon("next"));
  link.lastElementChild?.classList.add("turns");
  return make("p", {}, link);
}
