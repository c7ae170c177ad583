import { decode } from "../player/core/codec";
import { checksOf, itemsOf, pagesOf, type CourseData } from "../player/core/course-data";
import { drawn } from "../player/core/draw";
import type { CourseState } from "../player/core/state";
import { limits } from "./messages";

type Row = readonly [string, string];

/** The data of the course in a window; null if it was not made with this tool. */
export function courseIn(window: Window): CourseData | null {
  try {
    const { protectCourse } = window as unknown as { protectCourse?: CourseData };
    const text = window.document.getElementById("course-data")?.textContent;
    return protectCourse ?? (text ? (JSON.parse(text) as CourseData) : null);
  } catch {
    return null;
  }
}

/** Suspend data as names and text. Empty if it is not of this course. */
export function decoded(course: CourseData, suspendData: string): Row[] {
  try {
    const found = decode(course, suspendData);
    if (found.kind === "same") return rows(course, found.state).slice(0, limits.lines);
    if (found.kind === "changed")
      return [
        ["Made by", "another version of this course"],
        ["Revision", String(found.kept.revision)],
        ["Status", found.kept.status],
        ["Best result", percent(found.kept.best)],
        ["Attempts", String(found.kept.attemptsUsed)],
      ];
    return found.kind === "damaged" ? [["Damaged", "The checksum at its end is wrong."]] : [];
  } catch {
    return [];
  }
}

const percent = (hundredths: number | null): string => (hundredths === null ? "none yet" : `${hundredths / 100} %`);

function rows(course: CourseData, state: CourseState): Row[] {
  const pages = pagesOf(course);
  const unseen = pages.filter((_, index) => !state.seen[index]);
  const checks = checksOf(course);
  const answered = state.checks.filter((check) => check && check.tries > 0).length;
  const missing = unseen.length > 0 && unseen.length <= 12 ? `; not yet: ${unseen.join(", ")}` : "";
  return [
    ["Revision", String(state.revision)],
    ["Status", state.status],
    ["Page", pages[state.page] ?? ""],
    ["Visited", `${pages.length - unseen.length} of ${pages.length} pages${missing}`],
    ...(checks.length > 0 ? [["Knowledge checks", `${answered} of ${checks.length} answered`] as const] : []),
    ...checks.flatMap((question, index): Row[] => {
      const check = state.checks[index];
      if (!check) return [];
      if (check.tries === 0) return [[question.id, "started"]];
      const tries = check.tries === 1 ? "1 try" : `${check.tries} tries`;
      return [[question.id, `${check.right ? "right" : "not right"}, ${tries}, response ${check.response}`]];
    }),
    ...(course.assessment
      ? ([
          ["Best result", percent(state.best)],
          ["Attempts submitted", String(state.attemptsUsed)],
          ["Interactions written", String(state.written)],
          ...review(pages, state),
          ...attempt(course, state),
        ] as Row[])
      : []),
  ];
}

function review(pages: readonly string[], { review }: CourseState): Row[] {
  if (!review) return [];
  const closed = review.pages.map((page) => pages[page] ?? "").join(", ");
  return [
    ["Failed attempts since it closed", String(review.failed)],
    ["Closed until these are opened", closed || "no page: it is open"],
  ];
}

function attempt(course: CourseData, state: CourseState): Row[] {
  if (!state.attempt) return [["Attempt", "none open"]];
  const items = itemsOf(course);
  return [
    ["Attempt", `${state.attempt.submitted ? "submitted" : "open"}, seed ${state.attempt.seed}`],
    ...drawn(course, state.attempt.seed).map((index): Row => [
      items[index]?.id ?? "",
      state.attempt?.responses[index] === null || state.attempt?.responses[index] === undefined
        ? "not answered"
        : `response ${state.attempt.responses[index]}`,
    ]),
  ];
}
