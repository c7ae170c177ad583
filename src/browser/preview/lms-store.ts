// The records of the simulated LMS, in the storage of the played origin. Packages can access it; nothing here is
// secret.
import type { Record12 } from "../lms/calls";

/** Attempts at one item in one LMS: the finished ones and the current one. */
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

/** Saves the attempts; false if the storage is full. */
export function keep(item: string, as: string, sco: string, attempts: Attempts): boolean {
  try {
    localStorage.setItem(keyOf(item, as, sco), JSON.stringify(attempts));
    return true;
  } catch {
    return false;
  }
}

/** Starts a new attempt at every started item, and keeps the earlier ones. */
export function newAttempt(item: string, as: string): void {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(keyOf(item, as, "")))) {
    const { earlier, now } = read(key);
    localStorage.setItem(key, JSON.stringify({ earlier: [...earlier, now].slice(-most), now: {} }));
  }
}

/** Simulates a new learner: deletes the attempts in this LMS and everything that courses stored on this device. */
export async function forget(item: string, as: string): Promise<void> {
  for (const key of Object.keys(localStorage)) if (key.startsWith(keyOf(item, as, ""))) localStorage.removeItem(key);
  await forgetDevice();
}

/** Simulates a new device: deletes everything that courses stored, but no attempts. */
export async function forgetDevice(): Promise<void> {
  for (const key of Object.keys(localStorage)) if (!key.startsWith(mark)) localStorage.removeItem(key);
  sessionStorage.clear();
  const databases = await indexedDB.databases();
  await Promise.all(databases.map(({ name = "" }) => dropDatabase(name)));
}

/** Deletes a database. One that is still open in another window is deleted when that window closes it. */
const dropDatabase = (name: string): Promise<void> =>
  new Promise((done) => {
    const deletion = indexedDB.deleteDatabase(name);
    deletion.onsuccess = deletion.onerror = deletion.onblocked = () => done();
  });

/** Runs a function and undoes its changes of the storage, since killed windows cannot write. */
export function withoutTrace(killed: readonly Window[], run: () => void): void {
  const stores = [localStorage, sessionStorage].map((store) => [store, { ...store }] as const);
  for (const window of killed)
    (window as unknown as typeof globalThis).IDBDatabase.prototype.transaction = () => {
      throw new DOMException("", "InvalidStateError");
    };
  run();
  for (const [store, before] of stores) {
    for (const key of Object.keys(store)) if (!(key in before)) store.removeItem(key);
    for (const [key, value] of Object.entries(before))
      if (store.getItem(key) !== value) store.setItem(key, String(value));
  }
}
