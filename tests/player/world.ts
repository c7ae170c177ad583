import type { Backup, Channel, Host, HostEvent, KeyValues } from "../../src/browser/player/lms/host";

/** Simulated browser window for tests: a clock, storage, and events. */
export class World implements Host {
  time = 1_000;
  readonly kept = new Map<string, string>();
  private readonly timers: { id: number; at: number; run: () => void }[] = [];
  private readonly listeners = new Map<HostEvent, ((persisted: boolean) => void)[]>();
  private count = 0;

  constructor(
    readonly storage: KeyValues | null = null,
    private readonly seed = 7,
  ) {}

  /** A world with storage. Different seeds give devices different random numbers. */
  static withStorage(kept: Map<string, string> = new Map(), seed?: number): World {
    return new World(
      {
        get length() {
          return kept.size;
        },
        key: (index) => [...kept.keys()][index] ?? null,
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
      seed,
    );
  }

  now = (): number => this.time;
  date = (): Date => new Date(Date.UTC(2026, 10, 24, 9, 0, 0) + this.time);
  /** Whether the server is reachable. */
  online = true;
  backup: Backup | null = null;
  /** Takes a moment of the simulated clock, so that tests need not wait for promises. */
  readonly reach = (): Promise<boolean> => {
    const { online } = this;
    const then = (heard: (reached: boolean) => void): unknown => this.setTimeout(() => heard(online), 50);
    return { then } as unknown as Promise<boolean>;
  };
  /** Channels, shared by the windows of one device. */
  bus = new Map<string, Set<(message: string) => void>>();

  channel(name: string, heard: (message: string) => void): Channel {
    const all = this.bus.get(name) ?? new Set();
    this.bus.set(name, all.add(heard));
    return {
      post: (message) => [...all].filter((one) => one !== heard).forEach((one) => one(message)),
      close: () => void all.delete(heard),
    };
  }

  random = (): number => this.seed;

  setTimeout(run: () => void, milliseconds: number): number {
    this.timers.push({ id: ++this.count, at: this.time + milliseconds, run });
    return this.count;
  }

  clearTimeout(timer: number): void {
    const at = this.timers.findIndex(({ id }) => id === timer);
    if (at >= 0) this.timers.splice(at, 1);
  }

  on(event: HostEvent, listener: (persisted: boolean) => void): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }

  happen(event: HostEvent, persisted = false): void {
    for (const listener of this.listeners.get(event) ?? []) listener(persisted);
  }

  /** Advances the clock and runs due timers in order. */
  pass(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (let runs = 0; ; runs++) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      if (runs > 100_000) throw new Error("timers without an end");
      this.time = next.at;
      this.clearTimeout(next.id);
      next.run();
    }
    this.time = end;
  }
}
