import { progress } from "../core/completion";
import { make, pageLink } from "./dom";
import type { Player } from "./player";

/** At the end of the last page: what is still to do, with links, so that nobody wonders why the platform does not say "done". */
export function standing(player: Player): HTMLElement {
  const { course, session, words } = player;
  const pages = course.modules.flatMap((module) => module.pages);
  const done = progress(course, session.state);
  const box = make("aside", { class: "left", "aria-labelledby": "left-title", "data-left": "" }, make("h2", { id: "left-title" }, words("left_title")));
  const say = (text: string, page?: string): void => {
    box.append(make("p", {}, text, " ", ...(page ? [pageLink(page, player.titleOf(page))] : [])));
  };
  if (done.complete) {
    say(words("left_done"));
    return box;
  }
  const { completedBy } = course.tracking;
  const unseen = pages.filter((_, index) => !session.state.seen[index]);
  if (completedBy.includes("pages") && unseen.length > 0) {
    say(words(unseen.length === 1 ? "left_pages_one" : "left_pages", { n: unseen.length }), unseen[0]);
  }
  const checks = course.questions.filter((question) => !question.assessed);
  const open = checks.find((_, index) => !session.state.checks[index]);
  if (completedBy.includes("checks") && !done.checks) say(words("left_checks"), open?.page);
  if (completedBy.includes("assessment") && !done.assessment) say(words("left_assessment"), course.assessment?.page);
  return box;
}
