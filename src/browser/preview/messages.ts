import type { Call, Record12 } from "../lms/calls";
import type { Fault } from "../lms/faults";
import type { Changes, ItemData } from "../lms/runtime";

/** A recorded call and its changes. `at`: milliseconds since the LMS page opened; `took`: duration in milliseconds. */
export interface RecordedCall extends Changes {
  readonly call: Call;
  readonly at: number;
  readonly took: number;
}

/** A line of the screen reader outline. */
export interface OutlineLine {
  readonly depth: number;
  readonly role: string;
  readonly name: string;
  readonly states: string;
}

/**
 * Messages of the LMS page to the tool. An unknown package runs there, so they are untrusted: text to show, no
 * commands.
 */
export type PageMessage =
  | { readonly kind: "ready" }
  /** Content is visible. */
  | { readonly kind: "drawn" }
  /** The visit has ended and everything is saved. */
  | { readonly kind: "rested" }
  | {
      readonly kind: "opened";
      readonly session: Record12;
      readonly record: Record12;
      readonly earlier: readonly Record12[];
    }
  /** `skipped` calls came too fast to be listed; `rest` has their changes. */
  | {
      readonly kind: "calls";
      readonly calls: readonly RecordedCall[];
      readonly skipped: number;
      readonly rest: Changes;
    }
  | { readonly kind: "outline"; readonly lines: readonly OutlineLine[]; readonly announced: readonly string[] }
  | { readonly kind: "decoded"; readonly rows: readonly (readonly [string, string])[] }
  | { readonly kind: "ended" };

/** How content is opened. */
export const containers = ["frame", "nested", "window"] as const;
export type Container = (typeof containers)[number];

/** What to play, and how. */
export interface Plan {
  readonly item: string;
  readonly sco: string;
  readonly href: string;
  readonly as: string;
  readonly container: Container;
  readonly slow: boolean;
  readonly data: ItemData;
  readonly faults: readonly Fault[];
}

/** Commands of the tool to the LMS page. */
export type Command =
  | { readonly order: "begin"; readonly plan: Plan }
  | { readonly order: "again" | "attempt" | "forget" | "kill" }
  /** End the visit but keep the page visible: the next version will replace it from another frame. */
  | { readonly order: "rest" }
  | { readonly order: "relaunch"; readonly record: Record12 }
  | { readonly order: "faults"; readonly faults: readonly Fault[] }
  /** Decode this suspend data instead of the current one; null for the current one again. */
  | { readonly order: "decode"; readonly text: string | null }
  | { readonly order: "outline"; readonly on: boolean };

export const limits = {
  text: 70_000,
  calls: 1_000,
  elements: 5_000,
  message: 8_000_000,
  lines: 500,
  attempts: 50,
  args: 8,
};

type Fields = Readonly<Record<string, unknown>>;
/** Characters left in a message. */
interface Budget {
  left: number;
}

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Reads a text, cuts it and reduces the budget; null for any other value. */
function text(value: unknown, budget: Budget, most = limits.text): string | null {
  if (typeof value !== "string") return null;
  const cut = value.slice(0, most);
  budget.left -= cut.length + 8;
  return budget.left < 0 ? null : cut;
}

function list<T>(value: unknown, most: number, read: (entry: unknown) => T | null): T[] | null {
  if (!Array.isArray(value) || value.length > most) return null;
  const all: T[] = [];
  for (const entry of value) {
    const one = read(entry);
    if (one === null) return null;
    all.push(one);
  }
  return all;
}

function pair(value: unknown, budget: Budget): readonly [string, string] | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [name, held] = [text(value[0], budget, 300), text(value[1], budget)];
  return name === null || held === null ? null : [name, held];
}

function record(value: unknown, budget: Budget): Record12 | null {
  if (!isFields(value)) return null;
  const all = list(Object.entries(value), limits.elements, (entry) => pair(entry, budget));
  return all && Object.fromEntries(all);
}

function changes(value: unknown, budget: Budget): Changes | null {
  if (!isFields(value)) return null;
  const [set, kept] = [value.set, value.kept].map((some) =>
    list(some, limits.elements, (entry) => pair(entry, budget)),
  );
  return set && kept ? { set, kept } : null;
}

const number = (value: unknown): number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 ? Math.round(value) : 0;

function heard(value: unknown, budget: Budget): RecordedCall | null {
  if (!isFields(value) || !isFields(value.call)) return null;
  const { call } = value;
  const [name, result, error] = [
    text(call.name, budget, 100),
    text(call.result, budget),
    text(call.error, budget, 100),
  ];
  const args = list(call.args, limits.args, (arg) => text(arg, budget));
  const changed = changes(value, budget);
  if (name === null || result === null || error === null || !args || !changed) return null;
  return { call: { name, args, result, error }, at: number(value.at), took: number(value.took), ...changed };
}

function line(value: unknown, budget: Budget): OutlineLine | null {
  if (!isFields(value)) return null;
  const [role, name, states] = [
    text(value.role, budget, 100),
    text(value.name, budget, 400),
    text(value.states, budget, 400),
  ];
  return role === null || name === null || states === null
    ? null
    : { depth: Math.min(number(value.depth), 12), role, name, states };
}

/** Reads a message; null for anything with another form or size. */
export function readMessage(data: unknown): PageMessage | null {
  if (!isFields(data)) return null;
  const budget: Budget = { left: limits.message };
  switch (data.kind) {
    case "ready":
    case "drawn":
    case "rested":
    case "ended":
      return { kind: data.kind };
    case "opened": {
      const [session, kept] = [record(data.session, budget), record(data.record, budget)];
      const earlier = list(data.earlier, limits.attempts, (one) => record(one, budget));
      return session && kept && earlier && { kind: "opened", session, record: kept, earlier };
    }
    case "calls": {
      const [calls, rest] = [list(data.calls, limits.calls, (one) => heard(one, budget)), changes(data.rest, budget)];
      return calls && rest && { kind: "calls", calls, skipped: number(data.skipped), rest };
    }
    case "outline": {
      const [lines, announced] = [
        list(data.lines, limits.lines, (one) => line(one, budget)),
        list(data.announced, limits.lines, (one) => text(one, budget, 400)),
      ];
      return lines && announced && { kind: "outline", lines, announced };
    }
    case "decoded": {
      const rows = list(data.rows, limits.lines, (one) => pair(one, budget));
      return rows && { kind: "decoded", rows };
    }
    default:
      return null;
  }
}
