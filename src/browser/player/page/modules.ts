import type { CourseData, ModuleData } from "../core/course-data";
import { bring, handOver } from "./scripts";

/** Called by a module file when it runs. */
export function receive(part: ModuleData): void {
  handOver(`module ${part.id}`, part);
}

/** Brings the module with this index in, once; a failed load may be asked for again. */
export type LoadModule = (index: number) => Promise<void>;

export function moduleLoader(course: CourseData, arrived: (part: ModuleData) => void): LoadModule {
  const loading = new Map<number, Promise<void>>();
  return (index) => {
    const module = course.modules[index];
    const known = loading.get(index);
    if (known || !module?.file) return known ?? Promise.resolve();
    const promise = bring<ModuleData>(`module ${module.id}`, module.file).then(arrived);
    loading.set(index, promise);
    promise.catch(() => loading.delete(index));
    return promise;
  };
}
