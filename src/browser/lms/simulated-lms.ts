import { elementOf } from "./data-model";
import type { Call } from "./calls";

export type { Call } from "./calls";

/**
 * How an LMS differs from the standard. Values were observed in the named systems, or are the worst observed in any.
 */
export interface Traits {
  /** Most characters of suspend_data. */
  readonly suspendData: number;
  /** Accepts optional elements; otherwise error 401. */
  readonly optional: boolean;
  /** Returns "true" but saves nothing. */
  readonly lies: boolean;
  /** Returns "true" for a commit without a network. */
  readonly offlineYes: boolean;
  /** The last error is always 0. */
  readonly mute: boolean;
  /** Returns booleans where the standard requires strings. */
  readonly booleans: boolean;
  /** Does not count interactions of earlier launches. */
  readonly forgetsInteractions: boolean;
  /** Saves interactions. */
  readonly keepsInteractions: boolean;
  /** LMSFinish saves uncommitted values. */
  readonly finishKeeps: boolean;
  /** Status after LMSFinish if the content set none. */
  readonly unset: "completed" | "incomplete" | "not attempted";
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
  /** The value returned for a saved value. */
  readonly reads: (element: string, value: string) => string;
}

const standard: Traits = {
  suspendData: 4096,
  optional: true,
  lies: false,
  offlineYes: false,
  mute: false,
  booleans: false,
  forgetsInteractions: false,
  keepsInteractions: true,
  finishKeeps: true,
  unset: "completed",
  mastery: "overrides",
  expiresAfter: Infinity,
  throwsAfter: Infinity,
  slow: 0,
  late: 0,
  reads: (_, value) => value,
};

/** The value after an LMS wrote it into a JavaScript string literal without escaping. */
const throughLiteral = (value: string): string => value.replace(/\\(.)/g, "$1").replace(/['\n]/g, "");
const unread: readonly string[] = ["cmi.core.lesson_status", "cmi.core.score.raw", "cmi.core.lesson_mode"];

/** Limit for an LMS without its own: the size of a beacon when the page closes. */
const beacon = 64_000;

export const lmsTraits = {
  standard,
  strict: { ...standard, optional: false },
  moodle: { ...standard, suspendData: 64_000, offlineYes: true },
  ilias: { ...standard, suspendData: beacon, forgetsInteractions: true, mastery: "lowers completed" },
  openolat: { ...standard, suspendData: 64_000, offlineYes: true, unset: "incomplete" },
  edx: {
    ...standard,
    suspendData: beacon,
    mute: true,
    offlineYes: true,
    keepsInteractions: false,
    unset: "not attempted",
    mastery: "not used",
    reads: (element, value) => (unread.includes(element) ? "" : value),
  },
  liar: { ...standard, lies: true },
  expired: { ...standard, expiresAfter: 60 },
  throwing: { ...standard, throwsAfter: 40 },
  slow: { ...standard, slow: 200 },
  late: { ...standard, late: 1500 },
  booleans: { ...standard, booleans: true },
  chamilo: {
    ...standard,
    suspendData: beacon,
    offlineYes: true,
    mute: true,
    mastery: "when no status was set",
    reads: (_, value) => throughLiteral(value),
  },
  "no-finish": { ...standard, finishKeeps: false },
} as const satisfies Readonly<Record<string, Traits>>;

export type SimulatedLms = keyof typeof lmsTraits;

/** Elements and values on the LMS's server, of one learner in one course. */
export type ServerRecord = Map<string, string>;

/** The environment of an adapter. */
export interface Environment {
  readonly online: () => boolean;
  readonly block: (milliseconds: number) => void;
}

const always: Environment = { online: () => true, block: () => undefined };
const learner = {
  "cmi.core.student_id": "learner-1",
  "cmi.core.student_name": "Learner, One",
  "cmi.core.credit": "credit",
  "cmi.core.lesson_mode": "normal",
};

const passing: readonly string[] = ["cmi.core.exit", "cmi.core.session_time"];

/** Whether the LMS's server saves an element between launches. */
export const isKept = (traits: Traits, element: string): boolean =>
  !passing.includes(element) && (traits.keepsInteractions || !element.startsWith("cmi.interactions."));

/**
 * Simulated LMS without scorm-again: thirty times as fast, for the many thousand launches of the kill matrix. A test
 * compares the two call by call.
 */
export class RecordingLms {
  readonly calls: Call[] = [];
  readonly API: Readonly<Record<string, (...args: string[]) => string | boolean>>;
  private readonly cache: ServerRecord;
  private count = 0;
  private error = "0";
  private phase: "idle" | "running" | "finished" = "idle";

  constructor(
    private readonly traits: Traits,
    private readonly server: ServerRecord,
    private readonly environment: Environment = always,
  ) {
    this.cache = new Map([
      ...Object.entries(learner),
      ["cmi.core.entry", server.size > 0 ? "resume" : "ab-initio"],
      ...server,
    ]);
    if (traits.forgetsInteractions)
      for (const name of [...this.cache.keys()].filter((key) => key.startsWith("cmi.interactions.")))
        this.cache.delete(name);
    const method =
      (name: string, run: (...args: string[]) => string) =>
      (...args: string[]): string | boolean =>
        this.answer(name, args, run);
    this.API = {
      LMSInitialize: method("LMSInitialize", () => this.start()),
      LMSFinish: method("LMSFinish", () => this.finish()),
      LMSGetValue: method("LMSGetValue", (element = "") => this.read(element)),
      LMSSetValue: method("LMSSetValue", (element = "", value = "") => this.write(element, value)),
      LMSCommit: method("LMSCommit", () => this.commit()),
      LMSGetLastError: () => (this.traits.mute ? "0" : this.error),
    };
  }

  private answer(name: string, args: string[], run: (...args: string[]) => string): string | boolean {
    this.error = "0";
    this.count++;
    this.environment.block(this.traits.slow);
    if (name === "LMSCommit" && this.count > this.traits.throwsAfter) throw new Error("The adapter is broken.");
    const result =
      this.count > this.traits.expiresAfter ? this.fail("301", name === "LMSGetValue" ? "" : "false") : run(...args);
    this.calls.push({ name, args, result, error: this.error });
    return this.traits.booleans && name !== "LMSGetValue" ? result === "true" : result;
  }

  private fail(error: string, result = "false"): string {
    this.error = error;
    return result;
  }

  private start(): string {
    if (this.phase !== "idle") return this.fail("101");
    this.phase = "running";
    return "true";
  }

  private read(name: string): string {
    if (this.phase !== "running") return this.fail("301", "");
    if (name === "cmi.interactions._count" && this.traits.optional) return String(this.interactions());
    const found = elementOf(name);
    if (!found) return this.fail("401", "");
    if (found.element.optional && !this.traits.optional) return this.fail("401", "");
    if (found.element.access === "write") return this.fail("404", "");
    const value = this.cache.get(name) ?? (name === "cmi.core.lesson_status" ? "not attempted" : "");
    return this.traits.reads(name, value);
  }

  private write(name: string, value: string): string {
    if (this.phase !== "running") return this.fail("301");
    const found = elementOf(name);
    if (!found) return this.fail("401");
    const { element, index } = found;
    if (element.optional && !this.traits.optional) return this.fail("401");
    if (element.access === "read") return this.fail("403");
    if (index !== null && index > this.interactions()) return this.fail("201");
    const fits = name === "cmi.suspend_data" ? value.length <= this.traits.suspendData : element.value.test(value);
    if (!fits) return this.fail("405");
    this.cache.set(name, value);
    return "true";
  }

  private commit(): string {
    if (this.phase !== "running") return this.fail("301");
    if (!this.environment.online()) return this.traits.offlineYes ? "true" : this.fail("101");
    if (!this.traits.lies)
      for (const [name, value] of this.cache)
        if (elementOf(name)?.element.access !== "read" && isKept(this.traits, name)) this.server.set(name, value);
    return "true";
  }

  private finish(): string {
    if (this.phase !== "running") return this.fail("301");
    const result = this.traits.finishKeeps ? this.commit() : "true";
    this.phase = "finished";
    return result;
  }

  private interactions(): number {
    return new Set(
      [...this.cache.keys()].map((name) => elementOf(name)?.index).filter((index) => typeof index === "number"),
    ).size;
  }
}
