import type { Call, Record12 } from "../lms/calls";
import type { Changes } from "../lms/runtime";
import { limits, type RecordedCall } from "./messages";

export interface Step extends RecordedCall {
  /** Number of the call in this launch, from 1. */
  readonly number: number;
}

/** Values in the adapter (session) and on the server (record) at one time. */
export interface Moment {
  readonly session: ReadonlyMap<string, string>;
  readonly record: ReadonlyMap<string, string>;
}

export type Kind = "reads" | "writes" | "commits" | "errors" | "questions";

const mostSteps = 5_000;
const mostCharacters = 20_000_000;

/** Name of an entry for many calls. */
const skippedName = "…";

/** The kind of a call; null for an entry for many calls. */
export function kindOf({ name }: Call): Kind | null {
  if (name === "LMSGetValue") return "reads";
  if (name === "LMSSetValue") return "writes";
  if (name === skippedName) return null;
  return /^LMS(Initialize|Commit|Finish)$/.test(name) ? "commits" : "questions";
}

export const isError = (call: Call): boolean =>
  call.error !== "0" || (call.result === "false" && call.name !== "LMSGetValue");

/**
 * The calls of a launch, and the values after each. In a long launch the oldest calls are dropped, but the values stay
 * right.
 */
export class History {
  steps: Step[] = [];
  /** Number of all calls, including dropped ones. */
  count = 0;
  errors = 0;
  earlier: readonly Record12[] = [];
  /** Elements changed by the last call that changed any. */
  changed: readonly string[] = [];
  private weight = 0;
  private base = { session: new Map<string, string>(), record: new Map<string, string>() };
  private last = { session: new Map<string, string>(), record: new Map<string, string>() };

  constructor(session: Record12 = {}, record: Record12 = {}, earlier: readonly Record12[] = []) {
    for (const at of [this.base, this.last]) apply(at, { set: Object.entries(session), kept: Object.entries(record) });
    this.earlier = earlier;
  }

  get now(): Moment {
    return this.last;
  }

  add(heard: readonly RecordedCall[], skipped = 0, rest: Changes = { set: [], kept: [] }): void {
    for (const one of heard) {
      this.steps.push({ ...one, number: ++this.count });
      if (isError(one.call)) this.errors++;
      this.weight += weightOf(one);
      apply(this.last, one);
      if (one.set.length + one.kept.length > 0) this.changed = [...one.set, ...one.kept].map(([element]) => element);
    }
    if (skipped > 0) {
      this.count += skipped;
      this.steps.push({
        number: this.count,
        call: { name: skippedName, args: [`${skipped} calls that came too fast to list`], result: "", error: "0" },
        at: heard[heard.length - 1]?.at ?? 0,
        took: 0,
        ...rest,
      });
      this.weight += weightOf(this.steps[this.steps.length - 1] as Step);
      apply(this.last, rest);
    }
    if (this.steps.length > mostSteps) this.drop(this.steps.length - mostSteps + mostSteps / 10);
    while (this.weight > mostCharacters && this.steps.length > 1) this.drop(Math.ceil(this.steps.length / 10));
  }

  /** The values after the call with this number; the current values if it was dropped. */
  at(number: number): Moment {
    if (!this.steps.some((step) => step.number === number)) return this.last;
    const moment = { session: new Map(this.base.session), record: new Map(this.base.record) };
    for (const step of this.steps) if (step.number <= number) apply(moment, step);
    return moment;
  }

  /** Calls of the given kinds that contain the text, in order. */
  found(kinds: ReadonlySet<Kind>, text: string): Step[] {
    const wanted = text.trim().toLowerCase();
    return this.steps.filter(
      ({ call }) =>
        isOf(kinds, call) &&
        (wanted === "" ||
          `${call.name} ${call.args.join(" ")} ${call.result} ${call.error}`.toLowerCase().includes(wanted)),
    );
  }

  private drop(count: number): void {
    for (const step of this.steps.splice(0, count)) {
      apply(this.base, step);
      this.weight -= weightOf(step);
    }
  }
}

function apply(to: { session: Map<string, string>; record: Map<string, string> }, { set, kept }: Changes): void {
  for (const [element, value] of set)
    if (to.session.size < limits.elements || to.session.has(element)) to.session.set(element, value);
  for (const [element, value] of kept)
    if (to.record.size < limits.elements || to.record.has(element)) to.record.set(element, value);
}

function isOf(kinds: ReadonlySet<Kind>, call: Call): boolean {
  const kind = kindOf(call);
  return kind === null || kinds.has(kind) || (kinds.has("errors") && isError(call));
}

const weightOf = ({ call, set, kept }: RecordedCall): number =>
  call.args.reduce((sum, arg) => sum + arg.length, call.result.length) +
  [...set, ...kept].reduce((sum, [, value]) => sum + value.length, 0);
