// The LMS's report on a learner, made from its record. Needs no page, so that tests can run it.
import { hundredths } from "../lms/server";

export interface Answer {
  readonly number: number;
  readonly id: string;
  readonly type: string;
  readonly given: string;
  readonly right: string;
  readonly result: string;
  readonly time: string;
  readonly latency: string;
}

export interface Report {
  readonly status: string;
  readonly score: string;
  readonly time: string;
  readonly place: string;
  readonly answers: readonly Answer[];
}

const statuses: Readonly<Record<string, string>> = {
  "": "Not attempted",
  "not attempted": "Not attempted",
  incomplete: "Incomplete",
  completed: "Completed",
  passed: "Passed",
  failed: "Failed",
  browsed: "Browsed",
};
const results: Readonly<Record<string, string>> = {
  correct: "Correct",
  wrong: "Wrong",
  neutral: "Neutral",
  unanticipated: "Unanticipated",
};
const part = /^cmi\.interactions\.(\d{1,6})\.(.+)$/;

/** Formats a CMITimespan for people: “1 h 5 min”, “40 s”. */
export function duration(timespan: string): string {
  const seconds = Math.round(hundredths(timespan) / 100);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function reportOf(record: ReadonlyMap<string, string>): Report {
  const [raw = "", least, most] = ["raw", "min", "max"].map((name) => record.get(`cmi.core.score.${name}`));
  const status = record.get("cmi.core.lesson_status") ?? "";
  return {
    status: statuses[status] ?? status,
    score: raw === "" ? "None" : `${raw}${most ? ` of ${most}` : ""}${least && least !== "0" ? `, from ${least}` : ""}`,
    time: record.has("cmi.core.total_time") ? duration(record.get("cmi.core.total_time") ?? "") : "None yet",
    place: record.get("cmi.core.lesson_location") || "None",
    answers: answersOf(record),
  };
}

function answersOf(record: ReadonlyMap<string, string>): Answer[] {
  const found = new Map<number, Map<string, string>>();
  for (const [element, value] of record) {
    const [, index, member] = part.exec(element) ?? [];
    if (index === undefined || member === undefined) continue;
    found.set(Number(index), (found.get(Number(index)) ?? new Map<string, string>()).set(member, value));
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([number, members]) => {
      const patterns = [...members]
        .filter(([member]) => /^correct_responses\.\d+\.pattern$/.test(member))
        .map(([, value]) => value);
      const result = members.get("result") ?? "";
      return {
        number,
        id: members.get("id") ?? "",
        type: members.get("type") ?? "",
        given: members.get("student_response") ?? "",
        right: patterns.join(" or "),
        result: results[result] ?? result,
        time: members.get("time") ?? "",
        latency: members.has("latency") ? duration(members.get("latency") ?? "") : "",
      };
    });
}
