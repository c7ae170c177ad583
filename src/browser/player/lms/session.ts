import type { CourseData } from "../core/course-data";
import { encode } from "../core/codec";
import { plugs } from "../core/plugs";
import type { PriorResult } from "../core/report";
import { merge, type CourseState } from "../core/state";
import { waitForApi, type Scorm12Api } from "./find-api";
import { browserHost, type Host } from "./host";
import type { Interaction } from "./interactions";
import type { PrivateNotes } from "./private-notes";
import { finals, restore, type Beginning } from "./restore";
import { Saver, type Saving } from "./saver";
import { Scorm12 } from "./scorm12";
import { Snapshot } from "./snapshot";
import { Tabs } from "./tabs";

export type { Interaction } from "./interactions";

/** Where progress is kept. */
export type Connection = "lms" | "browser" | "memory";

export interface Session {
  /** The course, with the LMS's pass mark if the LMS decides. */
  readonly course: CourseData;
  readonly connection: Connection;
  readonly mode: "normal" | "review" | "browse";
  readonly state: CourseState;
  /** Whether the learner continues earlier progress. */
  readonly resumed: boolean;
  /** Whether progress that the LMS lost was restored from this device. */
  readonly restored: boolean;
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
  /** Texts that the learner keeps on this device. */
  readonly privateNotes: PrivateNotes;
  /** Deletes everything stored on this device, and stores nothing from now on. */
  forget(): void;
  onSaving(listener: (saving: Saving) => void): void;
}

type Wait = (milliseconds: number) => Promise<void>;

export async function openSession(course: CourseData, window: Window): Promise<Session> {
  const host = browserHost(window);
  const wait: Wait = (milliseconds) => new Promise((done) => host.setTimeout(done, milliseconds));
  const api = await waitForApi(window, wait);
  return startSession(course, api && (await connect(api, wait)), host);
}

/** Initialises the adapter, with one retry; null if it refuses. */
export async function connect(api: Scorm12Api, wait: Wait): Promise<Scorm12 | null> {
  const lms = new Scorm12(api);
  if (lms.initialize()) return lms;
  await wait(1000);
  return lms.initialize() ? lms : null;
}

/** Starts a session with an initialised adapter, or without an LMS. */
export function startSession(course: CourseData, lms: Scorm12 | null, host: Host): Session {
  const mode = modeOf(lms);
  const snapshot = new Snapshot(host, course.id, lms?.get("cmi.core.student_id") ?? "");
  const judged = withMastery(course, lms);
  const began = restore(judged, lms, snapshot, () => host.random());
  const {
    state: { revision, written },
  } = began;
  const saver = new Saver(judged, lms, {
    snapshot,
    host,
    prior: priorOf(lms),
    written,
    revision,
    counts: lms?.get("cmi.core.credit") !== "no-credit",
  });
  const session: LiveSession = new LiveSession(judged, began, saver, {
    mode,
    host,
    key: snapshot.key,
    connection: lms ? "lms" : host.storage ? "browser" : "memory",
  });
  if (mode === "normal") {
    session.begin();
    session.tabs = new Tabs(host, snapshot.key, () => saver.giveWay());
  }
  session.follow(host);
  return session;
}

class LiveSession implements Session {
  readonly connection: Connection;
  readonly mode: Session["mode"];
  private kept: PrivateNotes | undefined;
  private current: CourseState;
  private journaled = false;
  tabs: Tabs | null = null;

  constructor(
    readonly course: CourseData,
    private readonly began: Beginning,
    private readonly saver: Saver,
    private readonly facts: Pick<Session, "connection" | "mode"> & { host: Host; key: string },
  ) {
    ({ connection: this.connection, mode: this.mode } = facts);
    this.current = began.state;
  }

  get privateNotes(): PrivateNotes {
    return (this.kept ??= plugs.privateNotes!(this.facts.host, this.facts.key));
  }

  get resumed(): boolean {
    return this.began.resumed;
  }

  get restored(): boolean {
    return this.began.restored;
  }

  get offered(): boolean {
    return this.mode === "normal" && this.began.offer !== null;
  }

  get state(): CourseState {
    return this.current;
  }

  /** Saves at once, so that the LMS shows "incomplete" and a crash can be resumed. */
  begin(): void {
    // Do not overwrite the copy on this device before the learner has decided about it.
    if (!this.offered) this.saver.save(this.current, "now");
  }

  bringBack(): void {
    this.saver.removeAnonymous();
    if (this.began.offer) this.update(merge(this.began.offer, { ...this.current, revision: 0 }));
  }

  update(next: CourseState, when: "now" | "soon" = "now"): void {
    if (!this.journaled && encode(this.course, next) === encode(this.course, this.current)) return;
    this.journaled = false;
    this.current = next;
    if (this.mode === "normal") this.saver.save(this.current, when);
  }

  journal(interaction: Interaction): void {
    if (this.mode !== "normal" || !this.saver.journal(interaction)) return;
    this.journaled = true;
    this.current = { ...this.current, written: this.current.written + 1 };
  }

  finish(): void {
    this.tabs?.close();
    this.saver.finish(this.mode === "normal");
  }

  forget(): void {
    this.saver.forget();
    this.privateNotes.forget();
  }

  onSaving(listener: (saving: Saving) => void): void {
    this.saver.listen(listener);
  }

  /** Saves whenever the page may be closing. On phones, "hidden" is the last event that is certain to fire. */
  follow(host: Host): void {
    const { saver } = this;
    host.on("touched", () => saver.clock.touch());
    host.on("visible", () => saver.clock.show(true));
    host.on("hidden", () => {
      saver.clock.show(false);
      saver.flush("with time");
    });
    host.on("leaving", () => saver.flush());
    host.on("gone", (persisted) => (persisted ? saver.flush("with time") : this.finish()));
    host.on("back", () => saver.clock.show(true));
  }
}

function modeOf(lms: Scorm12 | null): Session["mode"] {
  const mode = lms?.get("cmi.core.lesson_mode");
  return mode === "review" || mode === "browse" ? mode : "normal";
}

/** Uses the LMS's mastery score as pass mark if the LMS decides: an administrator may have changed it. */
function withMastery(course: CourseData, lms: Scorm12 | null): CourseData {
  if (course.tracking.decidedBy !== "lms" || !course.assessment || !lms) return course;
  const text = lms.get("cmi.student_data.mastery_score");
  const mastery = Number(text);
  return text !== "" && mastery >= 0 && mastery <= 100
    ? { ...course, assessment: { ...course.assessment, passMark: mastery } }
    : course;
}

/** Result in the LMS: a passed course stays passed even if the state was lost. */
function priorOf(lms: Scorm12 | null): PriorResult {
  const status = lms?.get("cmi.core.lesson_status") ?? "";
  const score = lms?.get("cmi.core.score.raw") ?? "";
  const counts = finals.includes(status) && /^\d{1,3}(\.\d+)?$/.test(score);
  return { status, score: counts ? Math.round(Number(score) * 100) : null };
}
