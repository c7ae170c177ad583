import type { Course, Loss } from "./course";
import { checksOf, itemsOf, pagesOf, type EarlierLayout, type QuestionData } from "./course-data";
import { fresh, type CourseState } from "./state";

/** A course with the layout of an earlier release, sufficient to decode a state of that release. */
export function courseOf(course: Course, layout: EarlierLayout): Course {
  return {
    ...course,
    hash: layout.hash,
    modules: [{ id: "", file: null, pages: layout.pages }],
    questions: layout.questions.map((question) => ({
      ...question,
      page: "",
      weight: 1,
      parts: 1,
      private: false,
      critical: false,
      confidence: false,
      shuffle: false,
      review: null,
    })),
    assessment: layout.assessment
      ? {
          page: "",
          attempts: null,
          passMark: 0,
          shuffleQuestions: false,
          credit: "whole",
          keep: "best",
          feedback: "end",
          draw: layout.draw,
          ...(layout.review && { reviewAfter: 1 }),
        }
      : null,
  };
}

/**
 * Migrates the state of an earlier release by ids. Progress on removed pages and questions is dropped; status and
 * results stay.
 */
export function migrate(state: CourseState, from: Course, to: Course): CourseState {
  const [oldPages, newPages] = [pagesOf(from), pagesOf(to)];
  const [oldChecks, oldItems, newItems] = [checksOf(from), itemsOf(from), itemsOf(to)];
  const seen = new Set(oldPages.filter((_, page) => state.seen[page]));
  const same =
    newItems.length === oldItems.length &&
    newItems.every((item, index) => fits(item, oldItems[index])) &&
    JSON.stringify(from.assessment?.draw) === JSON.stringify(to.assessment?.draw);
  const next = fresh(to);
  const toOpen = new Set(state.review?.pages.map((page) => oldPages[page]));
  return {
    ...next,
    revision: state.revision,
    status: state.status,
    best: state.best,
    met: state.met,
    attemptsUsed: state.attemptsUsed,
    written: state.written,
    page: Math.max(0, newPages.indexOf(oldPages[state.page] ?? "")),
    seen: newPages.map((page) => seen.has(page)),
    checks: checksOf(to).map((check) => state.checks[oldChecks.findIndex((old) => fits(check, old))] ?? null),
    attempt: same && to.assessment ? state.attempt : null,
    review: next.review && {
      failed: state.review?.failed ?? 0,
      pages: newPages.flatMap((page, index) => (toOpen.has(page) ? [index] : [])),
    },
  };
}

/** What `migrate` drops although its page is still there; null for nothing. A removed question is not missed. */
export function lossOf(state: CourseState, from: Course, to: Course): Loss | null {
  const next = migrate(state, from, to);
  const checks = checksOf(to);
  const dropped = checksOf(from)
    .filter(({ id }, index) => state.checks[index] && !next.checks[checks.findIndex((check) => check.id === id)])
    .flatMap(({ id }) => to.questions.filter((question) => question.id === id).map(({ page }) => page));
  const isAttemptDropped = !next.attempt && state.attempt?.responses.some((response) => response !== null);
  if (isAttemptDropped && to.assessment) dropped.push(to.assessment.page);
  const place = pagesOf(to).includes(pagesOf(from)[state.page] ?? "");
  return place && dropped.length === 0 ? null : { isUpdate: true, place, pages: [...new Set(dropped)] };
}

type Shape = Pick<QuestionData, "id" | "kind" | "options" | "bits">;

const fits = (one: Shape, other: Shape | undefined): boolean =>
  other !== undefined &&
  one.id === other.id &&
  one.kind === other.kind &&
  one.options === other.options &&
  one.bits === other.bits;
