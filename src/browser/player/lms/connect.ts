import type { LmsDriver } from "./driver";
import type { Scorm12Api } from "./find-api";
import { Scorm12 } from "./scorm12";

/**
 * Initialises the adapter with the driver of its standard, with one retry; null if it refuses. `isRunning`: it has been
 * initialised.
 */
export async function connect(
  api: Scorm12Api,
  wait: (milliseconds: number) => Promise<void>,
  isRunning = false,
): Promise<LmsDriver | null> {
  const lms = new Scorm12(api, isRunning);
  if (isRunning || lms.initialize()) return lms;
  await wait(1000);
  return lms.initialize() ? lms : null;
}
