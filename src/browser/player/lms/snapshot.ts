import type { Entry } from "./driver";
import type { Host } from "./host";

const prefix = "protect-scorm:";
const saltKey = `${prefix}salt`;
const lifetime = 30 * 24 * 60 * 60 * 1000;

/** What this device knows about a learner's progress. */
export interface Kept {
  /** The encoded state. */
  readonly text: string;
  /** Whether the LMS surely had this state: its commit was proven. */
  readonly confirmed: boolean;
  /** Whether the LMS returned "true" for the commit of this state. */
  readonly reported?: boolean;
  /** Interactions that the LMS may not have. */
  readonly entries?: readonly Entry[];
  /** Digests of the states that the LMS may have, if only this device has written. */
  readonly sent?: readonly string[];
  /** The first state that is not proven, and the number of `entries` committed with it. */
  readonly arrival?: { readonly text: string; readonly count: number } | undefined;
}

interface Copy extends Kept {
  /** Expiry, in milliseconds since 1970. */
  readonly until: number;
  /** Number of this copy: the higher one of the two storages is newer. Missing in copies of 0.3. */
  readonly number?: number;
}

/** Copy of the state on this device, in both of its storages. */
export interface Snapshot {
  /** Storage key for this course, learner and device. */
  readonly key: string;
  /** The newer copy; null if there is none or it has expired. */
  read(): Kept | null;
  /**
   * The encoded state of the anonymous copy, which is progress made without an LMS, so without a learner's id; null if
   * there is none or if it is this copy.
   */
  readAnonymous(): string | null;
  removeAnonymous(): void;
  write(kept: Kept): void;
  remove(): void;
}

/**
 * Opens the copy without name or id of the learner: the key is the course and a salted hash of the learner's id. The
 * hash only keeps learners apart. It hides no one: the salt is on the same device, so anyone who can read the storage
 * can check which of a list of ids belongs to a copy.
 */
export function openSnapshot(host: Host, course: string, learner: string): Snapshot {
  const { backup } = host;
  // An LMS may have cleared localStorage, and an older release may have made a new salt in it since.
  const salts = [saltIn(host.storage), backup?.entries.get(saltKey)].filter((salt): salt is string => !!salt);
  const [salt = host.random().toString(36) + host.random().toString(36)] = salts;
  const keysOf = (id: string): string[] =>
    [salt, ...salts].map((one) => `${prefix}${course}:${digest(`${one}:${id}`)}`);
  const keys = keysOf(learner);
  const anonymousKeys = keysOf("");
  const key = keys[0] as string;
  let number = 0;

  // Storage may be full, or become blocked.
  function quietly<T>(use: (storage: NonNullable<Host["storage"]>) => T): T | null {
    try {
      return host.storage && use(host.storage);
    } catch {
      return null; // progress is then kept in the other storage, in the LMS and in memory
    }
  }

  function set(name: string, text: string): void {
    quietly((storage) => storage.setItem(name, text));
    backup?.set(name, text);
  }

  function drop(name: string): void {
    quietly((storage) => storage.removeItem(name));
    backup?.remove(name);
  }

  /** Removes expired copies of all courses: their learners may never return to this device. */
  function sweep(): void {
    const stored = quietly((storage) => Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? ""));
    const names = [...(stored ?? []), ...(backup?.entries.keys() ?? [])];
    for (const name of names.filter((one) => one.startsWith(prefix) && one !== saltKey))
      if (!copiesAt(name).some((copy) => !isOld(copy))) drop(name);
  }

  const copiesAt = (name: string): Copy[] =>
    [quietly((storage) => storage.getItem(name)), backup?.entries.get(name)].flatMap((text) => {
      try {
        return (JSON.parse(text ?? "null") as Copy | null) ?? [];
      } catch {
        return [];
      }
    });

  const isOld = (copy: Copy): boolean => !(copy.until > host.date().getTime());

  /** The newest copy under some keys. */
  function newest(names: readonly string[]): Copy | null {
    return names
      .flatMap(copiesAt)
      .filter((copy) => typeof copy.text === "string" && !isOld(copy))
      .reduce<Copy | null>((best, copy) => (best && (best.number ?? 0) >= (copy.number ?? 0) ? best : copy), null);
  }

  set(saltKey, salt);
  sweep();
  return {
    key,
    read() {
      const copy = newest(keys);
      number = copy?.number ?? 0;
      return copy;
    },
    readAnonymous: () => (anonymousKeys[0] === key ? null : (newest(anonymousKeys)?.text ?? null)),
    removeAnonymous: () => anonymousKeys.forEach(drop),
    write(kept) {
      const copy: Copy = { ...kept, until: host.date().getTime() + lifetime, number: ++number };
      set(key, JSON.stringify(copy));
    },
    remove: () => keys.forEach(drop),
  };
}

function saltIn(storage: Host["storage"]): string | null {
  try {
    return storage?.getItem(saltKey) ?? null;
  } catch {
    return null;
  }
}

/** Two 32-bit FNV-1a hashes in base 36: enough to distinguish the learners of one device, and the states of one. */
export function digest(text: string): string {
  const sum = (start: number): string => {
    let value = start;
    for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
    return value.toString(36);
  };
  return sum(0x811c9dc5) + sum(0x050c5d1f);
}
