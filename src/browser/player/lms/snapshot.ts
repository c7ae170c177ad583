import type { Host } from "./host";

const prefix = "protect-scorm:";
const saltKey = `${prefix}salt`;
const lifetime = 30 * 24 * 60 * 60 * 1000;

interface Copy {
  readonly text: string;
  /** Expiry, in milliseconds since 1970. */
  readonly until: number;
  readonly confirmed: boolean;
}

/** Copy of the state on this device. */
export interface Snapshot {
  /** Storage key for this course, learner and device. */
  readonly key: string;
  /** The encoded state and whether an LMS confirmed it; null if there is none or it has expired. */
  read(): { readonly text: string; readonly confirmed: boolean } | null;
  /**
   * The encoded state of the anonymous copy, which is progress made without an LMS, so without a learner's id; null if
   * there is none or if it is this copy.
   */
  readAnonymous(): string | null;
  removeAnonymous(): void;
  write(text: string, confirmed: boolean): void;
  remove(): void;
}

/** Opens the copy without name or id of the learner: the key is the course and a salted hash of the learner's id. */
export function openSnapshot(host: Host, course: string, learner: string): Snapshot {
  const salt = saltOf();
  const key = `${prefix}${course}:${hash(`${salt}:${learner}`)}`;
  const anonymousKey = `${prefix}${course}:${hash(`${salt}:`)}`;
  /** Removes expired copies of all courses: their learners may never return to this device. */
  function sweep(): void {
    quietly((storage) => {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
      for (const name of keys.filter((one) => one.startsWith(prefix) && one !== saltKey)) {
        const copy = at(name);
        if (!copy || isOld(copy)) storage.removeItem(name);
      }
    });
  }

  function at(name: string): Copy | null {
    try {
      return JSON.parse(host.storage?.getItem(name) ?? "null") as Copy | null;
    } catch {
      return null;
    }
  }

  const isOld = (copy: Copy): boolean => !(copy.until > host.date().getTime());

  function current(name: string): Copy | null {
    const copy = at(name);
    return copy && typeof copy.text === "string" && !isOld(copy) ? copy : null;
  }

  function saltOf(): string {
    let text = "";
    quietly((storage) => {
      text = storage.getItem(saltKey) ?? host.random().toString(36) + host.random().toString(36);
      storage.setItem(saltKey, text);
    });
    return text;
  }

  // Storage may be full, or become blocked.
  function quietly(use: (storage: NonNullable<Host["storage"]>) => void): void {
    try {
      if (host.storage) use(host.storage);
    } catch {
      // progress is then kept in the LMS and in memory only
    }
  }

  sweep();
  return {
    key,
    read: () => current(key),
    readAnonymous: () => (anonymousKey === key ? null : (current(anonymousKey)?.text ?? null)),
    removeAnonymous: () => quietly((storage) => storage.removeItem(anonymousKey)),
    write(text, confirmed) {
      const until = host.date().getTime() + lifetime;
      quietly((storage) => storage.setItem(key, JSON.stringify({ text, until, confirmed })));
    },
    remove: () => quietly((storage) => storage.removeItem(key)),
  };
}

/**
 * Two 32-bit FNV-1a hashes in base 36: enough to distinguish the learners of one device, without revealing who they
 * are.
 */
function hash(text: string): string {
  const sum = (start: number): string => {
    let value = start;
    for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
    return value.toString(36);
  };
  return sum(0x811c9dc5) + sum(0x050c5d1f);
}
