/** The environment of a session, so that tests can replace it. */
export interface Host {
  /** Milliseconds of a monotonic clock. */
  now(): number;
  date(): Date;
  setTimeout(run: () => void, milliseconds: number): number;
  clearTimeout(timer: number): void;
  /** null if storage is blocked. */
  readonly storage: KeyValues | null;
  /** A second storage of this device; null if it is blocked. An LMS may clear the first. */
  readonly backup: Backup | null;
  random(): number;
  /** Whether the server still serves this package. False without a network, or if a login page is returned instead. */
  reach(): Promise<boolean>;
  /** Opens a channel to other windows of this site; null if unsupported. A window does not receive its own messages. */
  channel(name: string, heard: (message: string) => void): Channel | null;
  on(event: HostEvent, listener: (persisted: boolean) => void): void;
}

export type HostEvent = "hidden" | "visible" | "leaving" | "gone" | "back" | "touched" | "online" | "offline";

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

/** Texts by key, read when the page opens. Changes are stored soon after. */
export interface Backup {
  readonly entries: ReadonlyMap<string, string>;
  set(key: string, text: string): void;
  remove(key: string): void;
}

/** Host of a browser window. It does not use `unload`, which is unreliable and disables the back-forward cache. */
export function browserHost(window: Window, backup: Backup | null): Host {
  const { document } = window;
  return {
    now: () => performance.now(),
    date: () => new Date(),
    setTimeout: (run, milliseconds) => window.setTimeout(run, milliseconds),
    clearTimeout: (timer) => window.clearTimeout(timer),
    storage: usableStorage(window),
    backup,
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
      else if (event === "online" || event === "offline") window.addEventListener(event, heard);
      else if (event === "back") window.addEventListener("pageshow", (at) => at.persisted && listener(true));
      // Playing a video or audio counts as activity.
      else
        for (const name of ["pointerdown", "keydown", "wheel", "touchmove", "timeupdate"])
          document.addEventListener(name, heard, { passive: true, capture: true });
    },
  };
}

async function reach(window: Window): Promise<boolean> {
  if (!window.location.protocol.startsWith("http")) return true; // opened from disk, without a server
  const answer = await fetch(`probe.txt?${Date.now()}`, { cache: "no-store" });
  return answer.ok && !answer.redirected && (await answer.text()).trim() === "protect-scorm";
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
    return null; // private windows and pages opened from disk may refuse
  }
}
