import type { Values } from "../core/report";
import type { Scorm12Api } from "./find-api";

/** Error codes of RTE 1.2, 3.4.2.2. */
const code = { none: "0", general: "101", notInitialized: "301" } as const;
/** Elements that progress depends on. All others are for reports only. */
const vital: ReadonlySet<string> = new Set(["cmi.suspend_data", "cmi.core.lesson_status", "cmi.core.score.raw"]);

/**
 * Driver for one adapter. It never throws. A value that the LMS has accepted is sent again only after a failed commit.
 */
export class Scorm12 {
  private readonly accepted = new Map<string, string>();
  private readonly dropped = new Set<string>();
  private running = false;
  private ended = false;

  constructor(private readonly api: Scorm12Api) {}

  /** Whether the LMS has ended the session (error 301): it accepts nothing more in this launch. */
  get lost(): boolean {
    return this.ended;
  }

  initialize(): boolean {
    const result = this.call(() => this.api.LMSInitialize(""));
    this.running = this.isSuccess(result) || (this.lastError() === code.general && this.responds());
    return this.running;
  }

  /** Reads an element; empty for an error, null, undefined and the words “null” and “undefined”. */
  get(element: string): string {
    const value = this.call(() => this.api.LMSGetValue(element)) ?? "";
    return value === "null" || value === "undefined" ? "" : value;
  }

  /** Whether the LMS has not refused this element in this session. */
  takes(element: string): boolean {
    return !this.dropped.has(element);
  }

  /**
   * Sets an element. Returns true if nothing is left to send: the LMS accepted the value, or refuses a dispensable
   * element.
   */
  set(element: string, value: string): boolean {
    if (!this.running) return false;
    if (this.dropped.has(element) || this.accepted.get(element) === value) return true;
    const result = this.call(() => this.api.LMSSetValue(element, value));
    if (result === null) return false;
    const error = result === "true" ? code.none : this.lastError();
    if (error === code.none) {
      // some LMSs return "false" without an error on success
      this.accepted.set(element, value);
      return true;
    }
    if (error === code.notInitialized) this.end();
    if (error === code.notInitialized || error === code.general || vital.has(element)) return false;
    this.dropped.add(element);
    return true;
  }

  /** Sets values and commits. After a failure the next call sends everything again. */
  save(values: Values): boolean {
    const written = values.map(([element, value]) => this.set(element, value)).every(Boolean);
    const committed = this.running && this.commit();
    if (!committed) this.accepted.clear();
    return written && committed;
  }

  /** Makes the next call send everything again. */
  resendAll(): void {
    this.accepted.clear();
  }

  finish(): boolean {
    if (!this.running) return false;
    this.running = false;
    return this.isSuccess(this.call(() => this.api.LMSFinish("")));
  }

  private commit(): boolean {
    const result = this.call(() => this.api.LMSCommit(""));
    if (this.isSuccess(result)) return true;
    if (result !== null && this.lastError() === code.notInitialized) this.end();
    return false;
  }

  private end(): void {
    this.running = false;
    this.ended = true;
  }

  /** Whether an LMS that refused LMSInitialize answers all the same: then the session was already running. */
  private responds(): boolean {
    return this.call(() => this.api.LMSGetValue("cmi.core.lesson_status")) !== null && this.lastError() === code.none;
  }

  /** Whether a result means success. Some adapters return nothing: then the error code decides. */
  private isSuccess(result: string | null): boolean {
    return result === "true" || (result === "" && this.lastError() === code.none);
  }

  private lastError(): string {
    return (this.call(() => this.api.LMSGetLastError()) ?? code.general) || code.none;
  }

  /** Returns null if the adapter throws; the next call may succeed. */
  private call(run: () => unknown): string | null {
    try {
      // An adapter may return anything. The standard expects strings, so every result becomes one.
      // eslint-disable-next-line @typescript-eslint/no-base-to-string
      return String(run() ?? "");
    } catch {
      return null;
    }
  }
}
