/** Time a learner really spent: while the page is in sight and somebody is there. In milliseconds of a clock that never jumps. */
export class SessionClock {
  private total = 0;
  private last: number;
  private active: number;
  private visible = true;

  /** A pause longer than `idle` counts only up to it; a gap between ticks longer than `sleep` was a sleeping machine and counts nothing. */
  constructor(
    private readonly now: () => number,
    private readonly idle = 300_000,
    private readonly sleep = 90_000,
  ) {
    this.last = this.active = now();
  }

  /** Something happened that only a person does. */
  touch(): void {
    this.tick();
    this.active = this.now();
  }

  show(visible: boolean): void {
    this.tick();
    this.visible = visible;
    if (visible) this.active = this.now();
  }

  /** Called at least every `sleep` / 3. */
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

/** HHHH:MM:SS.SS (CMITimespan), never more than 9999 hours. */
export function timespan(milliseconds: number): string {
  const hundredths = Math.min(Math.max(0, Math.floor(milliseconds / 10)), 9999 * 360_000 + 359_999);
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor(hundredths / 6000) % 60;
  return `${pad(hours, 4)}:${pad(minutes, 2)}:${pad(Math.floor(hundredths / 100) % 60, 2)}.${pad(hundredths % 100, 2)}`;
}
