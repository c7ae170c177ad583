import type { Host } from "./host";

const second = 1000;
/** Nobody needs to know more often. */
const quiet = 60 * second;
/** Two silent retries, then the word is out; after that it is asked until the answer is yes. */
const patience = [5, 15].map((seconds) => seconds * second);
const often = 15 * second;

/**
 * Asks the server for a tiny file of the package after commits, since many LMSs say yes to every commit. It fails when the network is lost,
 * and when a login page comes in its place.
 */
export class Probe {
  private last = -quiet;
  private asking = false;
  private failures = 0;
  private stopped = false;

  /** `told` hears each yes, and the no that stands after the retries. */
  constructor(
    private readonly host: Host,
    private readonly told: (reachable: boolean) => void,
  ) {}

  /** "at once" for what must not get lost, such as a pass. True when the question goes out now. */
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
      this.told(true);
      return;
    }
    this.failures++;
    if (this.failures === patience.length + 1) this.told(false);
    this.host.setTimeout(() => this.go(), patience[this.failures - 1] ?? often);
  }
}
