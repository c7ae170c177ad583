const patience = 30_000;
const expected = new Map<string, (part: never) => void>();

/** Delivers the data of a script file (a module, a language) to the call of `bring` that waits for it. */
export function handOver(id: string, part: unknown): void {
  expected.get(id)?.(part as never);
}

/** Loads a file of the package with a classic script: fetch does not work from disk. */
export function bring<T>(id: string, file: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const end = (trouble?: string): void => {
      clearTimeout(timer);
      expected.delete(id);
      script.remove();
      if (trouble) reject(new Error(`${file} ${trouble}`));
    };
    const timer = setTimeout(() => end("is late"), patience);
    expected.set(id, (part: T) => {
      end();
      resolve(part);
    });
    script.onerror = () => end("did not load");
    // Loaded, but without data: an LMS may return its login page.
    script.onload = () => expected.has(id) && end("is empty");
    script.src = file;
    document.head.append(script);
  });
}
