import type { Host } from "./host";

const second = 1000;
/** Shortest time between two checks. */
const quiet = 60 * second;
/**
 * Delays of the two silent retries. Then the failure is reported, and `often` is the delay until the server answers.
 */
const patience = [5, 15].map((seconds) => seconds * second);
const often = 15 * second;

/**
 * Requests a small file of the package after commits, since many LMSs return "true" for every commit. The request fails
 * without a network, or if a login page is returned instead.
 */
export class Probe {
  private last = -quiet;
  private asking = false;
  private failures = 0;
  private stopped = false;

  /** `onResult` receives true for each success, and false once after the silent retries failed. */
  constructor(
    private readonly host: Host,
    private readonly onResult: (reachable: boolean) => void,
  ) {}

  /**
   * Starts a check if none is running; "at once" ignores the shortest time, e.g. after a pass. Returns whether one
   * started.
   */
  ask(when?: "at once"): boolean {
    if (this.stopped || this.asking || (when !== "at once" && this.host.now() - this.last < quiet)) return false;
    this.asking = true;
    this.go();
    return true;
  }

  stop(): void {
    this.stopped = true;
  }

  private go(): void {
    this.last = this.host.now();
    this.host
      .reach()
      .then((reached) => this.heard(reached))
      .catch(() => this.heard(false));
  }

  private heard(reached: boolean): void {
    if (this.stopped) return;
    if (reached) {
      this.failures = 0;
      this.asking = false;
      this.onResult(true);
      return;
    }
    this.failures++;
    if (this.failures === patience.length + 1) this.onResult(false);
    this.host.setTimeout(() => this.go(), patience[this.failures - 1] ?? often);
  }
}
