import type { Clock } from "../core/clock";
import type { PriorResult } from "../core/report";
import type { CourseState } from "../core/state";
import type { Interaction, OpenJournal } from "./driver";
import type { Host } from "./host";
import type { Beginning } from "./restore";
import type { Snapshot } from "./snapshot";

// The contract of saving. lms/saver.ts is its implementation.

/**
 * "lost": the LMS has ended the session and accepts nothing more. "elsewhere": another window of this device has the
 * course open, and saves.
 */
export type Saving = "saved" | "trying" | "not-saved" | "lost" | "elsewhere";

/** Options of a saver. */
export interface Start {
  readonly snapshot: Snapshot;
  readonly host: Host;
  readonly prior: PriorResult;
  readonly began: Beginning;
  /** False without credit: then no status, score or interactions are reported. */
  readonly counts: boolean;
  /** undefined until the part that writes interactions is loaded. */
  readonly openJournal: () => OpenJournal | undefined;
}

/** Saves the state: on this device at once, in the LMS with a commit that is retried until it succeeds. */
export interface Saver {
  readonly clock: Clock;
  save(state: CourseState, when: "now" | "soon"): void;
  /** Adds an interaction to the next commit. Returns false if interactions are not recorded. */
  journal(interaction: Interaction): boolean;
  /** Commits unsaved changes; "with time" also commits if only the session time has changed. */
  flush(what?: "with time"): void;
  /** The browser has lost its network. */
  offline(): void;
  /** The network may be back: commits again what may not have arrived. */
  retry(): void;
  finish(writes: boolean): void;
  /** Ends the LMS's session while the page is in the back-forward cache, and starts a new one when it returns. */
  pause(): void;
  resume(): void;
  /** Stops writing because another window has the course. The LMS's session stays open until the page closes. */
  giveWay(): void;
  /** Deletes the copy on this device, and writes none from now on. */
  forget(): void;
  /** Adds a listener and notifies it of a current failure. */
  listen(listener: (saving: Saving) => void): void;
}
