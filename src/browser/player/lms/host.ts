/** What the session needs of the world, so that a test can be the world. */
export interface Host {
  /** Milliseconds of a clock that never jumps. */
  now(): number;
  date(): Date;
  setTimeout(run: () => void, milliseconds: number): number;
  clearTimeout(timer: number): void;
  /** null where nothing may be kept. */
  readonly storage: KeyValues | null;
  random(): number;
  /** Whether the server still serves this package: not when the network is lost, or a login page comes instead. */
  reach(): Promise<boolean>;
  /** To other windows of this site; null where there is none. A window does not hear itself. */
  channel(name: string, heard: (message: string) => void): Channel | null;
  on(event: HostEvent, listener: (persisted: boolean) => void): void;
}

export type HostEvent = "hidden" | "visible" | "leaving" | "gone" | "back" | "touched";

export interface Channel {
  post(message: string): void;
  close(): void;
}

export interface KeyValues {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The host that a browser window is. There is no handler for `unload`: it is unreliable and keeps the page out of the back-forward cache. */
export function browserHost(window: Window): Host {
  const { document } = window;
  return {
    now: () => performance.now(),
    date: () => new Date(),
    setTimeout: (run, milliseconds) => window.setTimeout(run, milliseconds),
    clearTimeout: (timer) => window.clearTimeout(timer),
    storage: usableStorage(window),
    random: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    reach: () => reach(window),
    channel: (name, heard) => channel(window, name, heard),
    on(event, listener) {
      const heard = (): void => listener(false);
      if (event === "hidden" || event === "visible") {
        document.addEventListener("visibilitychange", () => document.visibilityState === event && heard());
        document.addEventListener(event === "hidden" ? "freeze" : "resume", heard);
      } else if (event === "leaving") window.addEventListener("beforeunload", heard);
      else if (event === "gone") window.addEventListener("pagehide", (at) => listener(at.persisted));
      else if (event === "back") window.addEventListener("pageshow", (at) => at.persisted && listener(true));
      // A film or a sound that runs is somebody's attention too.
      else
        for (const name of ["pointerdown", "keydown", "wheel", "touchmove", "timeupdate"])
          document.addEventListener(name, heard, { passive: true, capture: true });
    },
  };
}

const probe = { file: "probe.txt", holds: "protect-scorm" };

async function reach(window: Window): Promise<boolean> {
  if (!window.location.protocol.startsWith("http")) return true; // from disk there is no server to lose
  const answer = await fetch(`${probe.file}?${Date.now()}`, { cache: "no-store" });
  return answer.ok && (await answer.text()).trim() === probe.holds;
}

function channel(window: Window, name: string, heard: (message: string) => void): Channel | null {
  try {
    const { BroadcastChannel } = window as unknown as typeof globalThis;
    const bus = new BroadcastChannel(name);
    bus.onmessage = ({ data }) => heard(String(data));
    return { post: (message) => bus.postMessage(message), close: () => bus.close() };
  } catch {
    return null;
  }
}

function usableStorage(window: Window): KeyValues | null {
  try {
    const { localStorage } = window;
    const trial = "protect-scorm:trial";
    localStorage.setItem(trial, trial);
    const works = localStorage.getItem(trial) === trial;
    localStorage.removeItem(trial);
    return works ? localStorage : null;
  } catch {
    return null; // private windows and files from disk may refuse
  }
}
