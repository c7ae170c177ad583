import type { Host } from "./host";

const lifetime = 30 * 24 * 60 * 60 * 1000;

/**
 * Texts that the learner chose to keep on this device, under the key of the local copy. They contain no name of the
 * learner and expire after thirty days.
 */
export interface PrivateNotes {
  works(): boolean;
  read(id: string): string | null;
  /**
   * Returns false if the device refused. Then the older text is deleted too: the learner could not see that it is
   * there.
   */
  write(id: string, text: string): boolean;
  remove(id: string): void;
  /** Keeps a text in memory while the page is rebuilt in another language. */
  keepDraft(id: string, text: string): void;
  draftOf(id: string): string | null;
  /** Deletes all texts of this learner and course, and stores nothing from now on. */
  forget(): void;
  onForgotten(listener: () => void): void;
}

export function openNotes(host: Host, key: string): PrivateNotes {
  const { storage } = host;
  let forgotten = false;
  const drafts = new Map<string, string>();
  const listeners: (() => void)[] = [];
  const at = (id: string): string => `${key}:paper:${id}`;

  // Storage may be full or blocked.
  function quietly(use: () => void): void {
    try {
      use();
    } catch {
      // the text stays in memory
    }
  }

  function read(id: string): string | null {
    try {
      const { text, until } = JSON.parse(storage?.getItem(at(id)) ?? "null") as { text: unknown; until: number };
      return typeof text === "string" && until > host.date().getTime() ? text : null;
    } catch {
      return null;
    }
  }

  const remove = (id: string): void => quietly(() => storage?.removeItem(at(id)));

  return {
    works: () => storage !== null && !forgotten,
    read,
    remove,
    write(id, text) {
      if (forgotten) return false;
      quietly(() => storage?.setItem(at(id), JSON.stringify({ text, until: host.date().getTime() + lifetime })));
      if (read(id) === text) return true;
      remove(id);
      return false;
    },
    keepDraft: (id, text) => void drafts.set(id, text),
    draftOf: (id) => drafts.get(id) ?? null,
    forget() {
      forgotten = true;
      drafts.clear();
      quietly(() => {
        const names = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "");
        for (const name of names.filter((one) => one.startsWith(at("")))) storage?.removeItem(name);
      });
      for (const listener of listeners) listener();
    },
    onForgotten: (listener) => void listeners.push(listener),
  };
}
