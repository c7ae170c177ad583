import type { Call } from "../lms/personalities";

/** What the page of the LMS tells the tool. It comes from where a stranger's package runs: words to show, never to obey. */
export type Told =
  | { readonly kind: "opened"; readonly stored: Record<string, string> }
  | { readonly kind: "call"; readonly call: Call; readonly at: number; readonly took: number; readonly stored: Record<string, string> };

/** The course is on the screen. */
export interface Drawn {
  readonly kind: "drawn";
}

/** What the tool asks of the page of the LMS. */
export type Order = { readonly order: "again" | "forget" | "vanish" | "rest" } | { readonly order: "online"; readonly on: boolean };

const isText = (value: unknown): value is string => typeof value === "string" && value.length < 200_000;
const isRecord = (value: unknown): value is Record<string, string> => typeof value === "object" && value !== null && Object.values(value).every(isText);

export const saysDrawn = (data: unknown): data is Drawn => typeof data === "object" && data !== null && (data as Partial<Drawn>).kind === "drawn";

/** Null for anything that is not a message of ours in form. */
export function toldBy(data: unknown): Told | null {
  if (typeof data !== "object" || data === null) return null;
  const told = data as { kind?: unknown; stored?: unknown; at?: unknown; took?: unknown; call?: Partial<Call> };
  if (!isRecord(told.stored)) return null;
  if (told.kind === "opened") return { kind: "opened", stored: told.stored };
  const call = told.call;
  if (told.kind !== "call" || !call || !isText(call.name) || !isText(call.result) || !isText(call.error) || !Array.isArray(call.args) || !call.args.every(isText)) return null;
  return { kind: "call", call: { name: call.name, args: call.args, result: call.result, error: call.error }, at: Number(told.at) || 0, took: Number(told.took) || 0, stored: told.stored };
}
