import { progress } from "../core/progress";
import { shownPercent } from "../core/shown-result";
import type { Session } from "../lms/session";
import type { Words } from "./contract";
import { make } from "./dom";

/** What was recorded, for the closing page. Call it only once it is known that everything is saved. */
export function goodbye({ course, state }: Session, words: Words): HTMLElement {
  const row = (name: string, value: string): HTMLElement =>
    make("div", {}, make("dt", {}, name), make("dd", {}, value));
  const { seen, best } = state;
  const percent = new Intl.NumberFormat(course.language, { style: "percent" });
  const result =
    course.tracking.score === "assessment" && best !== null ? percent.format(shownPercent(course, best) / 100) : "";
  return make(
    "div",
    { "data-recorded": "" },
    make("p", {}, words(progress(course, state).complete ? "closing_complete" : "closing_not_yet")),
    make(
      "dl",
      { class: "facts" },
      row(words("confirm_pages"), words("count_of", { n: seen.filter(Boolean).length, total: seen.length })),
      ...(result ? [row(words("score"), result)] : []),
    ),
    make("p", {}, words("closing_back")),
  );
}
