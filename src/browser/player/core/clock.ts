/** Measures the time that a learner really spent: while the page is visible and the learner is active. */
export interface Clock {
  /** Records that the learner is active. */
  touch(): void;
  show(visible: boolean): void;
  /** Adds the time since the last call. Must be called at least every `sleep` / 3 milliseconds. */
  tick(): void;
  isIdle(): boolean;
  /** Milliseconds so far. */
  elapsed(): number;
}

/**
 * @param now Milliseconds of a monotonic clock.
 * @param idle A pause counts up to this many milliseconds.
 * @param sleep A longer gap between ticks does not count: the machine was asleep.
 */
export function createClock(now: () => number, idle = 300_000, sleep = 90_000): Clock {
  let total = 0;
  let isVisible = true;
  let last = now();
  let active = last;

  function tick(): void {
    const time = now();
    if (isVisible && time - last <= sleep) total += Math.max(0, Math.min(time, active + idle) - last);
    last = time;
  }

  return {
    touch() {
      tick();
      active = now();
    },
    show(visible) {
      tick();
      isVisible = visible;
      if (visible) active = now();
    },
    tick,
    isIdle: () => !isVisible || now() - active > idle,
    elapsed() {
      tick();
      return total;
    },
  };
}
