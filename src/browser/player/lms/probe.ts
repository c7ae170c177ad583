import type { Host } from "./host";

const second = 1000;
/** Shortest time between two checks. */
const quiet = 60 * second;
/**
 * Delays of the two silent retries. Then the failure is reported, and `often` is the delay until the server answers.
 */
const patience = [5, 15].map((seconds) => seconds * second);
const often = 15 * second;

export interface Probe {
  /**
   * Starts a check if none is running; "at once" ignores the shortest time, e.g. after a pass. Returns whether one
   * started.
   */
  ask(when?: "at once"): boolean;
  stop(): void;
}

/**
 * Requests a small file of the package after commits, since many LMSs return "true" for every commit. The request fails
 * without a network, or if a login page is returned instead. `onResult` receives true for each success, and false once
 * after the silent retries failed.
 */
export function createProbe(host: Host, onResult: (reachable: boolean) => void): Probe {
  let last = -quiet;
  let isAsking = false;
  let failures = 0;
  let stopped = false;

  function go(): void {
    last = host.now();
    host
      .reach()
      .then(heard)
      .catch(() => heard(false));
  }

  function heard(reached: boolean): void {
    if (stopped) return;
    if (reached) {
      failures = 0;
      isAsking = false;
      return onResult(true);
    }
    failures++;
    if (failures === patience.length + 1) onResult(false);
    host.setTimeout(go, patience[failures - 1] ?? often);
  }

  return {
    ask(when) {
      if (stopped || isAsking || (when !== "at once" && host.now() - last < quiet)) return false;
      isAsking = true;
      go();
      return true;
    },
    stop() {
      stopped = true;
    },
  };
}
