import { checksOf, pagesOf, type Need } from "../core/course-data";
import { needsOf } from "../core/gates";
import { make } from "./dom";
import type { Player } from "./contract";
import { pageLink } from "./page-link";

/** Lists what is required to open a page, with links; null when the page is open. */
export function lockOf({ course, session, titleOf, words }: Player, page: number): Node[] | null {
  const needs = session.mode === "normal" ? needsOf(course, session.state, page) : [];
  if (needs.length === 0) return null;
  const line = (key: string, id: string | undefined, values = {}): HTMLElement =>
    make("li", {}, words(key, values), " ", ...(id === undefined ? [] : [pageLink(id, titleOf(id))]));
  const lines = needs.map(({ page: seen, check, score }: Need) => {
    if (seen !== undefined) return line("locked_page", pagesOf(course)[seen]);
    if (check !== undefined) return line("locked_check", checksOf(course)[check]?.page);
    return line("locked_score", course.assessment?.page, { n: score ?? 0 });
  });
  return [make("p", {}, words("locked_by")), make("ul", { "data-locked": "" }, ...lines)];
}
