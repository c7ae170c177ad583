import type { Verdict } from "../core/marking";
import type { ReportedAnswer } from "../core/reported-answer";
import type { Fields, Interaction, OpenJournal } from "./driver";
import { createJournal } from "./interactions";
import { timespan } from "./scorm12";
import { digest } from "./snapshot";

// The part of the SCORM 1.2 driver that formats interactions (RTE 1.2, 3.4.4). The first page does not need it.

const singles = "abcdefghijklmnopqrstuvwxyz0123456789";
const sources = "123456789abcdefghijklmnopqrstuvwxyz";
const longest = 255;
const mostId = 64;
const results: Readonly<Record<Verdict, string>> = {
  right: "correct",
  partly: "wrong",
  wrong: "wrong",
  noted: "neutral",
};

export const openJournal: OpenJournal = (lms, waiting) => createJournal(lms, waiting, fieldsOf, differing);

/** Valid values that differ from those of an interaction, and are replaced by them in the next commit. */
function differing(fields: Fields): Fields {
  const other: Readonly<Record<string, (value: string) => string>> = {
    type: (value) => (value === "fill-in" ? "performance" : "fill-in"),
    time: (value) => `${value}.0`,
    weighting: (value) => (value === "0" ? "1" : "0"),
    result: (value) => (value === "neutral" ? "unanticipated" : "neutral"),
    latency: (value) => value.slice(0, -1),
  };
  return fields.map(([name, value]) => [
    name,
    other[name]?.(value) ?? `${value}-`.slice(-longest),
  ]) as unknown as Fields;
}

function fieldsOf({ id, answer, verdict, weight, latencyMs }: Interaction, at: Date): Fields {
  const { type, response, pattern } = formatted(answer);
  // The type comes first: LMSs validate pattern and response by it.
  return [
    ["id", identifier(id)],
    ["type", type],
    ["time", timeOfDay(at)],
    ...(pattern === null ? [] : [["correct_responses.0.pattern", pattern] as const]),
    ["weighting", String(Math.min(100, weight))],
    ["student_response", response],
    ["result", results[verdict]],
    ["latency", timespan(latencyMs)],
  ];
}

interface Formatted {
  readonly type: string;
  readonly response: string;
  /** null where nothing is right or wrong. */
  readonly pattern: string | null;
}

export function formatted(answer: ReportedAnswer): Formatted {
  const { type } = answer;
  switch (type) {
    case "choice":
    case "true-false": {
      // Beyond 36 options there are no single characters left. Their numbers are reported as text.
      const many = answer.options > singles.length;
      const name = (option: number): string =>
        many ? `${option + 1}` : type === "choice" ? letter(option) : "tf"[option]!;
      return both(many ? "fill-in" : type, answer, (some) =>
        [...some]
          .sort((a, b) => a - b)
          .map(name)
          .join(),
      );
    }
    case "matching":
      return both(type, answer, pairs);
    case "sequencing":
      return both(type, answer, (some) => some.map(letter).join());
    case "likert":
      return { type, response: letter(answer.chosen), pattern: null };
    case "numeric": {
      // A decimal with at most three digits before the dot. A larger number is reported as text.
      const fits = Math.abs(answer.chosen) < 1000 && Math.abs(answer.right) < 1000;
      return both(fits ? type : "fill-in", answer, String);
    }
    case "fill-in":
      return both(type, answer, plain);
    case "performance":
      return both(type, answer, String);
  }
}

/** Formats the learner's answer and the right one alike. */
const both = <T>(type: string, { chosen, right }: { chosen: T; right: T }, write: (some: T) => string): Formatted => ({
  type,
  response: write(chosen),
  pattern: write(right),
});

const letter = (index: number): string => singles[index] ?? "0";

/** Pairs such as 1.a,2.b: number of the item, letter of the choice. Items without a choice are omitted. */
const pairs = (some: readonly (number | null)[]): string =>
  some
    .flatMap((target, item) => (target === null ? [] : [`${sources[item] ?? "z"}.${letter(target)}`]))
    .join()
    .slice(0, longest);

/** Letters without accents, digits and spaces. */
const plain = (some: readonly string[]): string =>
  some
    .join(" ")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9 ]+/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, longest);

/**
 * Makes an identifier that every LMS accepts (RTE 1.2, CMIIdentifier), starting with a letter. Identifiers that differ
 * at their ends only stay different.
 */
function identifier(id: string): string {
  const ascii = id.replace(/[^A-Za-z0-9_-]/g, "-");
  const safe = /^[A-Za-z]/.test(ascii) ? ascii : `q-${ascii}`;
  return safe.length > mostId ? `${safe.slice(0, mostId - 15)}-${digest(id)}` : safe;
}

/** Formats the local time as HH:MM:SS (CMITime). */
export function timeOfDay(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}
