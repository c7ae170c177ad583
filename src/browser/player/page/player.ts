import type { Words } from "./contract";

/** Languages that write whole numbers below 1,000 as JavaScript does, among those of the player. */
const plainNumbers = /^(de|el|en|es|fr|it|nl|pl|pt|ro|tr|uk)\b/i;

/**
 * Texts of one language. A text with a count has a key for each plural form (found_one, found_few, found_other), chosen
 * by {n}. A missing text shows its key, so that the page still works.
 */
export function wordsOf(strings: Readonly<Record<string, string>>, language: string): Words {
  let plural: { select(n: number): string } | undefined;
  const formOf = (n: unknown): string => (plural ??= new Intl.PluralRules(language)).select(Number(n));
  const number = numbersOf(language);
  return (key, values = {}) => {
    const text = strings[key] ?? strings[`${key}_${formOf(values.n)}`] ?? strings[`${key}_other`] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name] ?? whole;
      return typeof value === "number" ? number(value) : value;
    });
  };
}

/**
 * Writes numbers as the language does, the small ones of the first page without Intl.NumberFormat: making the first one
 * of a page takes a third of the time in which a course starts.
 */
export function numbersOf(language: string): (value: number) => string {
  let format: { format(value: number): string } | undefined;
  return (value) =>
    Number.isInteger(value) && value >= 0 && value < 1_000 && plainNumbers.test(language)
      ? String(value)
      : (format ??= new Intl.NumberFormat(language)).format(value);
}

export function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
