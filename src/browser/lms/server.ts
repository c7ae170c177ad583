import type { Traits } from "./traits";

const time = /^(\d{2,4}):(\d{2}):(\d{2})(?:\.(\d{1,2}))?$/;

/** Converts a CMITimespan to hundredths of a second; 0 for any other text. */
export function hundredths(timespan: string): number {
  const [, hours = "", minutes = "", seconds = "", fraction = ""] = time.exec(timespan) ?? [];
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 100 + Number(fraction.padEnd(2, "0"));
}

/** Formats hundredths of a second as a CMITimespan, at most 9999:59:59.99. */
export function timespan(hundredths: number): string {
  const all = Math.min(hundredths, 3_599_999_999);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const hours = String(Math.floor(all / 360_000)).padStart(4, "0");
  return `${hours}:${two((all / 6000) % 60)}:${two((all / 100) % 60)}.${two(all % 100)}`;
}

const lessonStatus = "cmi.core.lesson_status";

/** Whether the record is of a learner whose suspend data the LMS deletes before the next launch. */
export const isEmptied = (traits: Traits, status: string | undefined): boolean =>
  traits.emptiesAfterCompletion && (status === "passed" || status === "completed");

/** Whether the LMS ignores everything that is sent for a learner with this status. */
export const isIgnored = (traits: Traits, status: string | undefined): boolean =>
  traits.ignoresAfterCompleted && status === "completed";

/** The lesson mode in which the LMS opens the course for a learner with this status. */
export const modeFor = (traits: Traits, status: string | undefined): string =>
  traits.reviewsPassed && status === "passed" ? "review" : "normal";

/** Progress as an LMS calculates it that takes a score as the progress, 0 to 1. */
export function progressOf(record: ReadonlyMap<string, string>): number {
  const raw = record.get("cmi.core.score.raw");
  return raw === undefined ? Number(record.get(lessonStatus) === "passed") : Number(raw) / 100;
}

/**
 * Elements that the LMS's server changes at LMSFinish: the total time, a status if the content set none, and the effect
 * of a mastery score (RTE 1.2, 3.4.4, cmi.core.lesson_status).
 */
export function atFinish(
  record: Readonly<Record<string, string>>,
  traits: Traits,
  mastery = "",
): Readonly<Record<string, string>> {
  const spent = hundredths(record["cmi.core.session_time"] ?? "");
  const status = record[lessonStatus] ?? "";
  const unset = status === "" || status === "not attempted";
  const verdict = verdictOf(record["cmi.core.score.raw"] ?? "", mastery);
  const after =
    verdict &&
    (unset
      ? traits.mastery !== "not used" && traits.mastery !== "lowers completed"
      : overrides(status, verdict, traits))
      ? verdict
      : unset
        ? traits.statusIfUnset
        : status;
  return {
    ...(spent > 0 ? { "cmi.core.total_time": timespan(hundredths(record["cmi.core.total_time"] ?? "") + spent) } : {}),
    ...(after !== status && after !== "not attempted" ? { [lessonStatus]: after } : {}),
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
