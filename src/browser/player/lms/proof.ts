import type { Host } from "./host";
import { probe } from "./probe";

const second = 1000;
/** Delays of the next probes after one has failed. */
const delays = [1, 2, 3, 5, 10, 15].map((seconds) => seconds * second);
/** Time after which the learner is informed that a commit is not proven, and time after which it is called failed. */
export const patience = [4, 20].map((seconds) => seconds * second) as [number, number];

/** Knows which commits have surely reached the LMS. `Mark` describes the contents of a commit. */
export interface Proof<Mark> {
  /** Time since the first commit that is in doubt, in milliseconds; null if none is in doubt. */
  doubtful(): number | null;
  /** Must be called right after each successful commit. A complete one contains everything that is in doubt. */
  committed(mark: Mark, isComplete: boolean): void;
  /** The browser has lost its network: the outcome of recent commits is unknown. */
  offline(): void;
  /** Sends everything in doubt again, because the network may be back. */
  retry(): void;
  stop(): void;
}

interface Listeners<Mark> {
  /** The LMS has everything up to this commit. */
  proven(mark: Mark): void;
  /** A commit is in doubt, or has been for long enough to inform the learner. */
  changed(): void;
  /** The server answers again: everything in doubt must be committed again. */
  resend(): void;
}

/** Probes after each commit. Once a probe has failed, everything since the last proven commit is in doubt. */
export function createProof<Mark>(host: Host, on: Listeners<Mark>): Proof<Mark> {
  /** Number of the last commit, and of the last one proven. */
  let last = 0;
  let proven = 0;
  /** Time of the first commit that is not proven. */
  let waiting: number | null = null;
  let since: number | null = null;
  /** Number of events that cast doubt: a success proves nothing about a commit before such an event. */
  let doubts = 0;
  let isResending = false;
  let failures = 0;
  let timer = 0;
  let stopped = false;

  function doubt(): void {
    doubts++;
    if (proven === last || stopped) return on.changed();
    if (since === null) {
      since = waiting ?? host.now();
      for (const after of patience) host.setTimeout(on.changed, Math.max(0, since + after - host.now()));
    }
    if (timer === 0) timer = host.setTimeout(ask, delays[Math.min(failures++, delays.length - 1)] as number);
    on.changed();
  }

  function ask(): void {
    timer = 0;
    if (since === null || stopped) return;
    probe(host, (reached) => (reached ? retry() : doubt()));
  }

  function retry(): void {
    if (since !== null && !isResending && !stopped) on.resend();
  }

  return {
    doubtful: () => (since === null ? null : host.now() - since),
    committed(mark, isComplete) {
      const [number, before] = [++last, doubts];
      waiting ??= host.now();
      isResending ||= isComplete;
      probe(host, (reached) => {
        if (isComplete) isResending = false;
        if (number < proven) return;
        if (!reached) return doubt();
        if (before !== doubts || (since !== null && !isComplete)) return retry();
        proven = number;
        since = null;
        failures = 0;
        waiting = number === last ? null : host.now();
        host.clearTimeout(timer);
        timer = 0;
        on.proven(mark);
      });
    },
    offline: doubt,
    retry,
    stop() {
      stopped = true;
      host.clearTimeout(timer);
    },
  };
}
