import type { Course } from "./course";
import { itemsOf, pagesOf } from "./course-data";
import { drawn } from "./draw";
import { withPretests } from "./gates";
import { hasPassed, settle } from "./progress";
import { passes, share } from "./scoring";
import { rounds } from "./shuffle";
import type { CheckState, CourseState, Review } from "./state";

// How answers change the state. The first page needs none of it.

/** Most tries and attempts that the state counts. */
export const mostTries = 3;
export const mostAttempts = 15;

/** Stores the answer to a knowledge check, by its index among the knowledge checks. */
export function answerCheck(
  state: CourseState,
  course: Course,
  index: number,
  response: number,
  right: boolean,
): CourseState {
  const before = state.checks[index];
  const after: CheckState = {
    response,
    tries: Math.min(mostTries, (before?.tries ?? 0) + 1),
    right: right || (before?.right ?? false),
  };
  return settle(
    withPretests(course, { ...state, checks: state.checks.map((check, at) => (at === index ? after : check)) }),
    course,
  );
}

/** Stores the position in a question of several steps, which counts as answered only at its end. */
export function keepCheck(state: CourseState, index: number, response: number): CourseState {
  const before = state.checks[index];
  const after: CheckState = { response, tries: before?.tries ?? 0, right: before?.right ?? false };
  return { ...state, checks: state.checks.map((check, at) => (at === index ? after : check)) };
}

export function startAttempt(state: CourseState, seed: number): CourseState {
  return { ...state, attempt: { seed: seed >>> 0, submitted: false, responses: [] } };
}

export function answerItem(state: CourseState, index: number, response: number | null): CourseState {
  if (!state.attempt || state.attempt.submitted) return state;
  const responses = [...state.attempt.responses];
  while (responses.length <= index) responses.push(null);
  responses[index] = response;
  return { ...state, attempt: { ...state.attempt, responses } };
}

/** Submits the attempt. `credits` has a value from 0 to 1 for each assessed question. */
export function submitAttempt(state: CourseState, course: Course, credits: readonly number[]): CourseState {
  if (!state.attempt || state.attempt.submitted) return state;
  const score = percent(course, state.attempt.seed, credits);
  const after: CourseState = {
    ...state,
    attempt: { ...state.attempt, submitted: true },
    attemptsUsed: Math.min(mostAttempts, state.attemptsUsed + 1),
    best: counted(course, state.best, score),
    met: state.met || attemptPasses(course, state.attempt.seed, credits),
  };
  const wrong = pagesToReview(course, state.attempt.seed, credits);
  return settle(
    { ...after, review: hasPassed(after, course) ? after.review : failedOnce(after, course, wrong) },
    course,
  );
}

/** Counts a failed attempt. The assessment closes after some of them, if there is a page to open. */
function failedOnce({ review }: CourseState, course: Course, pages: readonly number[]): Review | null {
  const failed = Math.min(mostAttempts, (review?.failed ?? 0) + 1);
  const closes = pages.length > 0 && failed >= (course.assessment?.reviewAfter ?? Infinity);
  return review && (closes ? { failed: 0, pages } : { failed, pages: [] });
}

/** The pages that the wrong answers of an attempt name, by index among all pages, in course order. */
export function pagesToReview(course: Course, seed: number, credits: readonly number[]): number[] {
  const items = itemsOf(course);
  const wrong = new Set(drawn(course, seed).flatMap((at) => (credits[at] === 1 ? [] : (items[at]?.review ?? []))));
  return pagesOf(course).flatMap((page, index) => (wrong.has(page) ? [index] : []));
}

/** Whether an attempt reaches the pass mark and has all critical questions that it drew right. */
export function attemptPasses(course: Course, seed: number, credits: readonly number[]): boolean {
  const items = itemsOf(course);
  const critical = drawn(course, seed).every((index) => !items[index]?.critical || credits[index] === 1);
  return critical && passes(course, percent(course, seed, credits));
}

function counted(course: Course, before: number | null, score: number): number {
  if (before === null || course.assessment?.keep === "last") return score;
  return course.assessment?.keep === "first" ? before : Math.max(before, score);
}

/**
 * The result of an attempt in hundredths of a percent. `credits` has a value from 0 to 1 for each assessed question;
 * only the questions that the attempt drew count.
 */
export function percent(course: Course, seed: number, credits: readonly number[]): number {
  const items = itemsOf(course);
  const asked = drawn(course, seed);
  return share(
    asked.flatMap((index) => items[index] ?? []),
    asked.map((index) => credits[index] ?? 0),
  );
}

/**
 * The seed of the attempt after `previous`: the same decks, one draw further. `random` is any 32-bit number, used for
 * the first attempt and for every sixteenth.
 */
export function nextSeed(previous: number | null, random: number): number {
  const last = previous === null || previous % rounds === rounds - 1;
  return last ? Math.floor((random >>> 0) / rounds) * rounds : previous + 1;
}
