import { progress } from "../core/progress";
import type { Player } from "./contract";
import { icon, make, place } from "./dom";

/** Shows in the menu which pages were seen or are locked, and how much of each module and of the course is done. */
export function showSeen(player: Player): void {
  const { course, parts, session, words } = player;
  const { state } = session;
  const menu = place("menu");
  const done = progress(course, state);
  let index = 0;
  for (const { id, pages } of course.modules) {
    const part = menu.querySelector<HTMLElement>(`[data-module="${id}"]`) ?? undefined;
    let n = 0;
    for (const page of pages) {
      const isSeen = state.seen[index] ?? false;
      const isLocked = (parts.locks?.(player, index) ?? null) !== null;
      index += 1;
      if (isSeen) n += 1;
      const link = part?.querySelector<HTMLElement>(`[data-page-link="${page}"]`);
      if (!link) continue;
      lock(link, isLocked, words("locked_aside"));
      if (!isSeen || link.dataset.seen) continue;
      link.dataset.seen = "yes";
      link.append(make("span", { class: "aside" }, ` (${words("seen")})`));
    }
    const note = place("module-seen", part);
    // An assessment belongs to its module: seen is not finished.
    const isOpen = course.assessment !== null && pages.includes(course.assessment.page) && !done.assessment;
    if (n < pages.length || isOpen) note.textContent = n > 0 ? words("seen_of", { n, total: pages.length }) : "";
    else if (note.dataset.finished === undefined) {
      note.dataset.finished = "";
      note.replaceChildren(icon("right"), words("module_finished"));
    }
  }
  place("standing").textContent = done.complete
    ? words("course_done")
    : words("seen_of", { n: state.seen.filter(Boolean).length, total: state.seen.length });
  place<HTMLProgressElement>("progress").value = Math.round(done.share * 100);
}

function lock(link: HTMLElement, closed: boolean, word: string): void {
  if (closed === (link.dataset.locked !== undefined)) return;
  if (closed) link.append(make("span", { class: "aside", "data-lock": "" }, ` (${word})`));
  else link.querySelector("[data-lock]")?.remove();
  if (closed) link.dataset.locked = "yes";
  else delete link.dataset.locked;
}
