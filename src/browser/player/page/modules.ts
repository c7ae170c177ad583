import type { CourseData, ModuleData } from "../core/course-data";
import type { Parts } from "./contract";
import { bringAssessment, bringLater } from "./parts";
import { bring, handOver } from "./scripts";

/** Called by a module file when it runs. */
export function receive(part: ModuleData): void {
  handOver(`module ${part.id}`, part);
}

/** Loads the module with this index and the parts of the program it needs, each once. A failed load can be repeated. */
export type LoadModule = (index: number) => Promise<unknown>;

export function moduleLoader(
  course: CourseData,
  parts: Parts,
  arrived: (part: ModuleData) => void,
  complete: () => void,
): LoadModule {
  const loading = new Map<string, Promise<void>>();
  const once = (name: string, load: () => Promise<void>): Promise<void> => {
    const known = loading.get(name);
    if (known) return known;
    const promise = load();
    loading.set(name, promise);
    promise.catch(() => loading.delete(name));
    return promise;
  };
  return async (index) => {
    const { id, file = null, pages = [] } = course.modules[index] ?? {};
    await Promise.all([
      parts.later ?? once(" later", () => bringLater(parts).then(complete)),
      file !== null && once(`${id}`, () => bring<ModuleData>(`module ${id}`, file).then(arrived)),
    ]);
    if (course.assessment && pages.includes(course.assessment.page) && !parts.assessment)
      await once(" assessment", () => bringAssessment(parts));
  };
}
