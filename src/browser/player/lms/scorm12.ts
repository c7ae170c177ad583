import { decimal, type PriorResult, type Report } from "../core/report";
import { isFinal, statuses, type Status } from "../core/state";
import type { Fields, LmsDriver, Mode } from "./driver";
import type { Scorm12Api } from "./find-api";

// The driver of SCORM 1.2. No other file of the player names an element of its data model (RTE 1.2, 3.4).

// Error codes of RTE 1.2, 3.4.2.2.
const noError = "0";
const generalError = "101";
const notInitialized = "301";
const suspendData = "cmi.suspend_data";
const location = "cmi.core.lesson_location";
const lessonStatus = "cmi.core.lesson_status";
const score = "cmi.core.score.";
/** Elements that progress depends on. All others are for reports only. */
const vital: readonly string[] = [suspendData, lessonStatus, `${score}raw`];

/** Driver for one adapter. A value that the LMS has accepted is sent again only after a failed commit. */
export class Scorm12 implements LmsDriver {
  lost = false;
  threw = false;
  private readonly accepted = new Map<string, string>();
  private readonly dropped = new Set<string>();

  /** @param running Whether the adapter has been initialised. */
  constructor(
    private readonly api: Scorm12Api,
    private running = false,
  ) {}

  initialize(): boolean {
    const result = this.call("LMSInitialize", "");
    this.running = this.isSuccess(result) || (this.lastError() === generalError && this.responds());
    return this.running;
  }

  finish(): void {
    if (this.running) this.call("LMSFinish", "");
    this.running = false;
  }

  reopen(): void {
    this.accepted.clear();
    this.lost = !this.initialize();
  }

  mode(): Mode {
    const mode = this.get("cmi.core.lesson_mode");
    return mode === "review" || mode === "browse" ? mode : "normal";
  }

  learnerId(): string {
    return this.get("cmi.core.student_id");
  }

  givesCredit(): boolean {
    return this.get("cmi.core.credit") !== "no-credit";
  }

  state(): string {
    return this.get(suspendData);
  }

  bookmark(): string {
    return this.get(location);
  }

  passMark(): number | null {
    return percent(this.get("cmi.student_data.mastery_score"));
  }

  status(): Status | null {
    const text = this.get(lessonStatus);
    return statuses.find((status) => status === text) ?? null;
  }

  result(): PriorResult {
    const status = this.status();
    const raw = status && status !== "incomplete" ? percent(this.get(`${score}raw`)) : null;
    return { status, score: raw === null ? null : Math.round(raw * 100) };
  }

  /**
   * A pass takes two commits: first completed, then passed. In Moodle's default form only "completed" ticks the
   * activity. The tick stays when the status then rises; one commit with both does not set it. Both have the score:
   * some LMSs ignore everything after “completed”. A commit that the LMS already has is not repeated.
   */
  stages(report: Report, known: Status | null): Report[] {
    if (report.status !== "passed" || known === "completed" || known === "passed") return [report];
    return [{ ...report, status: "completed" }, report];
  }

  commit(report?: Report): boolean {
    const written = (report ? valuesOf(report) : []).map(([element, value]) => this.set(element, value)).every(Boolean);
    const committed = this.running && this.send();
    if (!committed) this.accepted.clear();
    return written && committed;
  }

  resendAll(): void {
    this.accepted.clear();
  }

  differing(report: Report, has: PriorResult, mark: number): Report {
    const { status, score } = report;
    // An LMS may keep the first result that it gets as completed: a false score must not come with it.
    const less: Status = status === "passed" && isFinal(has.status) ? "completed" : "incomplete";
    return {
      ...report,
      bookmark: "",
      status: status === has.status ? status : status && less,
      score: score === null || score === has.score ? score : nextTo(score, mark),
    };
  }

  interactionCount(): number | null {
    const count = this.get("cmi.interactions._count");
    return /^\d+$/.test(count) ? Number(count) : null;
  }

  setInteraction(index: number, fields: Fields): "set" | "failed" | "refused" {
    const element = (name: string): string => `cmi.interactions.${index}.${name}`;
    const [[id, identifier], ...rest] = fields;
    if (!this.set(element(id), identifier)) return "failed";
    if (this.dropped.has(element(id))) return "refused";
    for (const [name, value] of rest) this.set(element(name), value);
    return "set";
  }

  disturbInteraction(index: number, fields: Fields): void {
    for (const [name, value] of fields) this.call("LMSSetValue", `cmi.interactions.${index}.${name}`, value);
  }

  /** Reads an element; empty for an error, null, undefined and the words “null” and “undefined”. */
  private get(element: string): string {
    const value = this.call("LMSGetValue", element) ?? "";
    return value === "null" || value === "undefined" ? "" : value;
  }

  /**
   * Sets an element. Returns true if nothing is left to send: the LMS accepted the value, or refuses a dispensable
   * element.
   */
  private set(element: string, value: string): boolean {
    if (!this.running) return false;
    if (this.dropped.has(element) || this.accepted.get(element) === value) return true;
    const result = this.call("LMSSetValue", element, value);
    if (result === null) return false;
    const error = result === "true" ? noError : this.lastError();
    if (error === noError) {
      // some LMSs return "false" without an error on success
      this.accepted.set(element, value);
      return true;
    }
    if (error === notInitialized) this.end();
    if (error === notInitialized || error === generalError || vital.includes(element)) return false;
    this.dropped.add(element);
    return true;
  }

  private send(): boolean {
    const result = this.call("LMSCommit", "");
    if (this.isSuccess(result)) return true;
    if (result !== null && this.lastError() === notInitialized) this.end();
    return false;
  }

  private end(): void {
    this.running = false;
    this.lost = true;
  }

  /** Whether an LMS that refused LMSInitialize answers all the same: then the session was already running. */
  private responds(): boolean {
    return this.call("LMSGetValue", lessonStatus) !== null && this.lastError() === noError;
  }

  /** Whether a result means success. Some adapters return nothing: then the error code decides. */
  private isSuccess(result: string | null): boolean {
    return result === "true" || (result === "" && this.lastError() === noError);
  }

  private lastError(): string {
    return (this.call("LMSGetLastError") ?? generalError) || noError;
  }

  /** Returns null if the adapter throws; the next call may succeed. */
  private call(name: keyof Scorm12Api, ...values: string[]): string | null {
    try {
      // An adapter may return anything. The standard expects strings, so every result becomes one.
      // eslint-disable-next-line @typescript-eslint/no-base-to-string
      return String(this.api[name](...(values as [string, string])) ?? "");
    } catch {
      this.threw = true;
      return null;
    }
  }
}

/** A score next to another, in hundredths: below it, or above it where only that reaches the mark. */
const nextTo = (score: number, mark: number): number => (score > mark ? score - 1 : Math.min(score + 1, 10_000));

/** Reads a number from 0 to 100 with a dot; null for anything else, such as spaces. */
const percent = (text: string): number | null =>
  /^\d{1,3}(\.\d+)?$/.test(text) && Number(text) <= 100 ? Number(text) : null;

/** The elements of a report and their values, in the order they are written. */
function valuesOf(report: Report): (readonly [element: string, value: string])[] {
  return [
    [suspendData, report.state],
    [location, report.bookmark],
    ...(report.score === null
      ? []
      : ([
          [`${score}min`, "0"],
          [`${score}max`, "100"],
          [`${score}raw`, decimal(report.score)],
        ] as const)),
    ["cmi.core.exit", "suspend"],
    ["cmi.core.session_time", timespan(report.time)],
    // Last: some LMSs ignore what follows a final status.
    ...(report.status === null ? [] : [[lessonStatus, report.status] as const]),
  ];
}

/** Formats milliseconds as HHHH:MM:SS.SS (CMITimespan), at most 9999:59:59.99. */
export function timespan(milliseconds: number): string {
  const hundredths = Math.min(Math.max(0, Math.floor(milliseconds / 10)), 9999 * 360_000 + 359_999);
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor(hundredths / 6000) % 60;
  return `${pad(hours, 4)}:${pad(minutes, 2)}:${pad(Math.floor(hundredths / 100) % 60, 2)}.${pad(hundredths % 100, 2)}`;
}
