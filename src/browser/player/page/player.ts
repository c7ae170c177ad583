import type { Words } from "./contract";

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

export function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
