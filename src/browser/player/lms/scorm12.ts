import type { Values } from "../core/report";
import type { Scorm12Api } from "./find-api";

/** Error codes of RTE 1.2, 3.4.2.2. */
const code = { none: "0", general: "101", notInitialized: "301" } as const;
/** Without these the learner's work is not saved; everything else is a courtesy to reports. */
const vital: ReadonlySet<string> = new Set(["cmi.suspend_data", "cmi.core.lesson_status", "cmi.core.score.raw"]);

/** Speaks SCORM 1.2 to one adapter. Nothing it does throws; what the LMS has accepted is not sent again unless a commit failed. */
export class Scorm12 {
  private readonly accepted = new Map<string, string>();
  private readonly dropped = new Set<string>();
  private running = false;
  private ended = false;

  constructor(private readonly api: Scorm12Api) {}

  /** The LMS has ended the session, and will take nothing more in this launch (error 301). */
  get lost(): boolean {
    return this.ended;
  }

  initialize(): boolean {
    const said = this.call(() => this.api.LMSInitialize(""));
    this.running = this.means(said) || (this.lastError() === code.general && this.answers());
    return this.running;
  }

  /** Empty for everything an LMS may mean by nothing. */
  get(element: string): string {
    const value = this.call(() => this.api.LMSGetValue(element)) ?? "";
    return value === "null" || value === "undefined" ? "" : value;
  }

  /** False when the LMS will not have this element in this session. */
  takes(element: string): boolean {
    return !this.dropped.has(element);
  }

  /** True when there is nothing left to send: the LMS has the value, or will never have the element and does not need it. */
  set(element: string, value: string): boolean {
    if (!this.running) return false;
    if (this.dropped.has(element) || this.accepted.get(element) === value) return true;
    const said = this.call(() => this.api.LMSSetValue(element, value));
    if (said === null) return false;
    const error = said === "true" ? code.none : this.lastError();
    if (error === code.none) {
      // "false" without an error is success in the field
      this.accepted.set(element, value);
      return true;
    }
    if (error === code.notInitialized) this.end();
    if (error === code.notInitialized || error === code.general || vital.has(element)) return false;
    this.dropped.add(element);
    return true;
  }

  /** Sets and commits. After a failure everything is sent anew next time. */
  save(values: Values): boolean {
    const written = values.map(([element, value]) => this.set(element, value)).every(Boolean);
    const committed = this.running && this.commit();
    if (!committed) this.accepted.clear();
    return written && committed;
  }

  /** Forgets what was accepted: everything is sent anew. */
  again(): void {
    this.accepted.clear();
  }

  finish(): boolean {
    if (!this.running) return false;
    this.running = false;
    return this.means(this.call(() => this.api.LMSFinish("")));
  }

  private commit(): boolean {
    const said = this.call(() => this.api.LMSCommit(""));
    if (this.means(said)) return true;
    if (said !== null && this.lastError() === code.notInitialized) this.end();
    return false;
  }

  private end(): void {
    this.running = false;
    this.ended = true;
  }

  /** An LMS that says no because the session runs already is one we can go on with: then it answers. */
  private answers(): boolean {
    return this.call(() => this.api.LMSGetValue("cmi.core.lesson_status")) !== null && this.lastError() === code.none;
  }

  /** Whether a result is a yes. Some adapters return nothing, and only the error code tells. */
  private means(said: string | null): boolean {
    return said === "true" || (said === "" && this.lastError() === code.none);
  }

  private lastError(): string {
    return (this.call(() => this.api.LMSGetLastError()) ?? code.general) || code.none;
  }

  /** null when the adapter is broken or gone; the next call may find it again. */
  private call(run: () => unknown): string | null {
    try {
      return String(run() ?? "");
    } catch {
      return null;
    }
  }
}
