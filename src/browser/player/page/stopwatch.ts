/** Measures the time spent on each question: from one answer (or the page turn) to the next. */
export interface Stopwatch {
  start(): void;
  lap(id: string): void;
  /** Returns the milliseconds spent on a question since the last call. */
  take(id: string): number;
}

export function createStopwatch(): Stopwatch {
  const spent = new Map<string, number>();
  let last = 0;
  const start = (): void => {
    last = performance.now();
  };
  return {
    start,
    lap(id) {
      spent.set(id, (spent.get(id) ?? 0) + performance.now() - last);
      start();
    },
    take(id) {
      const time = spent.get(id) ?? 0;
      spent.delete(id);
      return Math.round(time);
    },
  };
}
