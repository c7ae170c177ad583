import { decode } from "../player/core/codec";
import { checksOf, itemsOf, pagesOf, type CourseData } from "../player/core/course-data";
import { drawn } from "../player/core/draw";
import type { CourseState } from "../player/core/state";
import { limits } from "./messages";

type Row = readonly [string, string];

/** The data of a course of ours that is open in a window; null for any other content. */
export function courseIn(window: Window): CourseData | null {
  try {
    const { protectCourse } = window as unknown as { protectCourse?: CourseData };
    const text = window.document.getElementById("course-data")?.textContent;
    return protectCourse ?? (text ? (JSON.parse(text) as CourseData) : null);
  } catch {
    return null;
  }
}

/** What suspend data says, as names and words. Empty when it is not of this course. */
export function decoded(course: CourseData, suspendData: string): Row[] {
  try {
    const found = decode(course, suspendData);
    if (found.kind === "same") return rows(course, found.state).slice(0, limits.lines);
    if (found.kind === "changed")
      return [
        ["Made by", "another version of this course"],
        ["Revision", String(found.kept.rev)],
        ["Status", found.kept.status],
        ["Best result", percent(found.kept.best)],
        ["Attempts", String(found.kept.attemptsUsed)],
      ];
    return found.kind === "damaged" ? [["Damaged", "The check at its end does not fit."]] : [];
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
  return [
    ["Revision", String(state.rev)],
    ["Status", state.status],
    ["Page", pages[state.page] ?? ""],
    [
      "Visited",
      `${pages.length - unseen.length} of ${pages.length} pages${unseen.length > 0 && unseen.length <= 12 ? `; not yet: ${unseen.join(", ")}` : ""}`,
    ],
    ...(checks.length > 0 ? [["Knowledge checks", `${answered} of ${checks.length} answered`] as const] : []),
    ...checks.flatMap((question, index): Row[] => {
      const check = state.checks[index];
      return check
        ? [
            [
              question.id,
              check.tries === 0
                ? "begun"
                : `${check.right ? "right" : "not right"}, ${check.tries === 1 ? "1 try" : `${check.tries} tries`}, response ${check.response}`,
            ],
          ]
        : [];
    }),
    ...(course.assessment
      ? ([
          ["Best result", percent(state.best)],
          ["Attempts handed in", String(state.attemptsUsed)],
          ["Interactions written", String(state.written)],
          ...attempt(course, state),
        ] as Row[])
      : []),
  ];
}

function attempt(course: CourseData, state: CourseState): Row[] {
  if (!state.attempt) return [["Attempt", "none open"]];
  const items = itemsOf(course);
  return [
    ["Attempt", `${state.attempt.submitted ? "handed in" : "open"}, seed ${state.attempt.seed}`],
    ...drawn(course, state.attempt.seed).map((index): Row => [
      items[index]?.id ?? "",
      state.attempt?.responses[index] === null || state.attempt?.responses[index] === undefined
        ? "not answered"
        : `response ${state.attempt.responses[index]}`,
    ]),
  ];
}
