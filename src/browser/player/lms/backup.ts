import type { Backup } from "./host";

const table = "copies";
const patience = 3000;

/** Safari 14 has no `commit`. */
type Committable = Omit<IDBTransaction, "commit"> & { commit?: () => void };

/**
 * Opens the copies in IndexedDB, which stay when an LMS clears localStorage; null if it is blocked or does not answer
 * in time.
 */
export async function openBackup(window: Window): Promise<Backup | null> {
  const late = new Promise<null>((done) => window.setTimeout(() => done(null), patience));
  return Promise.race([late, read(window).catch(() => null)]);
}

async function read(window: Window): Promise<Backup> {
  const opening = window.indexedDB.open("protect-scorm");
  opening.onupgradeneeded = () => opening.result.createObjectStore(table);
  const database = await result(opening);
  const reading = database.transaction(table, "readonly").objectStore(table);
  const [keys, texts] = await Promise.all([result(reading.getAllKeys()), result(reading.getAll())]);
  const entries = new Map(keys.map((key, at) => [key as string, texts[at] as string]));
  // Storage may be full, or become blocked: then localStorage and the LMS keep the progress.
  const quietly = (change: (store: IDBObjectStore) => void): void => {
    try {
      const transaction: Committable = database.transaction(table, "readwrite");
      change(transaction.objectStore(table));
      transaction.commit?.(); // at once: the page may be closed before the answer to the change
    } catch {
      // as above
    }
  };
  return {
    entries,
    set(key, text) {
      entries.set(key, text);
      quietly((to) => to.put(text, key));
    },
    remove(key) {
      entries.delete(key);
      quietly((from) => from.delete(key));
    },
  };
}

const result = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error("IndexedDB"));
  });
