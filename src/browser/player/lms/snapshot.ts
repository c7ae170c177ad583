import type { Host } from "./host";

const prefix = "protect-scorm:";
const lifetime = 30 * 24 * 60 * 60 * 1000;

/** A copy of the state on this device. It holds no name and no id: its key is made of the course and a salted hash of the learner. */
export class Snapshot {
  private readonly key: string;

  constructor(private readonly host: Host, course: string, learner: string) {
    this.key = `${prefix}${course}:${hash(`${this.salt()}:${learner}`)}`;
  }

  /** The state's text and whether an LMS confirmed it; null when there is none, or it is old. */
  read(): { text: string; confirmed: boolean } | null {
    try {
      const { text, until, confirmed } = JSON.parse(this.host.storage?.getItem(this.key) ?? "null") as { text: string; until: number; confirmed: boolean };
      return typeof text === "string" && until > this.host.date().getTime() ? { text, confirmed } : null;
    } catch {
      return null;
    }
  }

  write(text: string, confirmed: boolean): void {
    const until = this.host.date().getTime() + lifetime;
    this.quietly((storage) => storage.setItem(this.key, JSON.stringify({ text, until, confirmed })));
  }

  remove(): void {
    this.quietly((storage) => storage.removeItem(this.key));
  }

  private salt(): string {
    const key = `${prefix}salt`;
    let salt = "";
    this.quietly((storage) => {
      salt = storage.getItem(key) ?? this.host.random().toString(36) + this.host.random().toString(36);
      storage.setItem(key, salt);
    });
    return salt;
  }

  // Storage may be full, or be taken away while we run.
  private quietly(use: (storage: NonNullable<Host["storage"]>) => void): void {
    try {
      if (this.host.storage) use(this.host.storage);
    } catch {
      // progress then lives in the LMS and in memory only
    }
  }
}

/** Two 32-bit FNV-1a sums in base 36: enough to tell learners of one device apart, and no way to read who they are. */
function hash(text: string): string {
  const sum = (start: number): string => {
    let value = start;
    for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
    return value.toString(36);
  };
  return sum(0x811c9dc5) + sum(0x050c5d1f);
}
