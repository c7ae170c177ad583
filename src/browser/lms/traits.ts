/**
 * How an LMS differs from the standard. Values were observed in the named systems, or are the worst observed in any.
 * The section “simulation” of a target file has the same names in snake_case.
 */
export interface Traits {
  /** Most characters of suspend_data: a limit of the target file itself. */
  readonly suspendData: number;
  /** Accepts optional elements; otherwise error 401. */
  readonly optionalElements: boolean;
  /** Returns "true" but saves nothing. */
  readonly savesNothing: boolean;
  /** Returns "true" for a commit without a network. */
  readonly trueOffline: boolean;
  /**
   * Sends only values that differ from the last ones it tried to send, whether or not those arrived. Numbers are
   * compared as numbers.
   */
  readonly dropsResent: boolean;
  /** Deletes the localStorage of the site at each login. */
  readonly clearsStorage: boolean;
  /** The last error is always 0. */
  readonly hidesErrors: boolean;
  /** Returns booleans where the standard requires strings. */
  readonly returnsBooleans: boolean;
  /** Does not count interactions of earlier launches. */
  readonly forgetsInteractions: boolean;
  /** Saves interactions. */
  readonly keepsInteractions: boolean;
  /** LMSFinish saves uncommitted values. */
  readonly finishSaves: boolean;
  /** LMSCommit saves. Otherwise it returns "true", and only LMSFinish saves. */
  readonly commitSaves: boolean;
  /** Deletes the suspend data of a learner who has completed or passed. */
  readonly emptiesAfterCompletion: boolean;
  /** Saves nothing more once it has the status “completed”. */
  readonly ignoresAfterCompleted: boolean;
  /** Opens the course for review once it is passed. */
  readonly reviewsPassed: boolean;
  /** Takes the score as the progress. Without a score, only “passed” finishes the course. */
  readonly scoreIsProgress: boolean;
  /** Writes a saved value into a JavaScript string literal without escaping, so that it comes back changed. */
  readonly damagesText: boolean;
  /** Elements that are empty when read. */
  readonly readsEmpty: readonly string[];
  /** Status after LMSFinish if the content set none. */
  readonly statusIfUnset: "completed" | "incomplete" | "not attempted";
  /** Effect of the manifest's mastery score at LMSFinish, if the content set a score. */
  readonly mastery: "overrides" | "lowers completed" | "when no status was set" | "not used";
  /** Number of calls after which the session ends (error 301). */
  readonly expiresAfter: number;
  /** Number of calls after which every LMSCommit throws. */
  readonly throwsAfter: number;
  /** Milliseconds that each call blocks. */
  readonly slow: number;
  /** Milliseconds until the adapter appears. */
  readonly late: number;
}

/** The traits of an exact implementation of SCORM 1.2. */
export const standard: Traits = {
  suspendData: 4096,
  optionalElements: true,
  savesNothing: false,
  trueOffline: false,
  dropsResent: false,
  clearsStorage: false,
  hidesErrors: false,
  returnsBooleans: false,
  forgetsInteractions: false,
  keepsInteractions: true,
  finishSaves: true,
  commitSaves: true,
  emptiesAfterCompletion: false,
  ignoresAfterCompleted: false,
  reviewsPassed: false,
  scoreIsProgress: false,
  damagesText: false,
  readsEmpty: [],
  statusIfUnset: "completed",
  mastery: "overrides",
  expiresAfter: Infinity,
  throwsAfter: Infinity,
  slow: 0,
  late: 0,
};

const passing: readonly string[] = ["cmi.core.exit", "cmi.core.session_time"];

/** Whether the LMS's server saves an element between launches. */
export const isKept = (traits: Traits, element: string): boolean =>
  !passing.includes(element) && (traits.keepsInteractions || !element.startsWith("cmi.interactions."));

/**
 * Returns what an adapter sends of some values: all of them, or only those that differ from the last ones. `last` is
 * changed.
 */
export function due(
  traits: Traits,
  values: Iterable<readonly [string, string]>,
  last: Map<string, string>,
): (readonly [string, string])[] {
  const all = [...values];
  if (!traits.dropsResent) return all;
  const compared = (name: string, value: string): string =>
    name.includes(".score.") && value !== "" ? String(Number(value)) : value;
  const sent = all.filter(([name, value]) => last.get(name) !== compared(name, value));
  for (const [name, value] of sent) last.set(name, compared(name, value));
  return sent;
}

/** The value that an LMS returns for the value of an element. */
export function readBack(traits: Traits, element: string, value: string): string {
  if (traits.readsEmpty.includes(element)) return "";
  return traits.damagesText ? value.replace(/\\(.)/g, "$1").replace(/['\n]/g, "") : value;
}
