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

/**
 * Copy of the state on this device, without name or id of the learner: the key is the course and a salted hash of the
 * learner's id.
 */
export class Snapshot {
  /** Storage key for this course, learner and device. */
  readonly key: string;
  /** Storage key of the anonymous copy: progress made without an LMS, so without a learner's id. */
  private readonly anonymousKey: string;

  constructor(
    private readonly host: Host,
    course: string,
    learner: string,
  ) {
    const salt = this.salt();
    this.key = `${prefix}${course}:${hash(`${salt}:${learner}`)}`;
    this.anonymousKey = `${prefix}${course}:${hash(`${salt}:`)}`;
    this.sweep();
  }

  /** The encoded state and whether an LMS confirmed it; null if there is none or it has expired. */
  read(): { text: string; confirmed: boolean } | null {
    const copy = this.at(this.key);
    return copy && typeof copy.text === "string" && !this.isOld(copy)
      ? { text: copy.text, confirmed: copy.confirmed }
      : null;
  }

  /** The encoded state of the anonymous copy; null if there is none or if it is this copy. */
  readAnonymous(): string | null {
    const copy = this.anonymousKey === this.key ? null : this.at(this.anonymousKey);
    return copy && typeof copy.text === "string" && !this.isOld(copy) ? copy.text : null;
  }

  removeAnonymous(): void {
    this.quietly((storage) => storage.removeItem(this.anonymousKey));
  }

  write(text: string, confirmed: boolean): void {
    const until = this.host.date().getTime() + lifetime;
    this.quietly((storage) => storage.setItem(this.key, JSON.stringify({ text, until, confirmed })));
  }

  remove(): void {
    this.quietly((storage) => storage.removeItem(this.key));
  }

  /** Removes expired copies of all courses: their learners may never return to this device. */
  private sweep(): void {
    this.quietly((storage) => {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
      for (const key of keys.filter((name) => name.startsWith(prefix) && name !== saltKey)) {
        const copy = this.at(key);
        if (!copy || this.isOld(copy)) storage.removeItem(key);
      }
    });
  }

  private at(key: string): Copy | null {
    try {
      return JSON.parse(this.host.storage?.getItem(key) ?? "null") as Copy | null;
    } catch {
      return null;
    }
  }

  private isOld = (copy: Copy): boolean => !(copy.until > this.host.date().getTime());

  private salt(): string {
    let salt = "";
    this.quietly((storage) => {
      salt = storage.getItem(saltKey) ?? this.host.random().toString(36) + this.host.random().toString(36);
      storage.setItem(saltKey, salt);
    });
    return salt;
  }

  // Storage may be full, or become blocked.
  private quietly(use: (storage: NonNullable<Host["storage"]>) => void): void {
    try {
      if (this.host.storage) use(this.host.storage);
    } catch {
      // progress is then kept in the LMS and in memory only
    }
  }
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
