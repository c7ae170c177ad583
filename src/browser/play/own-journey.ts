import { itemsOf, pagesOf, type QuestionData } from "../player/core/course-data";
import { answer } from "./answers";
import { until } from "./documents";
import { formOf, progressIn, turnTo, type OwnCourse } from "./own-course";
import type { Diary } from "./diary";

const mostAttempts = 10;

/** Visits every page and answers every question on it, right or wrong, but those of the assessment; pages that wait for something are tried again. */
export async function visit(course: OwnCourse, right: boolean, diary: Diary, share = 1): Promise<void> {
  const all = pagesOf(course.data);
  let waiting = all.slice(0, Math.ceil(all.length * share));
  for (let round = 0; round < 3 && waiting.length > 0; round++) {
    const closed: string[] = [];
    for (const page of waiting) {
      if (diary.isOver()) return;
      if (!(await turnTo(course, page))) {
        closed.push(page);
        continue;
      }
      diary.write(`opened the page “${page}”`);
      await answerPage(course, page, right, diary);
      if (page === course.data.assessment?.page && share === 1) await assess(course, right, diary);
    }
    waiting = closed;
  }
  for (const page of waiting) diary.write(`could not open the page “${page}”: it waits for something else`);
}

async function answerPage(course: OwnCourse, page: string, right: boolean, diary: Diary): Promise<void> {
  for (const question of course.data.questions.filter((one) => one.page === page && !one.assessed)) {
    const form = formOf(course, question);
    if (!form) continue;
    uncover(course);
    answerOne(course, form, question, right);
    const check = form.querySelector<HTMLElement>("[data-check]");
    if (check && !check.hidden) check.click();
    await until(() => form.querySelector("[data-result] *"), 1000);
    diary.write(`answered “${question.id}” ${right ? "right" : "wrong"}`);
  }
}

const answerOne = (course: OwnCourse, form: HTMLElement, question: QuestionData, right: boolean): void =>
  answer(form, question, course.keys[question.id] ?? { right: [] }, right);

/** A page may begin with a note of what is to come, and a choice. */
const uncover = ({ page }: OwnCourse): void =>
  page.querySelector<HTMLElement>("article:not([hidden]) [data-note-whole][aria-expanded=false]")?.click();

/** Fills the questions of the attempt in; with a share, only so many of them. */
export function fillIn(course: OwnCourse, right: boolean, diary: Diary, share = 1): void {
  const asked = itemsOf(course.data).filter((question) => formOf(course, question));
  for (const question of asked.slice(0, Math.ceil(asked.length * share))) {
    const form = formOf(course, question);
    if (!form) continue;
    answerOne(course, form, question, right);
    const actions = form.querySelector<HTMLElement>("[data-actions]");
    if (actions && !actions.hidden) form.querySelector<HTMLElement>("[data-check]")?.click();
    diary.write(`answered “${question.id}” ${right ? "right" : "wrong"}`);
  }
}

/** Sends the assessment; who fails tries again until no attempt is left. */
export async function assess(course: OwnCourse, right: boolean, diary: Diary): Promise<void> {
  const find = (what: string): HTMLElement | null =>
    course.page.querySelector<HTMLElement>(`article:not([hidden]) ${what}`);
  for (let attempt = 1; attempt <= mostAttempts && !diary.isOver(); attempt++) {
    if (find("[data-results]:not([hidden])")) {
      const again = find("[data-results] [data-retry]");
      if (!again || find("[data-results]")?.dataset.passed === "true") return;
      again.click();
    }
    fillIn(course, right, diary);
    find("[data-submit]")?.click();
    find("[data-submit-anyway]")?.click();
    const results = await until(() => find("[data-results]:not([hidden])"), 3000);
    if (!results) return diary.write("could not send the answers");
    diary.write(`sent the answers: ${results.dataset.passed === "true" ? "passed" : "not passed"}`);
  }
  diary.write(`stopped after ${mostAttempts} attempts; more are allowed`);
}

/** Half of the way: half of the pages, and of the assessment where it can be opened; then where the learner stands. */
export async function halfway(course: OwnCourse, diary: Diary): Promise<string> {
  await visit(course, true, diary, 0.5);
  const assessment = course.data.assessment?.page;
  if (assessment && (await turnTo(course, assessment))) fillIn(course, true, diary, 0.5);
  diary.write("stopped in the middle");
  return progressIn(course);
}
