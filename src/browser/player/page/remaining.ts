import { progress } from "../core/progress";
import { checksOf, pagesOf } from "../core/course-data";
import { isAnswered } from "../core/state";
import { printConfirmation } from "./confirmation";
import { button, icon, make, place } from "./dom";
import type { Player } from "./contract";
import { pageLink } from "./page-link";

/**
 * The end of the course, for its last page: the rest of its requirements, with links, or the button that prints a
 * confirmation; and the button that leaves.
 */
export function remaining({ course, session, titleOf, words }: Player): HTMLElement {
  const { seen, checks, page: here } = session.state;
  const pages = pagesOf(course);
  const done = progress(course, session.state);
  const lines: HTMLElement[] = [];
  const say = (text: string, page?: string): void => {
    if (page === undefined || page !== pages[here])
      lines.push(make("p", {}, text, " ", ...(page ? [pageLink(page, titleOf(page))] : [])));
  };
  if (done.complete) say(words("left_done"));
  else {
    say(words("seen_of", { n: seen.filter(Boolean).length, total: pages.length }));
    const unseen = pages.filter((_, index) => !seen[index]);
    for (const part of course.tracking.completedBy) {
      if (done[part]) continue;
      if (part === "pages") say(words("left_pages", { n: unseen.length }), unseen[0]);
      if (part === "checks")
        say(words("left_checks"), checksOf(course).find((_, index) => !isAnswered(checks[index]))?.page);
      if (part === "assessment") say(words("left_assessment"), course.assessment?.page);
    }
  }
  if (done.complete) {
    const print = button(words("confirm_print"), () => printConfirmation(session, words, new Date(), print), {
      "data-confirm": "",
    });
    lines.push(make("p", {}, print));
  }
  const leave = place("leave");
  if (leave.isConnected) {
    const isElsewhere = place<HTMLAnchorElement>("elsewhere").href;
    lines.push(
      make("p", { id: "leave-about" }, words(isElsewhere ? "leave_other" : "leave_about")),
      button(words("leave_course"), () => leave.click(), {
        class: done.complete ? "main" : "",
        "aria-describedby": "leave-about",
        "data-leave-here": "",
      }),
    );
  }
  return make(
    "aside",
    { class: "left", "aria-labelledby": "left-title", "data-left": done.complete ? "done" : "open" },
    make("h2", { id: "left-title" }, ...(done.complete ? [icon("right")] : []), make("span", {}, words("left_title"))),
    ...lines,
  );
}
