const singles = "abcdefghijklmnopqrstuvwxyz0123456789";
const sources = "123456789abcdefghijklmnopqrstuvwxyz";
const longest = 255;

export type InteractionType =
  "choice" | "true-false" | "fill-in" | "matching" | "sequencing" | "likert" | "numeric" | "performance";

/** An answer in the form of an interaction (RTE 1.2, 3.4.4). `part` names the part of the question, if it has parts. */
export interface ReportedAnswer {
  readonly type: InteractionType;
  readonly response: string;
  /** null where nothing is right or wrong. */
  readonly pattern: string | null;
  readonly part?: string;
}

const letter = (index: number): string => singles[index] ?? "0";

/** One character per option, by authored order and not by the order on screen. */
export function reportChoice(
  type: "choice" | "true-false",
  options: number,
  chosen: readonly number[],
  right: readonly number[],
): ReportedAnswer {
  // Beyond 36 options there are no single characters left. Their numbers are reported as fill-in: any 255 characters.
  const many = options > singles.length;
  const write = (some: readonly number[]): string =>
    [...some]
      .sort((a, b) => a - b)
      .map((option) => (many ? String(option + 1) : type === "true-false" ? "tf"[option] : letter(option)))
      .join();
  return { type: many ? "fill-in" : type, response: write(chosen), pattern: write(right) };
}

/** Pairs such as 1.a,2.b: number of the item, letter of the choice. Items without a choice are omitted. */
export function reportMatching(chosen: readonly (number | null)[], right: readonly number[]): ReportedAnswer {
  const write = (some: readonly (number | null)[]): string =>
    some
      .flatMap((target, item) => (target === null ? [] : [`${sources[item] ?? "z"}.${letter(target)}`]))
      .join()
      .slice(0, longest);
  return { type: "matching", response: write(chosen), pattern: write(right) };
}

export function reportSequence(order: readonly number[]): ReportedAnswer {
  const write = (some: readonly number[]): string => some.map(letter).join();
  return { type: "sequencing", response: write(order), pattern: write([...order].sort((a, b) => a - b)) };
}

export const reportLikert = (step: number | null, part?: string): ReportedAnswer => ({
  type: "likert",
  response: step === null ? "" : letter(step),
  pattern: null,
  ...(part === undefined ? {} : { part }),
});

/** A decimal with at most three digits before the dot. A larger number is reported as text. */
export function reportNumber(value: number, right: number): ReportedAnswer {
  const fits = Math.abs(value) < 1000 && Math.abs(right) < 1000;
  return { type: fits ? "numeric" : "fill-in", response: String(value), pattern: String(right) };
}

/** Words written by the author, never by the learner: letters without accents, digits and spaces. */
export function reportWords(words: readonly string[], right: readonly string[]): ReportedAnswer {
  const plain = (some: readonly string[]): string =>
    some
      .join(" ")
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[^A-Za-z0-9 ]+/g, " ")
      .replace(/ +/g, " ")
      .trim()
      .slice(0, longest);
  return { type: "fill-in", response: plain(words), pattern: plain(right) };
}
