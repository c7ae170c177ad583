// Runs in the course's frame, as the scripted learner does: it knows the answers.
import { actionLog } from "../../src/browser/play/action-log";
import { answerPage, fillIn } from "../../src/browser/play/own-journey";
import { changed, until } from "../../src/browser/play/documents";
import { ownCourse, progressIn, turnTo, type OwnCourse } from "../../src/browser/play/own-course";
import { checksOf, pagesOf } from "../../src/browser/player/core/course-data";

const log = actionLog(() => undefined, 3600, Infinity);
let course: OwnCourse | null = null;

function own(): OwnCourse {
  if (!course) throw new Error("The course is not open.");
  return course;
}

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);
const inArticle = (selector: string): HTMLElement | null => find(`article:not([hidden]) ${selector}`);

/** Reads pages and answers of the course. Needs the network. */
export async function read(): Promise<boolean> {
  course = await ownCourse(20_000);
  return course !== null;
}

/** The pages in order, without the one with the assessment. */
export const pages = (): string[] => pagesOf(own().data).filter((page) => page !== own().data.assessment?.page);

/** The pages that have knowledge checks whose answers are reported, in order. */
export const checked = (): string[] => [...new Set(checksOf(own().data).map(({ page }) => page))];

/** Opens the pages and answers their knowledge checks right. Pages that are still locked are opened last. */
export async function visit(...ids: string[]): Promise<void> {
  for (let waiting = ids; waiting.length > 0;) {
    const closed: string[] = [];
    for (const id of waiting) {
      if (await turnTo(own(), id)) await answerPage(own(), id, true, log);
      else closed.push(id);
    }
    if (closed.length === waiting.length) throw new Error(`These pages do not open: ${closed.join(", ")}.`);
    waiting = closed;
  }
}

/** Opens the page with the assessment and answers its questions, but does not submit them. */
export async function fill(right: boolean): Promise<void> {
  const page = own().data.assessment?.page;
  if (!page || !(await turnTo(own(), page))) throw new Error("The assessment does not open.");
  inArticle("[data-results]:not([hidden]) [data-retry]")?.click();
  fillIn(own(), right, log);
}

/** Submits the answers, and returns what the page shows. */
export async function submit(): Promise<string> {
  inArticle("[data-submit]")?.click();
  inArticle("[data-submit-anyway]")?.click();
  const results = await until(() => inArticle("[data-results]:not([hidden])"), 5000);
  if (!results) throw new Error("The answers cannot be submitted.");
  return results.dataset.passed === "true" ? "passed" : "failed";
}

/** The pages whose knowledge checks show a verdict, and the visible progress. */
export async function place(): Promise<string> {
  return progressIn(own());
}

/** The number of knowledge checks on these pages that are answered. */
export async function answered(...ids: string[]): Promise<number> {
  let count = 0;
  for (const id of ids) {
    await turnTo(own(), id);
    count += document.querySelectorAll("article:not([hidden]) form[data-question] [data-result] [data-verdict]").length;
  }
  return count;
}

/** Whether the results on the page of the assessment say that it is passed. */
export async function isPassed(): Promise<boolean> {
  const page = own().data.assessment?.page;
  if (!page || !(await turnTo(own(), page))) return false;
  return inArticle("[data-results]:not([hidden])")?.dataset.passed === "true";
}

/** The sentences about saving and the notices that are visible. */
export const told = (): string =>
  ["[data-saving]", "[data-notices]", "[data-offer]"]
    .map(find)
    .filter((one) => one && one.getClientRects().length > 0)
    .map((one) => one?.innerText.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join(" ");

/** Accepts work that is offered back, if any is. */
export const accept = (): void => find("[data-bring-back]")?.click();

/** Leaves the course by its own button. */
export const leave = (): void => find("[data-leave]")?.click();

/** Changes the language of the course. */
export function speak(language: string): void {
  const list = document.querySelector<HTMLSelectElement>("[data-languages] select");
  if (![...(list?.options ?? [])].some(({ value }) => value === language) || !list)
    throw new Error(`The course does not offer the language “${language}”.`);
  list.value = language;
  changed(list);
}
