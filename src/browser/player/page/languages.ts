import type { CourseData } from "../core/course-data";
import type { PrivateNotes } from "../lms/private-notes";
import type { Edition, Player } from "./contract";
import { on, place } from "./dom";
import { notice } from "./notices";
import { bring } from "./scripts";

export { openNotes } from "../lms/private-notes";

const kept = "language";

/** The edition in index.html, to return to later. Must be called before the program changes the page. */
export function firstEdition(data: CourseData): Edition | null {
  if (data.languages.length === 0) return null;
  const body = document.body.cloneNode(true) as HTMLElement;
  for (const script of body.querySelectorAll("script")) script.remove();
  return { language: data.language, direction: document.documentElement.dir, body: body.innerHTML, data };
}

/** Replaces the page by that of another language. */
export function putUp({ language, direction, body }: Edition): void {
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
  const parsed = document.createElement("template");
  parsed.innerHTML = body; // made by the compiler, shipped in the package
  // Hide all pages until the router shows one.
  for (const page of parsed.content.querySelectorAll<HTMLElement>("[data-page]")) page.hidden = true;
  for (const element of [...document.body.children]) if (element.tagName !== "SCRIPT") element.remove();
  document.body.prepend(parsed.content);
}

export const bringLanguage = (data: CourseData, language: string): Promise<Edition> | null => {
  const file = data.languages.find((known) => known.language === language)?.file;
  return file ? bring(`language ${language}`, file) : null;
};

/** Activates the list of languages. A choice changes the page at once and is stored on this device. */
export function prepareLanguages(
  { course, session, words }: Player,
  change: (language: string) => Promise<void>,
): void {
  const line = place("languages");
  const list = line.querySelector("select");
  if (!list || course.languages.length === 0) return;
  line.hidden = false;
  on(list, "change", () => {
    change(list.value).then(
      () => session.privateNotes?.write(kept, list.value),
      () => {
        list.value = course.language;
        notice(words, words("language_failed"));
      },
    );
  });
}

/** The language to open: the learner's stored choice, else the browser's first preference that the package has. */
export function wantedLanguage(data: CourseData, chosen: string | null): string {
  const find = (tag?: string): string | undefined => data.languages.find(({ language }) => language === tag)?.language;
  const has = (tag: string): string | undefined => find(tag) ?? find(tag.split("-")[0]);
  return (chosen && has(chosen)) ?? navigator.languages.map(has).find(Boolean) ?? data.language;
}

export const chosenLanguage = (notes: PrivateNotes | null): string | null => notes?.read(kept) ?? null;
