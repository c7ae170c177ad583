import type { CourseData, QuestionKey } from "../core/course-data";

/** What a module file hands over when it runs. */
export interface ModulePart {
  readonly id: string;
  readonly html: string;
  /** The list of its pages for the menu, only when the menu came without it. */
  readonly menu: string | null;
  readonly keys: Readonly<Record<string, QuestionKey>>;
}

const patience = 30_000;
const expected = new Map<string, (part: ModulePart) => void>();

/** Called by a module file. */
export function receive(part: ModulePart): void {
  expected.get(part.id)?.(part);
}

/** Brings modules in by classic scripts: a fetch would not work from disk. */
export class Modules {
  private readonly loading = new Map<number, Promise<void>>();

  constructor(private readonly course: CourseData, private readonly arrived: (part: ModulePart) => void) {}

  load(index: number): Promise<void> {
    const module = this.course.modules[index];
    if (!module?.file) return Promise.resolve();
    const known = this.loading.get(index);
    if (known) return known;
    const promise = this.bring(module.id, module.file);
    this.loading.set(index, promise);
    promise.catch(() => this.loading.delete(index)); // the next call tries afresh
    return promise;
  }

  private bring(id: string, file: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const end = (error?: Error): void => {
        clearTimeout(timer);
        expected.delete(id);
        script.remove();
        if (error) reject(error);
        else resolve();
      };
      const timer = setTimeout(() => end(new Error(`${file} is late`)), patience);
      expected.set(id, (part) => {
        this.arrived(part);
        end();
      });
      script.onerror = () => end(new Error(`${file} did not load`));
      // Loaded without handing anything over: an LMS may answer with its login page.
      script.onload = () => end(expected.has(id) ? new Error(`${file} is not a module`) : undefined);
      script.src = file;
      document.head.append(script);
    });
  }
}
