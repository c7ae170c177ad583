/** How long a learner was busy with each question: from one answer (or the page turn) to the next. */
export class Stopwatch {
  private last = performance.now();
  private readonly spent = new Map<string, number>();

  start(): void {
    this.last = performance.now();
  }

  lap(id: string): void {
    const now = performance.now();
    this.spent.set(id, (this.spent.get(id) ?? 0) + now - this.last);
    this.last = now;
  }

  take(id: string): number {
    const spent = this.spent.get(id) ?? 0;
    this.spent.delete(id);
    return Math.round(spent);
  }
}
