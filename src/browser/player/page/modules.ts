import type { CourseData, ModuleData } from "../core/course-data";

const patience = 30_000;
const expected = new Map<string, (part: ModuleData) => void>();

/** Called by a module file when it runs. */
export function receive(part: ModuleData): void {
  expected.get(part.id)?.(part);
}

/** Brings the module with this index in, once; a failed load may be asked for again. */
export type LoadModule = (index: number) => Promise<void>;

/** Modules come by classic scripts: a fetch would not work from disk. */
export function moduleLoader(course: CourseData, arrived: (part: ModuleData) => void): LoadModule {
  const loading = new Map<number, Promise<void>>();

  const bring = (id: string, file: string): Promise<void> => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const end = (trouble?: string): void => {
      clearTimeout(timer);
      expected.delete(id);
      script.remove();
      if (trouble) reject(new Error(`${file} ${trouble}`));
      else resolve();
    };
    const timer = setTimeout(() => end("is late"), patience);
    expected.set(id, (part) => {
      arrived(part);
      end();
    });
    script.onerror = () => end("did not load");
    // Loaded without handing anything over: an LMS may answer with its login page.
    script.onload = () => end(expected.has(id) ? "is not a module" : undefined);
    script.src = file;
    document.head.append(script);
  });

  return (index) => {
    const module = course.modules[index];
    const known = loading.get(index);
    if (known || !module?.file) return known ?? Promise.resolve();
    const promise = bring(module.id, module.file);
    loading.set(index, promise);
    promise.catch(() => loading.delete(index));
    return promise;
  };
}
