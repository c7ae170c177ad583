import type { Values } from "../core/report";
import type { Scorm12Api } from "./find-api";

/** Error codes of RTE 1.2, 3.4.2.2. */
const code = { none: "0", notImplemented: "401", keyword: "402", writeOnly: "404" } as const;

/** Speaks SCORM 1.2 to one adapter. Nothing it does throws; what the LMS has accepted is not sent again unless a commit failed. */
export class Scorm12 {
  private readonly accepted = new Map<string, string>();
  private readonly unsupported = new Set<string>();
  private running = false;

  constructor(private readonly api: Scorm12Api) {}

  initialize(): boolean {
    // An LMS that says no because the session runs already is one we can go on with.
    this.running = this.call(() => this.api.LMSInitialize("")) === "true" || this.lastError() === "101";
    return this.running;
  }

  /** Empty for everything an LMS may mean by nothing. */
  get(element: string): string {
    const value = this.call(() => this.api.LMSGetValue(element));
    return value === "null" || value === "undefined" ? "" : value;
  }

  /** What the LMS last accepted for an element in this session. */
  last(element: string): string | undefined {
    return this.accepted.get(element);
  }

  /** True when the LMS has the value, or does not know the element and never will. */
  set(element: string, value: string): boolean {
    if (!this.running) return false;
    if (this.unsupported.has(element) || this.accepted.get(element) === value) return true;
    if (this.call(() => this.api.LMSSetValue(element, value)) === "true") return this.accept(element, value);
    const error = this.lastError();
    if (error === code.none) return this.accept(element, value); // "false" without an error is success in the field
    if (error === code.notImplemented || error === code.keyword || error === code.writeOnly) {
      this.unsupported.add(element);
      return true;
    }
    return false;
  }

  /** Sets and commits. After a failure everything is sent anew next time. */
  save(values: Values): boolean {
    const written = values.map(([element, value]) => this.set(element, value)).every(Boolean);
    const committed = this.running && this.call(() => this.api.LMSCommit("")) === "true";
    if (!committed) this.accepted.clear();
    return written && committed;
  }

  finish(): boolean {
    if (!this.running) return false;
    this.running = false;
    return this.call(() => this.api.LMSFinish("")) === "true";
  }

  private accept(element: string, value: string): boolean {
    this.accepted.set(element, value);
    return true;
  }

  private lastError(): string {
    return this.call(() => this.api.LMSGetLastError()) || code.none;
  }

  private call(run: () => unknown): string {
    try {
      return String(run() ?? "");
    } catch {
      return ""; // the adapter is broken or gone: the same as a no, and the next call may find it again
    }
  }
}
