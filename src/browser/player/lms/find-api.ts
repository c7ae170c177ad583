/** The API of an LMS (RTE 1.2, 3.3). The standard requires strings as results, but some adapters return other types. */
export interface Scorm12Api {
  LMSInitialize(empty: string): unknown;
  LMSFinish(empty: string): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(empty: string): unknown;
  LMSGetLastError(): unknown;
}

/** A session that was started before the program was loaded. */
export interface Opening {
  readonly api: Scorm12Api;
  /** Whether the LMS accepted LMSInitialize. If not, the program tries again. */
  readonly running: boolean;
  /** Whether the LMS surely has no progress of this learner. */
  readonly isNew: boolean;
}

const deepest = 50;

/** Searches the window and its parents, then the opener and its parents, then the opener of the outermost window. */
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

// Reading a property of a cross-origin window throws. Its parent is accessible, and may have our origin again.
function apiOf(window: Window): Scorm12Api | null {
  try {
    const api = (window as unknown as { API?: Scorm12Api }).API;
    // Test for truth: in old adapters typeof a method is not "function".
    return api && (api.LMSInitialize as unknown) ? api : null;
  } catch {
    return null;
  }
}

/** Whether a parent window has another origin: an LMS there is out of reach (RTE 1.2, 3.3 requires one origin). */
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

/** Searches repeatedly for two seconds: some LMSs provide the adapter after the content has started. */
export async function waitForApi(
  window: Window,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Scorm12Api | null> {
  for (const pause of [0, 50, 100, 200, 400, 600, 650]) {
    if (pause > 0) await wait(pause);
    const api = findApi(window);
    if (api) return api;
    // No parent and no opener: no adapter will appear.
    if (pause === 50 && window.parent === window && !openerOf(window)) return null;
  }
  return null;
}
