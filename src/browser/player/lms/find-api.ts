/** The adapter an LMS offers to content (RTE 1.2, 3.3). Results are strings by the standard; not all adapters know it. */
export interface Scorm12Api {
  LMSInitialize(empty: string): unknown;
  LMSFinish(empty: string): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(empty: string): unknown;
  LMSGetLastError(): unknown;
}

const deepest = 50;

/** Looks in the window and its parents, then in the opener and its parents, then in the opener of the outermost window. */
export function findApi(window: Window): Scorm12Api | null {
  return climb(window) ?? climb(openerOf(window)) ?? climb(openerOf(outermost(window)));
}

function climb(start: Window | null): Scorm12Api | null {
  let at = start;
  for (let depth = 0; at && depth < deepest; depth++) {
    const api = apiOf(at);
    if (api) return api;
    const up = parentOf(at);
    if (!up || up === at) return null;
    at = up;
  }
  return null;
}

// A window of another origin throws at a touch; its parent may still be asked for, and may be ours again.
function apiOf(window: Window): Scorm12Api | null {
  try {
    const api = (window as unknown as { API?: Scorm12Api }).API;
    // Truth, not typeof: methods of old adapters are not functions to a script.
    return api && (api.LMSInitialize as unknown) ? api : null;
  } catch {
    return null;
  }
}

/** True when a window above belongs to another origin: an LMS there can neither be found nor told anything (RTE 1.2, 3.3 asks for one origin). */
export function isWalled(window: Window): boolean {
  for (let at = window, depth = 0; depth < deepest; depth++) {
    const up = parentOf(at);
    if (!up || up === at) return false;
    try {
      void up.location.href;
    } catch {
      return true;
    }
    at = up;
  }
  return false;
}

function parentOf(window: Window): Window | null {
  try {
    return window.parent;
  } catch {
    return null;
  }
}

function openerOf(window: Window | null): Window | null {
  try {
    return (window?.opener as Window | null | undefined) ?? null;
  } catch {
    return null;
  }
}

function outermost(window: Window): Window | null {
  try {
    return window.top;
  } catch {
    return null;
  }
}

/** Looks again for a while: some LMSs put the adapter up after the content has started. */
export async function waitForApi(
  window: Window,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Scorm12Api | null> {
  for (const pause of [0, 50, 100, 200, 400, 600, 650]) {
    if (pause > 0) await wait(pause);
    const api = findApi(window);
    if (api) return api;
    // Nobody above and nobody who opened us: nothing will come.
    if (pause === 50 && window.parent === window && !openerOf(window)) return null;
  }
  return null;
}
