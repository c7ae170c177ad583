import { itemsOf, pagesOf, type QuestionData } from "../player/core/course-data";
import { answer } from "./answers";
import { until } from "./documents";
import { formOf, progressIn, turnTo, type OwnCourse } from "./own-course";
import type { ActionLog } from "./action-log";

const mostAttempts = 10;
/** Milliseconds to wait for the results; enough for a busy machine, as the wait ends with the event. */
const marking = 20_000;

/** Visits every page and answers its knowledge checks and assessment, right or wrong. Locked pages are tried again. */
export async function visit(course: OwnCourse, right: boolean, log: ActionLog, share = 1): Promise<void> {
  const all = pagesOf(course.data);
  let waiting = all.slice(0, Math.ceil(all.length * share));
  for (let round = 0; round < 3 && waiting.length > 0; round++) {
    const closed: string[] = [];
    for (const page of waiting) {
      if (log.isOver()) return;
      if (!(await turnTo(course, page))) {
        closed.push(page);
        continue;
      }
      log.write(`opened the page “${page}”`);
      await answerPage(course, page, right, log);
      if (page === course.data.assessment?.page && share === 1) await assess(course, right, log);
    }
    waiting = closed;
  }
  for (const page of waiting) log.write(`could not open the page “${page}”: it is locked`);
}

/** Answers the knowledge checks of a page. */
export async function answerPage(course: OwnCourse, page: string, right: boolean, log: ActionLog): Promise<void> {
  for (const question of course.data.questions.filter((one) => one.page === page && !one.assessed)) {
    const form = formOf(course, question);
    if (!form) continue;
    uncover(course);
    answerOne(course, form, question, right);
    const check = form.querySelector<HTMLElement>("[data-check]");
    if (check && !check.hidden) check.click();
    await until(() => form.querySelector("[data-result] *"), 1000);
    log.write(`answered “${question.id}” ${right ? "right" : "wrong"}`);
  }
}

const answerOne = (course: OwnCourse, form: HTMLElement, question: QuestionData, right: boolean): void =>
  answer(form, question, course.keys[question.id] ?? { right: [] }, right);

/** Shows the page in full if it starts with a content note. */
const uncover = ({ page }: OwnCourse): void =>
  page.querySelector<HTMLElement>("article:not([hidden]) [data-note-whole][aria-expanded=false]")?.click();

/** Answers the questions of the attempt, or only the given share of them. */
export function fillIn(course: OwnCourse, right: boolean, log: ActionLog, share = 1): void {
  const asked = itemsOf(course.data).filter((question) => formOf(course, question));
  for (const question of asked.slice(0, Math.ceil(asked.length * share))) {
    const form = formOf(course, question);
    if (!form) continue;
    answerOne(course, form, question, right);
    const actions = form.querySelector<HTMLElement>("[data-actions]");
    if (actions && !actions.hidden) form.querySelector<HTMLElement>("[data-check]")?.click();
    log.write(`answered “${question.id}” ${right ? "right" : "wrong"}`);
  }
}

/** Submits the assessment. After a failed attempt it tries again until no attempt is left. */
export async function assess(course: OwnCourse, right: boolean, log: ActionLog): Promise<void> {
  const find = (what: string): HTMLElement | null =>
    course.page.querySelector<HTMLElement>(`article:not([hidden]) ${what}`);
  for (let attempt = 1; attempt <= mostAttempts && !log.isOver(); attempt++) {
    if (find("[data-results]:not([hidden])")) {
      const again = find("[data-results] [data-retry]");
      if (!again || find("[data-results]")?.dataset.passed === "true") return;
      again.click();
    }
    fillIn(course, right, log);
    find("[data-submit]")?.click();
    find("[data-submit-anyway]")?.click();
    const results = await until(() => find("[data-results]:not([hidden])"), marking);
    if (!results) return log.write("could not submit the answers");
    log.write(`submitted the answers: ${results.dataset.passed === "true" ? "passed" : "not passed"}`);
  }
  log.write(`stopped after ${mostAttempts} attempts; more are allowed`);
}

/** Does half of the pages and, if it opens, half of the assessment. */
export async function halfway(course: OwnCourse, log: ActionLog): Promise<string> {
  await visit(course, true, log, 0.5);
  const assessment = course.data.assessment?.page;
  if (assessment && (await turnTo(course, assessment))) fillIn(course, true, log, 0.5);
  log.write("stopped in the middle");
  return progressIn(course);
}
