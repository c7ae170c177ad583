// What the server of the LMS holds, in the storage of the played origin. The package can reach it: it is a stage, not a bank.
import type { Record12 } from "../lms/runtime";

/** Attempts of one learner at one item in one LMS, the last one open. */
export interface Attempts {
  readonly earlier: readonly Record12[];
  readonly now: Record12;
}

const mark = "lms ";
const most = 50;
const keyOf = (item: string, as: string, sco: string): string => `${mark}${item} ${as} ${sco}`;
const isRecord = (value: unknown): value is Record12 =>
  typeof value === "object" && value !== null && Object.values(value).every((held) => typeof held === "string");

export function held(item: string, as: string, sco: string): Attempts {
  return read(keyOf(item, as, sco));
}

function read(key: string): Attempts {
  try {
    const { earlier, now } = JSON.parse(localStorage.getItem(key) ?? "{}") as { earlier?: unknown; now?: unknown };
    return { earlier: Array.isArray(earlier) ? earlier.filter(isRecord) : [], now: isRecord(now) ? now : {} };
  } catch {
    return { earlier: [], now: {} };
  }
}

/** False when the storage is full. */
export function keep(item: string, as: string, sco: string, attempts: Attempts): boolean {
  try {
    localStorage.setItem(keyOf(item, as, sco), JSON.stringify(attempts));
    return true;
  } catch {
    return false;
  }
}

/** A new attempt at every item that was begun; earlier ones stay. */
export function newAttempt(item: string, as: string): void {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(keyOf(item, as, "")))) {
    const { earlier, now } = read(key);
    localStorage.setItem(key, JSON.stringify({ earlier: [...earlier, now].slice(-most), now: {} }));
  }
}

/** Nobody has been here: no attempts in this LMS, and a device that knows nothing. */
export function forget(item: string, as: string): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(keyOf(item, as, "")) || !key.startsWith(mark)) localStorage.removeItem(key);
  sessionStorage.clear();
}

/** A device that knows nothing, with an LMS that knows what it knew. */
export function forgetDevice(): void {
  for (const key of Object.keys(localStorage)) if (!key.startsWith(mark)) localStorage.removeItem(key);
  sessionStorage.clear();
}

/** Runs something after which the storage is as it was before: a tab that is killed has no last word. */
export function withoutTrace(run: () => void): void {
  const stores = [localStorage, sessionStorage].map((store) => [store, { ...store }] as const);
  run();
  for (const [store, before] of stores) {
    for (const key of Object.keys(store)) if (!(key in before)) store.removeItem(key);
    for (const [key, value] of Object.entries(before))
      if (store.getItem(key) !== value) store.setItem(key, String(value));
  }
}
