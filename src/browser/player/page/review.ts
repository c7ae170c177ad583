import { pagesOf } from "../core/course-data";
import type { Later, Player } from "./contract";
import { make } from "./dom";
import { onward } from "./ending";
import { pageLink } from "./page-link";

/**
 * Adds the way back to an assessment that closed after failed attempts: on the pages that open it again, what is still
 * to open, or a link to the assessment.
 */
export function withReview(later: Later): Later {
  /** The pages to open that this launch knows of, by index among all pages. */
  const named = new Set<number>();

  function wayBack({ course, session, titleOf, words }: Player): HTMLElement[] {
    const open = session.state.review?.pages ?? [];
    const ids = pagesOf(course);
    const links = open.map((page) => make("li", {}, pageLink(ids[page] ?? "", titleOf(ids[page] ?? ""))));
    const test = course.assessment?.page ?? "";
    return open.length > 0
      ? [make("p", {}, words("review_left")), make("ul", {}, ...links)]
      : [make("p", {}, words("review_open")), onward(test, titleOf(test))];
  }

  return {
    ...later,
    ending(player, index) {
      const end = later.ending(player, index);
      const { attempt, review } = player.session.state;
      for (const page of review?.pages ?? []) named.add(page);
      if (!named.has(index) || attempt?.submitted === false) return end;
      const way = make("div", { "data-review-left": "" }, ...wayBack(player));
      if (!end) return make("section", { class: "left" }, way);
      end.append(way);
      return end;
    },
  };
}
