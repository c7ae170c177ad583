import { shownPercent } from "../core/shown-result";
import type { Session } from "../lms/session";
import { make, on } from "./dom";
import { printPage } from "./frame-limits";
import type { Words } from "./contract";

/**
 * Prints a confirmation of completion, or shows it where the frame must not print. It states that it is no
 * certificate: the LMS's report is what counts.
 */
export function printConfirmation({ course, state }: Session, words: Words, now: Date, at: HTMLElement): void {
  const row = (name: string, value: string): HTMLElement =>
    make("div", {}, make("dt", {}, name), make("dd", {}, value));
  const sheet = make(
    "section",
    { class: "confirmation", "data-confirmation": "" },
    make("h1", {}, words("confirm_title")),
    make("p", {}, words("confirm_name"), make("span", { class: "blank" })),
    make(
      "dl",
      { class: "facts" },
      row(words("confirm_course"), `${course.title} (${course.version})`),
      row(words("confirm_date"), new Intl.DateTimeFormat(course.language, { dateStyle: "long" }).format(now)),
      row(
        words("confirm_pages"),
        words("count_of", { n: state.seen.filter(Boolean).length, total: state.seen.length }),
      ),
      ...(state.best === null ? [] : [row(words("score"), `${shownPercent(course, state.best)} / 100`)]),
    ),
    make("p", { class: "small" }, words("confirm_note")),
  );
  document.querySelector("[data-confirmation]")?.remove();
  document.body.append(sheet);
  document.documentElement.dataset.printConfirmation = "";
  on(window, "afterprint", () => delete document.documentElement.dataset.printConfirmation);
  printPage(words, at, () => {
    delete document.documentElement.dataset.printConfirmation;
    sheet.classList.add("shown");
    (at.closest("[data-left]") ?? document.body).append(sheet);
  });
}
