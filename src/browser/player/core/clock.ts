/**
 * Time a learner really spent, in milliseconds: while the page is visible and the learner is active. `now` must be
 * monotonic.
 */
export class SessionClock {
  private total = 0;
  private last: number;
  private active: number;
  private visible = true;

  /**
   * @param idle A pause counts up to this many milliseconds.
   * @param sleep A longer gap between ticks does not count: the machine was asleep.
   */
  constructor(
    private readonly now: () => number,
    private readonly idle = 300_000,
    private readonly sleep = 90_000,
  ) {
    this.last = this.active = now();
  }

  /** Records that the learner is active. */
  touch(): void {
    this.tick();
    this.active = this.now();
  }

  show(visible: boolean): void {
    this.tick();
    this.visible = visible;
    if (visible) this.active = this.now();
  }

  /** Adds the time since the last call. Must be called at least every `sleep` / 3 milliseconds. */
  tick(): void {
    const now = this.now();
    const gap = now - this.last;
    if (this.visible && gap <= this.sleep)
      this.total += Math.max(0, Math.min(now, this.active + this.idle) - this.last);
    this.last = now;
  }

  get idleNow(): boolean {
    return !this.visible || this.now() - this.active > this.idle;
  }

  elapsed(): number {
    this.tick();
    return this.total;
  }
}

/** Formats milliseconds as HHHH:MM:SS.SS (CMITimespan), at most 9999:59:59.99. */
export function timespan(milliseconds: number): string {
  const hundredths = Math.min(Math.max(0, Math.floor(milliseconds / 10)), 9999 * 360_000 + 359_999);
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor(hundredths / 6000) % 60;
  return `${pad(hours, 4)}:${pad(minutes, 2)}:${pad(Math.floor(hundredths / 100) % 60, 2)}.${pad(hundredths % 100, 2)}`;
}
