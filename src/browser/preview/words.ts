import { english, type Word } from "./words-en";
import { french } from "./words-fr";
import { greek } from "./words-el";
import { polish } from "./words-pl";
import { turkish } from "./words-tr";

const all = { en: english, fr: french, pl: polish, tr: turkish, el: greek };

/** Languages of the coordinator's page. */
export type UiLanguage = keyof typeof all;

const kept = "protect-scorm language";

/** The language chosen last, else that of the browser; English for others. */
export function uiLanguage(): UiLanguage {
  const chosen = (localStorage.getItem(kept) ?? navigator.language).slice(0, 2);
  return chosen in all ? (chosen as UiLanguage) : "en";
}

export const setUiLanguage = (language: UiLanguage): void => localStorage.setItem(kept, language);

/** A text in the language of the page, with its placeholders filled in. */
export const say = (word: Word, ...values: (string | number)[]): string =>
  all[uiLanguage()][word].replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ""));
