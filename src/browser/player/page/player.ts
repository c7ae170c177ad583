import type { CourseData, QuestionData, QuestionKey } from "../core/course-data";
import type { Asked, QuestionKind } from "../kinds/kind";
import type { Session } from "../lms/session";
import type { Parts } from "./parts";

export type Words = (key: string, values?: Record<string, string | number>) => string;

/** Shared by all parts of the page. */
export interface Player {
  readonly course: CourseData;
  readonly session: Session;
  readonly parts: Parts;
  readonly words: Words;
  /** Keys of the questions in loaded modules. */
  readonly keys: Map<string, QuestionKey>;
  /** Order of options in knowledge checks: different at each launch. */
  readonly seed: number;
  /** Forms of the questions on opened pages, by question. */
  readonly forms: Map<string, { read(): number | null }>;
  /** Input before the page was rebuilt in another language, by question. */
  readonly drafts: ReadonlyMap<string, number>;
  /** Must be called after every change of state, to update the menu and the progress bar. */
  changed(): void;
  titleOf(page: string): string;
}

/**
 * Texts of one language. A text with a count has a key for each plural form (found_one, found_few, found_other), chosen
 * by {n}. A missing text shows its key, so that the page still works.
 */
export function wordsOf(strings: Readonly<Record<string, string>>, language: string): Words {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const text = strings[key] ?? strings[`${key}_${plural.select(Number(values.n))}`] ?? strings[`${key}_other`] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name] ?? whole;
      return typeof value === "number" ? number.format(value) : value;
    });
  };
}

/** A question with its kind and its key; null until its module is loaded. */
export function answering(player: Player, question: QuestionData): { kind: QuestionKind; asked: Asked } | null {
  const kind = player.parts.questions[question.kind];
  const key = player.keys.get(question.id);
  return kind && key ? { kind, asked: { question, key, language: player.course.language, words: player.words } } : null;
}

export function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
