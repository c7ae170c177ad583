import type { CourseData, ModuleData, QuestionData, QuestionKey } from "../player/core/course-data";
import { played, until } from "./documents";

/** A course made with this tool, open in its frame, with its answers. */
export interface OwnCourse {
  readonly page: Document;
  readonly data: CourseData;
  readonly keys: Readonly<Record<string, QuestionKey>>;
}

/** Milliseconds to wait for a page; enough for a busy machine, as the wait ends with the event. */
const opening = 20_000;

const between = (text: string, opening: string, ending: string): string => {
  const start = text.indexOf(opening) + opening.length;
  return text.slice(start, text.indexOf(ending, start));
};

/** Text of the file with the data of a course: its program, or course.js in a large package of 0.3. */
async function dataFile(text: (name: string) => Promise<string>): Promise<string> {
  const program = await text("program.js");
  return program.includes("protectCourse = ") ? program : text("course.js");
}

/**
 * Reads the course in the frame: its data, from its program, and the keys of each module. Null if it was
 * not made with this tool.
 */
export async function ownCourse(milliseconds: number): Promise<OwnCourse | null> {
  await until(() => played().every(({ readyState }) => readyState === "complete"), milliseconds);
  const page = played().find((one) => one.querySelector("[data-pages-here]"));
  if (!page) return null;
  const text = async (name: string): Promise<string> => (await fetch(new URL(name, page.baseURI))).text();
  try {
    const inPage = page.querySelector("#course-data")?.textContent; // packages of 0.3
    const data = JSON.parse(inPage ?? between(await dataFile(text), "protectCourse = ", ";\n")) as CourseData;
    const modules = await Promise.all(
      data.modules
        .flatMap(({ file }) => file ?? [])
        .map(async (file) => JSON.parse(between(await text(file), "(", ");\n")) as ModuleData),
    );
    if (!(await until(() => page.documentElement.classList.contains("ready"), milliseconds))) return null;
    return {
      page,
      data,
      keys: Object.assign({}, data.keys, ...modules.map(({ keys }) => keys)) as Record<string, QuestionKey>,
    };
  } catch {
    return null;
  }
}

/** The form of a question; null if it is not visible. */
export function formOf({ page }: OwnCourse, { id }: QuestionData): HTMLElement | null {
  const form = page.querySelector<HTMLElement>(`article:not([hidden]) form[data-question="${id}"]`);
  return form && !form.hidden ? form : null;
}

export const pageNow = ({ page }: OwnCourse): string =>
  page.querySelector<HTMLElement>("article[data-page]:not([hidden])")?.dataset.page ?? "";

/** Goes to a page through the menu, or by its address if the menu has no link yet. False if the page is locked. */
export async function turnTo({ page }: OwnCourse, id: string): Promise<boolean> {
  const open = (): boolean => page.querySelector(`article[data-page="${id}"]:not([hidden])`) !== null;
  if (open()) return true;
  const link = page.querySelector<HTMLElement>(`[data-menu] [data-page-link="${id}"]`);
  if (link) link.click();
  else if (page.defaultView) page.defaultView.location.hash = `p-${id}`;
  return (
    (await until(() => open() || page.querySelector("section.page:not([hidden]) [data-locked]") !== null, opening)) !==
      null && open()
  );
}

/** The visible progress as JSON: page, progress bar, and the fields of the visible questions. */
export function progressIn(course: OwnCourse): string {
  const fields = [
    ...course.page.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      "article:not([hidden]) form[data-question]:not([hidden]) :is(input, select)",
    ),
  ].map((field) =>
    field instanceof (field.ownerDocument.defaultView ?? window).HTMLInputElement && /radio|checkbox/.test(field.type)
      ? Number(field.checked)
      : field.value,
  );
  const questions = [
    ...course.page.querySelectorAll<HTMLElement>("article:not([hidden]) form[data-question]:not([hidden])"),
  ].map(({ dataset }) => dataset.question);
  const progress = course.page.querySelector<HTMLProgressElement>("[data-progress]")?.value ?? 0;
  return JSON.stringify({ page: pageNow(course), progress: Math.round(progress * 100), questions, fields });
}
