import type { CourseData, QuestionData, QuestionKey } from "../core/course-data";
import type { Asked, QuestionKind } from "../kinds/kind";
import type { Session } from "../lms/session";
import type { Parts } from "./parts";

export type Words = (key: string, values?: Record<string, string | number>) => string;

/** What the parts of the page share. */
export interface Player {
  readonly course: CourseData;
  readonly session: Session;
  readonly parts: Parts;
  readonly words: Words;
  /** Keys of the questions whose module is here. */
  readonly keys: Map<string, QuestionKey>;
  /** For the order of options in knowledge checks: another one at each launch. */
  readonly seed: number;
  /** The forms of the questions whose page was opened. */
  readonly forms: Map<string, { read(): number | null }>;
  /** What stood in forms before the page was made anew in another language, by question. */
  readonly drafts: ReadonlyMap<string, number>;
  /** Called after every change of state, so that the menu and the progress bar follow. */
  changed(): void;
  titleOf(page: string): string;
}

/**
 * Words of one language. What is counted has a form for each plural of the language (found_one, found_few, found_other); {n} chooses among them.
 * A missing word shows its key: better a strange word than a broken page.
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

/** A question with its kind and its key; null while its module is not here. */
export function answering(player: Player, question: QuestionData): { kind: QuestionKind; asked: Asked } | null {
  const kind = player.parts.questions[question.kind];
  const key = player.keys.get(question.id);
  return kind && key ? { kind, asked: { question, key, language: player.course.language, words: player.words } } : null;
}

export function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
