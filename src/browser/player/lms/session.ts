import type { Course, Loss } from "../core/course";
import { merge, same, type CourseState } from "../core/state";
import { openBackup } from "./backup";
import { connect } from "./connect";
import type { Interaction, LmsDriver, Mode, OpenJournal } from "./driver";
import { waitForApi, type Opening } from "./find-api";
import { browserHost, type Host } from "./host";
import type { PrivateNotes } from "./private-notes";
import { restore } from "./restore";
import { createSaver } from "./saver";
import type { Saving } from "./saving";
import { openSnapshot } from "./snapshot";
import { watchTabs } from "./tabs";

/** Where progress is kept. */
export type Connection = "lms" | "browser" | "memory";

/** Parts of a session that are loaded after the first page, if the course uses them. */
export interface SessionParts {
  /** Opens the journal of interactions (lms/scorm12-interactions.ts). */
  readonly openJournal?: OpenJournal;
  /** Opens the texts that the learner keeps on this device (lms/private-notes.ts). */
  readonly openNotes?: (host: Host, key: string) => PrivateNotes;
}

export interface Session {
  /** The course, with the LMS's pass mark if the LMS decides. */
  readonly course: Course;
  readonly connection: Connection;
  readonly mode: Mode;
  readonly state: CourseState;
  /** Whether the learner continues earlier progress. */
  readonly resumed: boolean;
  /** Whether progress that the LMS lost was restored from this device. */
  readonly restored: boolean;
  /** What is missing in the restored progress; null for nothing. */
  readonly loss: Loss | null;
  /** Whether to ask the learner about progress that only this device has (see Beginning.offer). */
  readonly offered: boolean;
  /** Restores the offered progress. */
  bringBack(): void;
  /** Saves a state: "now" commits at once (answers), "soon" collects changes for a second (page turns). */
  update(next: CourseState, when?: "now" | "soon"): void;
  /** Adds an interaction to the next commit. */
  journal(interaction: Interaction): void;
  /** Saves, ends the session with the LMS, and stops writing. */
  finish(): void;
  /** Texts that the learner keeps on this device; null until the part that keeps them is loaded. */
  readonly privateNotes: PrivateNotes | null;
  /** Deletes everything stored on this device, and stores nothing from now on. */
  forget(): void;
  onSaving(listener: (saving: Saving) => void): void;
}

/**
 * Finds the LMS, unless it was found, and starts a session. `parts` may be completed later. Returns null if the learner
 * has left meanwhile: the session with the LMS is over then.
 */
export async function openSession(
  course: Course,
  window: Window,
  parts: SessionParts,
  opened: Opening | null,
  hasLeft: () => boolean,
): Promise<Session | null> {
  const opening = openBackup(window);
  const wait = (milliseconds: number): Promise<void> => new Promise((done) => window.setTimeout(done, milliseconds));
  const api = opened?.api ?? (await waitForApi(window, wait));
  const host = browserHost(window, await opening);
  if (hasLeft()) return null;
  return startSession(course, api && (await connect(api, wait, opened?.running)), host, parts);
}

/** Starts a session with an initialised adapter, or without an LMS. */
export function startSession(course: Course, lms: LmsDriver | null, host: Host, parts: SessionParts = {}): Session {
  const mode = lms?.mode() ?? "normal";
  const snapshot = openSnapshot(host, course.id, lms?.learnerId() ?? "");
  const judged = withPassMark(course, lms);
  const began = restore(judged, lms, snapshot, () => host.random());
  const offered = mode === "normal" && began.offer !== null;
  let current = began.state;
  let { loss } = began;
  let notes: PrivateNotes | undefined;
  /** Whether an interaction waits for the next commit. */
  let isRecorded = false;
  const saver = createSaver(judged, lms, {
    snapshot,
    host,
    prior: lms?.result() ?? { status: null, score: null },
    began,
    counts: lms?.givesCredit() ?? true,
    openJournal: () => parts.openJournal,
  });
  const { clock } = saver;

  const session: Session = {
    course: judged,
    connection: lms ? "lms" : host.storage ? "browser" : "memory",
    mode,
    resumed: began.resumed,
    restored: began.restored,
    offered,
    get state() {
      return current;
    },
    get loss() {
      return loss;
    },
    get privateNotes() {
      return (notes ??= parts.openNotes?.(host, snapshot.key)) ?? null;
    },
    bringBack() {
      snapshot.removeAnonymous();
      loss = began.offerLoss ?? loss;
      if (began.offer) session.update(merge(began.offer, { ...current, revision: 0 }));
    },
    update(next, when = "now") {
      if (!isRecorded && same(next, current)) return;
      isRecorded = false;
      current = next;
      if (mode === "normal") saver.save(current, when);
    },
    journal(interaction) {
      if (mode !== "normal" || !saver.journal(interaction)) return;
      isRecorded = true;
      current = { ...current, written: current.written + 1 };
    },
    finish() {
      closeTab();
      saver.finish(mode === "normal");
    },
    forget() {
      saver.forget();
      session.privateNotes?.forget();
    },
    onSaving: (listener) => saver.listen(listener),
  };

  // Saves at once, so that the LMS shows "incomplete" and a crash can be resumed. But does not overwrite the copy on
  // this device before the learner has decided about it.
  if (mode === "normal" && !offered) saver.save(current, "now");
  const closeTab = mode === "normal" ? watchTabs(host, snapshot.key, () => saver.giveWay()) : () => undefined;

  // Saves whenever the page may be closing. On phones, "hidden" is the last event that is certain to fire.
  host.on("touched", () => clock.touch());
  host.on("visible", () => {
    clock.show(true);
    saver.retry();
  });
  host.on("online", () => saver.retry());
  host.on("offline", () => saver.offline());
  host.on("hidden", () => {
    clock.show(false);
    saver.flush("with time");
  });
  host.on("leaving", () => saver.flush());
  // A page in the back-forward cache may return, or be dropped without an event.
  const ends = judged.tracking.savesAtFinish && mode === "normal";
  host.on("gone", (persisted) => {
    if (!persisted) session.finish();
    else if (ends) saver.pause();
    else saver.flush("with time");
  });
  host.on("back", () => {
    clock.show(true);
    if (ends) saver.resume();
  });
  return session;
}

/** Uses the LMS's pass mark if the LMS decides: an administrator may have changed it. */
function withPassMark(course: Course, lms: LmsDriver | null): Course {
  if (course.tracking.decidedBy !== "lms" || !course.assessment || !lms) return course;
  const passMark = lms.passMark();
  return passMark === null ? course : { ...course, assessment: { ...course.assessment, passMark } };
}
