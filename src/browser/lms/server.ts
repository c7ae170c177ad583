import type { Traits } from "./personalities";

const time = /^(\d{2,4}):(\d{2}):(\d{2})(?:\.(\d{1,2}))?$/;

/** Hundredths of a second of a CMITimespan; 0 for anything else. */
export function hundredths(timespan: string): number {
  const [, hours = "", minutes = "", seconds = "", fraction = ""] = time.exec(timespan) ?? [];
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 100 + Number(fraction.padEnd(2, "0"));
}

/** A CMITimespan, at most 9999:59:59.99. */
export function timespan(hundredths: number): string {
  const all = Math.min(hundredths, 3_599_999_999);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${String(Math.floor(all / 360_000)).padStart(4, "0")}:${two((all / 6000) % 60)}:${two((all / 100) % 60)}.${two(all % 100)}`;
}

/**
 * What the server of an LMS makes of a session at LMSFinish, beside what content set: the time in all, a status where none was set, and what a
 * mastery score does to it (RTE 1.2, 3.4.4, cmi.core.lesson_status). Elements and values that change.
 */
export function atFinish(
  record: Readonly<Record<string, string>>,
  traits: Traits,
  mastery = "",
): Readonly<Record<string, string>> {
  const spent = hundredths(record["cmi.core.session_time"] ?? "");
  const status = record["cmi.core.lesson_status"] ?? "";
  const unset = status === "" || status === "not attempted";
  const verdict = verdictOf(record["cmi.core.score.raw"] ?? "", mastery);
  const after =
    verdict &&
    (unset
      ? traits.mastery !== "not used" && traits.mastery !== "lowers completed"
      : overrides(status, verdict, traits))
      ? verdict
      : unset
        ? traits.unset
        : status;
  return {
    ...(spent > 0 ? { "cmi.core.total_time": timespan(hundredths(record["cmi.core.total_time"] ?? "") + spent) } : {}),
    ...(after !== status && after !== "not attempted" ? { "cmi.core.lesson_status": after } : {}),
  };
}

function verdictOf(score: string, mastery: string): "passed" | "failed" | null {
  if (score.trim() === "" || mastery.trim() === "" || Number.isNaN(Number(score)) || Number.isNaN(Number(mastery)))
    return null;
  return Number(score) >= Number(mastery) ? "passed" : "failed";
}

const overrides = (status: string, verdict: string, traits: Traits): boolean =>
  traits.mastery === "overrides" ||
  (traits.mastery === "lowers completed" && status === "completed" && verdict === "failed");
