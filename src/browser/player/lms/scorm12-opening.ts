import type { Opening, Scorm12Api } from "./find-api";

/** Starts a session, and looks whether there is earlier progress. */
export function openSessionOf(api: Scorm12Api): Opening {
  let running = false;
  let isNew = false;
  try {
    running = String(api.LMSInitialize("")) === "true";
    isNew = running && api.LMSGetValue("cmi.suspend_data") === "";
  } catch {
    // the program tries again, and handles faults
  }
  return { api, running, isNew };
}

/** Ends a session that the program did not take over. */
export function closeSessionOf({ api, running }: Opening): void {
  try {
    if (running) api.LMSFinish("");
  } catch {
    // nothing was to be saved
  }
}
