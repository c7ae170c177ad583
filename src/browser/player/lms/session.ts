import type { CourseData } from "../core/course-data";
import { encode } from "../core/codec";
import { plugs } from "../core/plugs";
import type { Floor } from "../core/report";
import { merge, type CourseState } from "../core/state";
import { waitForApi, type Scorm12Api } from "./find-api";
import { browserHost, type Host } from "./host";
import type { Interaction } from "./interactions";
import type { Papers } from "./papers";
import { finals, restore, type Beginning } from "./restore";
import { Saver, type Saving } from "./saver";
import { Scorm12 } from "./scorm12";
import { Snapshot } from "./snapshot";
import { Tabs } from "./tabs";

export type { Interaction } from "./interactions";

/** Where progress is kept. */
export type Connection = "lms" | "browser" | "memory";

export interface Session {
  /** The course as it is judged: with the LMS's pass mark where the LMS decides. */
  readonly course: CourseData;
  readonly connection: Connection;
  readonly mode: "normal" | "review" | "browse";
  readonly state: CourseState;
  /** The learner comes back to work begun before. */
  readonly resumed: boolean;
  /** The LMS had confirmed work that it does not have; it came back from this device. */
  readonly restored: boolean;
  /** Work of this device that the LMS knows nothing of (see Beginning). The learner is asked. */
  readonly offered: boolean;
  /** Takes the offered work back. */
  bringBack(): void;
  /** "now" commits at once (answers, submits), "soon" lets page turns gather. */
  update(next: CourseState, when?: "now" | "soon"): void;
  /** Written with the next commit. */
  journal(interaction: Interaction): void;
  /** Saves, ends the session with the LMS and writes nothing more. */
  finish(): void;
  /** What the learner keeps on this device. */
  readonly papers: Papers;
  /** Deletes what this device keeps, and keeps nothing from now on. */
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

/** Initialises the adapter, asking once more when it says no at first; null when it does not start. */
export async function connect(api: Scorm12Api, wait: Wait): Promise<Scorm12 | null> {
  const lms = new Scorm12(api);
  if (lms.initialize()) return lms;
  await wait(1000);
  return lms.initialize() ? lms : null;
}

/** Starts with an initialised adapter, or without one. */
export function startSession(course: CourseData, lms: Scorm12 | null, host: Host): Session {
  const mode = modeOf(lms);
  const snapshot = new Snapshot(host, course.id, lms?.get("cmi.core.student_id") ?? "");
  const judged = withMastery(course, lms);
  const began = restore(judged, lms, snapshot, () => host.random());
  const {
    state: { rev, written },
  } = began;
  const saver = new Saver(judged, lms, {
    snapshot,
    host,
    floor: floorOf(lms),
    written,
    rev,
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
  private kept: Papers | undefined;
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

  get papers(): Papers {
    return (this.kept ??= plugs.papers!(this.facts.host, this.facts.key));
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

  /** The LMS shows "incomplete" from the first moment, and a crash still resumes. */
  begin(): void {
    // While the learner is asked about the copy on this device, it stays as it is.
    if (!this.offered) this.saver.save(this.current, "now");
  }

  bringBack(): void {
    this.saver.takeNobodys();
    if (this.began.offer) this.update(merge(this.began.offer, { ...this.current, rev: 0 }));
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
    this.papers.forget();
  }

  onSaving(listener: (saving: Saving) => void): void {
    this.saver.listen(listener);
  }

  /** Saves whenever the page may be on its way out. Hidden is the last event that phones are sure to give. */
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

/** When the LMS decides, its own threshold counts, which an administrator may have changed. */
function withMastery(course: CourseData, lms: Scorm12 | null): CourseData {
  if (course.tracking.decidedBy !== "lms" || !course.assessment || !lms) return course;
  const text = lms.get("cmi.student_data.mastery_score");
  const mastery = Number(text);
  return text !== "" && mastery >= 0 && mastery <= 100
    ? { ...course, assessment: { ...course.assessment, passMark: mastery } }
    : course;
}

/** What the LMS holds already; a course that was passed stays passed even when our own state is gone. */
function floorOf(lms: Scorm12 | null): Floor {
  const told = lms?.get("cmi.core.lesson_status") ?? "";
  const score = lms?.get("cmi.core.score.raw") ?? "";
  const counts = finals.includes(told) && /^\d{1,3}(\.\d+)?$/.test(score);
  return { told, score: counts ? Math.round(Number(score) * 100) : null };
}
