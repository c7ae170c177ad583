import type { Verdict } from "../core/marking";
import type { ReportedAnswer } from "../core/reported-answer";
import type { Fields, Interaction, OpenJournal } from "./driver";
import { createJournal } from "./interactions";
import { timespan } from "./scorm12";

// The part of the SCORM 1.2 driver that formats interactions (RTE 1.2, 3.4.4). The first page does not need it.

const singles = "abcdefghijklmnopqrstuvwxyz0123456789";
const sources = "123456789abcdefghijklmnopqrstuvwxyz";
const longest = 255;
const results: Readonly<Record<Verdict, string>> = {
  right: "correct",
  partly: "wrong",
  wrong: "wrong",
  noted: "neutral",
};

export const openJournal: OpenJournal = (lms, written) => createJournal(lms, written, fieldsOf);

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

/** Type, response and pattern of an answer; the pattern is null where nothing is right or wrong. */
export function formatted(answer: ReportedAnswer): { type: string; response: string; pattern: string | null } {
  switch (answer.type) {
    case "choice":
    case "true-false":
      return choice(answer.type, answer.options, answer.chosen, answer.right);
    case "matching":
      return { type: answer.type, response: pairs(answer.chosen), pattern: pairs(answer.right) };
    case "sequencing":
      return {
        type: answer.type,
        response: letters(answer.chosen),
        pattern: letters([...answer.chosen].sort(byNumber)),
      };
    case "likert":
      return { type: answer.type, response: letter(answer.chosen), pattern: null };
    case "numeric": {
      // A decimal with at most three digits before the dot. A larger number is reported as text.
      const fits = Math.abs(answer.chosen) < 1000 && Math.abs(answer.right) < 1000;
      return {
        type: fits ? answer.type : "fill-in",
        response: String(answer.chosen),
        pattern: String(answer.right),
      };
    }
    case "fill-in":
      return { type: answer.type, response: plain(answer.chosen), pattern: plain(answer.right) };
    case "performance":
      return { type: answer.type, response: answer.chosen, pattern: answer.right };
  }
}

const byNumber = (one: number, other: number): number => one - other;
const letter = (index: number): string => singles[index] ?? "0";
const letters = (some: readonly number[]): string => some.map(letter).join();

/** One character per option. Beyond 36 options there are none left: then their numbers are reported as fill-in. */
function choice(
  type: "choice" | "true-false",
  options: number,
  chosen: readonly number[],
  right: readonly number[],
): { type: string; response: string; pattern: string } {
  const many = options > singles.length;
  const write = (some: readonly number[]): string =>
    [...some]
      .sort(byNumber)
      .map((option) => (many ? String(option + 1) : type === "true-false" ? "tf"[option] : letter(option)))
      .join();
  return { type: many ? "fill-in" : type, response: write(chosen), pattern: write(right) };
}

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

/** Makes an identifier that every LMS accepts (RTE 1.2, CMIIdentifier), starting with a letter. */
function identifier(id: string): string {
  const safe = id.replace(/[^A-Za-z0-9_-]/g, "-");
  return (/^[A-Za-z]/.test(safe) ? safe : `q-${safe}`).slice(0, 64);
}

/** Formats the local time as HH:MM:SS (CMITime). */
export function timeOfDay(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}
