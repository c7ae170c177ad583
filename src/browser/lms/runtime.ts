import { Scorm12API } from "scorm-again/scorm12";
import type { Call, Record12 } from "./calls";
import { elementOf } from "./data-model";
import { shortColumn, type Fault } from "./faults";
import { atFinish, isEmptied, isIgnored, modeFor } from "./server";
import { due, isKept, readBack, type Traits } from "./traits";

/** Data of an item in the manifest, and the mode of its launch (RTE 1.2, 3.4.2 and 3.4.4). */
export interface ItemData {
  readonly mode?: string | undefined;
  readonly credit?: string | undefined;
  readonly launchData?: string | undefined;
  readonly mastery?: string | undefined;
  readonly maxTime?: string | undefined;
  readonly timeLimitAction?: string | undefined;
}

/** The changes made by a call. */
export interface Changes {
  /** Elements set in the adapter, committed or not. */
  readonly set: readonly (readonly [element: string, value: string])[];
  /** Elements saved on the server. */
  readonly kept: readonly (readonly [element: string, value: string])[];
}

export interface LaunchOptions {
  readonly item?: ItemData;
  /** Read at each call. */
  readonly faults?: ReadonlySet<Fault>;
  /** Blocks the page for a number of milliseconds. */
  readonly block?: (milliseconds: number) => void;
  /** Receives every call, including those that query errors. */
  readonly heard?: (call: Call, changes: Changes) => void;
}

export interface Launched {
  /** The object that content finds as `API`. */
  readonly API: Readonly<Record<string, (...args: string[]) => string | boolean>>;
  /** Every call except LMSGetLastError, which most content makes after each call. */
  readonly calls: readonly Call[];
  /** The record at the next launch: everything saved so far. */
  stored(): Record12;
}

const logNothing = 5;
const slowly = 200;
/** The result of a call that threw. */
export const thrown = "(threw an error)";
const methods = [
  "LMSInitialize",
  "LMSFinish",
  "LMSGetValue",
  "LMSSetValue",
  "LMSCommit",
  "LMSGetLastError",
  "LMSGetErrorString",
  "LMSGetDiagnostic",
];
const learner = {
  "cmi.core.student_id": "learner-1",
  "cmi.core.student_name": "Learner, One",
  "cmi.core.credit": "credit",
};
const lessonStatus = "cmi.core.lesson_status";
const nothing: Changes = { set: [], kept: [] };

/** The adapter's values when content starts: the learner, the item, and the saved record. */
export function beginning(before: Record12, traits: Traits, item: ItemData = {}): Record12 {
  const said: Readonly<Record<string, string | undefined>> = {
    "cmi.core.entry": Object.keys(before).length > 0 ? "resume" : "ab-initio",
    "cmi.core.lesson_mode": item.mode ?? modeFor(traits, before[lessonStatus]),
    "cmi.core.credit": item.credit,
    "cmi.launch_data": item.launchData,
    "cmi.student_data.mastery_score": item.mastery,
    "cmi.student_data.max_time_allowed": item.maxTime,
    "cmi.student_data.time_limit_action": item.timeLimitAction,
  };
  const kept = Object.entries(before).filter(
    ([element]) =>
      !(traits.forgetsInteractions && element.startsWith("cmi.interactions.")) &&
      !(element === "cmi.suspend_data" && isEmptied(traits, before[lessonStatus])),
  );
  return {
    ...learner,
    ...Object.fromEntries(kept),
    ...Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  };
}

/**
 * Launches content once in a simulated LMS. scorm-again with strict errors provides the data model, its states and its
 * errors; traits and faults modify that.
 */
export function launchAs(before: Record12, traits: Traits, options: LaunchOptions = {}): Launched {
  const api = new Scorm12API({
    strict_errors: true,
    autocommit: false,
    lmsCommitUrl: false,
    logLevel: logNothing,
    mastery_override: traits.mastery === "overrides",
  });
  api.loadFromFlattenedJSON({ ...beginning(before, traits, options.item) }, "");
  const run = api as unknown as Readonly<Record<string, (...args: readonly string[]) => unknown>>;
  const faults = options.faults ?? new Set<Fault>();
  const calls: Call[] = [];
  let kept: Record<string, string> = { ...before };
  if (isEmptied(traits, before[lessonStatus])) delete kept["cmi.suspend_data"];
  let pending: Record<string, string> = {};
  const last = new Map(Object.entries(before));
  let count = 0;
  let own: string | null = null;
  let changes = nothing;

  const fail = (error: string, result = "false"): string => {
    own = error;
    return result;
  };
  /** Sends everything set since the last successful commit to the server. */
  const send = (also: Record12 = {}): string => {
    const values = due(traits, Object.entries({ ...pending, ...also }), last);
    if (traits.dropsResent) pending = passing(pending);
    if (faults.has("offline")) return traits.trueOffline ? "true" : fail("101");
    const ignores = traits.savesNothing || isIgnored(traits, kept[lessonStatus]);
    if (!ignores && !faults.has("yes-sayer") && !faults.has("lost-commits")) {
      const sent = values.filter(([element]) => isKept(traits, element));
      kept = { ...kept, ...Object.fromEntries(sent) };
      changes = { set: Object.entries(also), kept: sent };
    }
    pending = passing(pending);
    return "true";
  };
  const isMissing = (element: string): boolean =>
    !traits.optionalElements &&
    api.isInitialized() &&
    (elementOf(element)?.element.optional ??
      /^cmi\.(objectives|student_preference|student_data|comments)/.test(element));
  const set = (element: string, value: string): string => {
    if (isMissing(element)) return fail("401");
    if (faults.has("yes-sayer")) return "true";
    const limit = faults.has("long-data") ? shortColumn : traits.suspendData;
    if (element === "cmi.suspend_data" && value.length > limit && api.isInitialized()) return fail("405");
    const result = String(api.LMSSetValue(element, value));
    if (result !== "true") return result;
    const held = element === "cmi.comments" ? String(api.cmi.comments) : value;
    pending[element] = held;
    changes = { set: [[element, held]], kept: [] };
    return result;
  };
  const get = (element: string): string => {
    if (isMissing(element)) return fail("401", "");
    const value = String(api.LMSGetValue(element));
    return String(api.LMSGetLastError()) === "0" ? readBack(traits, element, value) : value;
  };
  const finish = (): string => {
    const result = String(api.LMSFinish(""));
    if (result !== "true") return result;
    return traits.finishSaves ? send(atFinish({ ...kept, ...pending }, traits, options.item?.mastery)) : "true";
  };
  const answer = (name: string, [first = "", second = ""]: readonly string[]): string => {
    if (name === "LMSCommit" && count > traits.throwsAfter) {
      own = "0";
      throw new Error("The adapter is broken.");
    }
    if (count > traits.expiresAfter || faults.has("expired")) return fail("301", name === "LMSGetValue" ? "" : "false");
    switch (name) {
      case "LMSSetValue":
        return set(first, second);
      case "LMSGetValue":
        return get(first);
      case "LMSFinish":
        return finish();
      case "LMSCommit": {
        const result = String(api.LMSCommit(""));
        return result === "true" && traits.commitSaves ? send() : result;
      }
      default:
        return String(run[name]?.(first));
    }
  };
  const lastError = (): string => (traits.hidesErrors ? "0" : (own ?? String(api.LMSGetLastError())));
  const asked = (name: string, args: readonly string[]): string => {
    if (name.startsWith("LMSGetError") || name === "LMSGetDiagnostic") return String(run[name]?.(...args));
    count++;
    own = null;
    options.block?.(faults.has("slow") ? Math.max(slowly, traits.slow) : traits.slow);
    return answer(name, args);
  };
  const note = (name: string, args: readonly string[], result: string): void => {
    const call: Call = {
      name,
      args,
      result,
      error: name === "LMSGetLastError" ? "0" : (own ?? String(api.LMSGetLastError())),
    };
    if (name !== "LMSGetLastError") calls.push(call);
    options.heard?.(call, changes);
  };
  const method =
    (name: string) =>
    (...args: string[]): string | boolean => {
      if (faults.has("vanished")) throw new Error("The LMS is gone.");
      changes = nothing;
      try {
        const result = name === "LMSGetLastError" ? lastError() : asked(name, args);
        note(name, args, result);
        return traits.returnsBooleans && (result === "true" || result === "false") && !name.startsWith("LMSGet")
          ? result === "true"
          : result;
      } catch (error) {
        note(name, args, thrown);
        throw error;
      }
    };
  return {
    API: Object.fromEntries(methods.map((name) => [name, method(name)])),
    calls,
    stored: () => Object.fromEntries(Object.entries(kept).filter(([element]) => isKept(traits, element))),
  };
}

/** The session time stays pending until LMSFinish: it is not part of the record. */
const passing = (pending: Record12): Record<string, string> =>
  Object.fromEntries(Object.entries(pending).filter(([element]) => element === "cmi.core.session_time"));
