// SCORM 2004 without sequencing: each part of a package is launched by itself, in a new attempt or the suspended one.
import { Scorm2004API } from "scorm-again/scorm2004";
import type { Record12 } from "./calls";

/** Mode and credit of a launch (RTE 2004, chapter 4). */
export interface Launch2004 {
  readonly mode?: string;
  readonly credit?: string;
}

export interface Launched2004 {
  /** The object that content finds as `API_1484_11`. */
  readonly API: Readonly<Record<string, (...args: string[]) => string>>;
  /** The record at the next launch: everything saved so far. */
  stored(): Record12;
  /** Error code of the last call. */
  lastError(): string;
}

export const functions2004 = [
  "Initialize",
  "Terminate",
  "GetValue",
  "SetValue",
  "Commit",
  "GetLastError",
  "GetErrorString",
  "GetDiagnostic",
] as const;

const logNothing = 5;
const writeOnly = ["cmi.exit", "cmi.session_time"];
const learner = { "cmi.learner_id": "learner-1", "cmi.learner_name": "Learner, One" };

/** The values when content starts: the learner, the mode, and the saved record. */
function beginning(before: Record12, launch: Launch2004): Record<string, string> {
  const kept = Object.entries(before).filter(([element]) => !writeOnly.includes(element));
  return {
    ...learner,
    "cmi.entry": kept.length === 0 ? "ab-initio" : before["cmi.exit"] === "suspend" ? "resume" : "",
    "cmi.mode": launch.mode ?? "normal",
    "cmi.credit": launch.credit ?? "credit",
    ...Object.fromEntries(kept),
  };
}

/** Launches content once. scorm-again provides the data model, its states and its errors. */
export function launch2004(before: Record12, launch: Launch2004 = {}): Launched2004 {
  const api = new Scorm2004API({ autocommit: false, lmsCommitUrl: false, logLevel: logNothing });
  api.loadFromFlattenedJSON(beginning(before, launch), "");
  const run = api as unknown as Readonly<Record<string, (...args: readonly string[]) => unknown>>;
  let kept: Record<string, string> = { ...before };
  let pending: Record<string, string> = {};
  const method =
    (name: string) =>
    (...args: string[]): string => {
      const result = String(run[name]?.(...args));
      if (result !== "true") return result;
      if (name === "SetValue") pending[args[0] ?? ""] = args[1] ?? "";
      if (name === "Commit" || name === "Terminate") [kept, pending] = [{ ...kept, ...pending }, {}];
      return result;
    };
  return {
    API: Object.fromEntries(functions2004.map((name) => [name, method(name)])),
    stored: () => kept,
    lastError: () => String(api.GetLastError()),
  };
}
