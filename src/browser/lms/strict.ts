import { Scorm12API } from "scorm-again";

/** One call of the content, with what it got. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  readonly result: string;
  readonly error: string;
}

/** What an LMS keeps of a learner between launches: elements of the data model and their values. */
export type Record12 = Readonly<Record<string, string>>;

export interface StrictLms {
  /** The object content finds as `API`. */
  readonly API: Record<string, (...args: string[]) => string>;
  readonly calls: readonly Call[];
  /** What would be there at the next launch: all that was committed, nothing that was not. */
  stored(): Record12;
}

const longest = 4096;
const logNothing = 5;
const learner = { "cmi.core.student_id": "learner-1", "cmi.core.student_name": "Learner, One", "cmi.core.credit": "credit" };
const notKept = ["cmi.core.exit", "cmi.core.session_time"];

/**
 * An LMS that takes SCORM 1.2 at its word: scorm-again with strict errors, and 4,096 characters of suspend data, which it does not hold by
 * itself. It records every call and keeps what is committed.
 */
export function launch(before: Record12 = {}, options: { mode?: string; mastery?: string; credit?: string } = {}): StrictLms {
  const api = new Scorm12API({ strict_errors: true, autocommit: false, lmsCommitUrl: false, logLevel: logNothing });
  const returning = Object.keys(before).length > 0;
  api.loadFromFlattenedJSON({
    ...learner, ...before,
    "cmi.core.entry": returning ? "resume" : "ab-initio",
    "cmi.core.lesson_mode": options.mode ?? "normal",
    ...(options.credit === undefined ? {} : { "cmi.core.credit": options.credit }),
    ...(options.mastery === undefined ? {} : { "cmi.student_data.mastery_score": options.mastery }),
  }, "");

  const calls: Call[] = [];
  let kept: Record<string, string> = { ...before };
  let pending: Record<string, string> = {};
  let ownError = "0";

  const answer = (name: string, args: readonly string[]): string => {
    if (name === "LMSGetLastError" && ownError !== "0") return ownError;
    ownError = "0";
    const [element = "", value = ""] = args;
    if (name === "LMSSetValue" && element === "cmi.suspend_data" && value.length > longest) {
      ownError = "405";
      return "false";
    }
    const result = String((api as unknown as Record<string, (...args: readonly string[]) => unknown>)[name]?.(...args));
    if (name === "LMSSetValue" && result === "true") pending[element] = value;
    if ((name === "LMSCommit" || name === "LMSFinish") && result === "true") {
      kept = { ...kept, ...pending };
      pending = {};
    }
    return result;
  };
  const recorded = (name: string) => (...args: string[]): string => {
    const result = answer(name, args);
    if (name !== "LMSGetLastError") calls.push({ name, args, result, error: ownError !== "0" ? ownError : String(api.LMSGetLastError()) });
    return result;
  };
  const names = ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError", "LMSGetErrorString", "LMSGetDiagnostic"];
  return {
    API: Object.fromEntries(names.map((name) => [name, recorded(name)])),
    calls,
    stored: () => Object.fromEntries(Object.entries(kept).filter(([element]) => !notKept.includes(element))),
  };
}
