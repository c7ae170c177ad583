import type { LmsDriver } from "./driver";
import type { Scorm12Api } from "./find-api";
import { Scorm12 } from "./scorm12";

/** Initialises the adapter with the driver of its standard, with one retry; null if it refuses. */
export async function connect(
  api: Scorm12Api,
  wait: (milliseconds: number) => Promise<void>,
): Promise<LmsDriver | null> {
  const lms = new Scorm12(api);
  if (lms.initialize()) return lms;
  await wait(1000);
  return lms.initialize() ? lms : null;
}
