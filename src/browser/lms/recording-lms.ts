import type { Call } from "./calls";
import { elementOf } from "./data-model";
import { isEmptied, isIgnored, modeFor } from "./server";
import { due, isKept, readBack, type Traits } from "./traits";

/** Elements and values on the LMS's server, of one learner in one course. */
export type ServerRecord = Map<string, string>;

/** The environment of an adapter. */
export interface Environment {
  readonly online: () => boolean;
  /** Whether the login has expired: the server answers, and refuses each commit. */
  readonly loggedOut?: () => boolean;
  readonly block: (milliseconds: number) => void;
}

const always: Environment = { online: () => true, block: () => undefined };
const learner = {
  "cmi.core.student_id": "learner-1",
  "cmi.core.student_name": "Learner, One",
  "cmi.core.credit": "credit",
};
const lessonStatus = "cmi.core.lesson_status";

/**
 * Simulated LMS without scorm-again: thirty times as fast, for the many thousand launches of the kill matrix. A test
 * compares the two call by call.
 */
export class RecordingLms {
  readonly calls: Call[] = [];
  readonly API: Readonly<Record<string, (...args: string[]) => string | boolean>>;
  private readonly cache: ServerRecord;
  private readonly sent: ServerRecord;
  private count = 0;
  private error = "0";
  private phase: "idle" | "running" | "finished" = "idle";

  constructor(
    private readonly traits: Traits,
    private readonly server: ServerRecord,
    private readonly environment: Environment = always,
  ) {
    const status = server.get(lessonStatus);
    if (isEmptied(traits, status)) server.delete("cmi.suspend_data");
    this.cache = new Map([
      ...Object.entries(learner),
      ["cmi.core.lesson_mode", modeFor(traits, status)],
      ["cmi.core.entry", server.size > 0 ? "resume" : "ab-initio"],
      ...server,
    ]);
    this.sent = new Map(server);
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
      LMSGetLastError: () => (this.traits.hidesErrors ? "0" : this.error),
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
    return this.traits.returnsBooleans && name !== "LMSGetValue" ? result === "true" : result;
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
    if (name === "cmi.interactions._count" && this.traits.optionalElements) return String(this.interactions());
    const found = elementOf(name);
    if (!found) return this.fail("401", "");
    if (found.element.optional && !this.traits.optionalElements) return this.fail("401", "");
    if (found.element.access === "write") return this.fail("404", "");
    const value = this.cache.get(name) ?? (name === lessonStatus ? "not attempted" : "");
    return readBack(this.traits, name, value);
  }

  private write(name: string, value: string): string {
    if (this.phase !== "running") return this.fail("301");
    const found = elementOf(name);
    if (!found) return this.fail("401");
    const { element, index } = found;
    if (element.optional && !this.traits.optionalElements) return this.fail("401");
    if (element.access === "read") return this.fail("403");
    if (index !== null && index > this.interactions()) return this.fail("201");
    const fits = name === "cmi.suspend_data" ? value.length <= this.traits.suspendData : element.value.test(value);
    if (!fits) return this.fail("405");
    this.cache.set(name, value);
    return "true";
  }

  private commit(): string {
    if (this.phase !== "running") return this.fail("301");
    return this.traits.commitSaves ? this.send() : "true";
  }

  private send(): string {
    const values = due(this.traits, this.cache, this.sent);
    if (this.environment.loggedOut?.()) return this.fail("101");
    if (!this.environment.online()) return this.traits.trueOffline ? "true" : this.fail("101");
    if (!this.traits.savesNothing && !isIgnored(this.traits, this.server.get(lessonStatus)))
      for (const [name, value] of values)
        if (elementOf(name)?.element.access !== "read" && isKept(this.traits, name)) this.server.set(name, value);
    return "true";
  }

  private finish(): string {
    if (this.phase !== "running") return this.fail("301");
    const result = this.traits.finishSaves ? this.send() : "true";
    this.phase = "finished";
    return result;
  }

  private interactions(): number {
    return new Set(
      [...this.cache.keys()].map((name) => elementOf(name)?.index).filter((index) => typeof index === "number"),
    ).size;
  }
}
