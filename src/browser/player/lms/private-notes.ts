import type { Host } from "./host";

const lifetime = 30 * 24 * 60 * 60 * 1000;

/**
 * Texts that the learner chose to keep on this device, under the key of the local copy. They contain no name of the
 * learner and expire after thirty days.
 */
export class PrivateNotes {
  private forgotten = false;
  private readonly drafts = new Map<string, string>();
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly host: Host,
    private readonly key: string,
  ) {}

  get works(): boolean {
    return this.host.storage !== null && !this.forgotten;
  }

  read(id: string): string | null {
    try {
      const { text, until } = JSON.parse(this.host.storage?.getItem(this.at(id)) ?? "null") as {
        text: unknown;
        until: number;
      };
      return typeof text === "string" && until > this.host.date().getTime() ? text : null;
    } catch {
      return null;
    }
  }

  /**
   * Returns false if the device refused. Then the older text is deleted too: the learner could not see that it is
   * there.
   */
  write(id: string, text: string): boolean {
    if (this.forgotten) return false;
    try {
      this.host.storage?.setItem(this.at(id), JSON.stringify({ text, until: this.host.date().getTime() + lifetime }));
    } catch {
      // storage full or blocked
    }
    if (this.read(id) === text) return true;
    this.remove(id);
    return false;
  }

  remove(id: string): void {
    try {
      this.host.storage?.removeItem(this.at(id));
    } catch {
      // storage blocked
    }
  }

  /** Keeps a text in memory while the page is rebuilt in another language. */
  keepDraft(id: string, text: string): void {
    this.drafts.set(id, text);
  }

  draftOf(id: string): string | null {
    return this.drafts.get(id) ?? null;
  }

  /** Deletes all texts of this learner and course, and stores nothing from now on. */
  forget(): void {
    this.forgotten = true;
    this.drafts.clear();
    const { storage } = this.host;
    try {
      const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "");
      for (const key of keys.filter((name) => name.startsWith(this.at("")))) storage?.removeItem(key);
    } catch {
      // storage blocked
    }
    for (const listener of this.listeners) listener();
  }

  onForgotten(listener: () => void): void {
    this.listeners.push(listener);
  }

  private at(id: string): string {
    return `${this.key}:paper:${id}`;
  }
}

export const openNotes = (host: Host, key: string): PrivateNotes => new PrivateNotes(host, key);
