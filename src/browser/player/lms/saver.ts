import { SessionClock, timespan } from "../core/clock";
import { encode } from "../core/codec";
import type { CourseData } from "../core/course-data";
import { keptOnly, stages, values, type Floor, type Values } from "../core/report";
import type { CourseState } from "../core/state";
import type { Host } from "./host";
import { Journal, type Interaction } from "./interactions";
import type { Scorm12 } from "./scorm12";
import type { Snapshot } from "./snapshot";

export type Saving = "saved" | "trying" | "not-saved";

const second = 1000;
const gather = 1 * second;
const retries = [1, 2, 4, 8, 16].map((seconds) => seconds * second);
const heartbeat = 30 * second;
const quietCommit = 180 * second;
/** Interactions in one commit: some servers limit the fields of a form. */
const batch = 50;

/** What a saver starts from. */
export interface Start {
  readonly snapshot: Snapshot;
  readonly host: Host;
  readonly floor: Floor;
  /** Interactions written in earlier launches. */
  readonly written: number;
  /** The newest revision known; the next one is higher. */
  readonly rev: number;
  /** False where the LMS counts nothing (cmi.core.credit): then only the place is kept. */
  readonly counts: boolean;
}

/** Brings the state to where it is kept: this device at once, the LMS with every commit, until it says yes. */
export class Saver {
  readonly clock: SessionClock;
  readonly listeners: ((saving: Saving) => void)[] = [];
  private readonly journalOf: Journal | null;
  private state: CourseState | null = null;
  private rev: number;
  /** The status the LMS is known to hold. */
  private known: string;
  private dirty = false;
  private timer = 0;
  private failures = 0;
  private lastCommit = 0;
  private over = false;
  private forgotten = false;

  constructor(private readonly course: CourseData, private readonly lms: Scorm12 | null, private readonly start: Start) {
    this.clock = new SessionClock(() => start.host.now());
    this.rev = start.rev;
    this.known = start.floor.told;
    this.journalOf = lms && start.counts && course.tracking.interactions && course.questions.length > 0 ? new Journal(lms, start.written) : null;
  }

  save(state: CourseState, when: "now" | "soon"): void {
    if (this.over) return;
    if (!this.state) this.beat();
    this.state = state;
    this.dirty = true;
    this.rev++;
    this.copy(false);
    if (when === "now") this.flush();
    else this.later(gather);
  }

  /** True when the interaction will be written. */
  journal(interaction: Interaction): boolean {
    this.journalOf?.add(interaction, this.start.host.date());
    return this.journalOf !== null;
  }

  /** Commits what is not committed yet; "with time" also when only time has passed. */
  flush(what?: "with time"): void {
    if (!this.state || this.over || (!this.dirty && what !== "with time")) return;
    this.start.host.clearTimeout(this.timer);
    this.timer = 0;
    if (!this.lms) {
      this.dirty = false;
      return;
    }
    if (this.lms.lost) return;
    // A new revision for each try: an LMS that took the last one for sent would not send the same again.
    if (this.failures > 0) this.rev++;
    const saved = this.commit(this.lms, { ...this.state, rev: this.rev });
    this.lastCommit = this.start.host.now();
    this.dirty = !saved;
    this.failures = saved ? 0 : this.failures + 1;
    this.copy(saved);
    if (!saved && !this.lms.lost) this.later(retries[Math.min(this.failures, retries.length) - 1] ?? second);
    this.tell();
  }

  finish(writes: boolean): void {
    if (this.over) return;
    if (writes) this.flush("with time");
    this.over = true;
    if (this.dirty && this.lms) for (const listener of this.listeners) listener("not-saved");
    this.start.host.clearTimeout(this.timer);
    this.lms?.finish();
  }

  forget(): void {
    this.forgotten = true;
    this.start.snapshot.remove();
  }

  private commit(lms: Scorm12, state: CourseState): boolean {
    const journal = this.journalOf;
    const common: Values = [["cmi.core.exit", "suspend"], ["cmi.core.session_time", timespan(this.clock.elapsed())]];
    const save = (some: Values): boolean => {
      const saved = lms.save(some);
      journal?.settle(saved);
      return saved;
    };
    while (journal?.write(batch)) if (!save([])) return false;
    for (const stage of this.stages(state)) {
      if (!save([...stage, ...common])) return false;
      this.known = stage.find(([element]) => element === "cmi.core.lesson_status")?.[1] ?? this.known;
    }
    return true;
  }

  private stages(state: CourseState): Values[] {
    const { counts, floor } = this.start;
    return counts ? stages(this.course, state, floor, this.known) : [keptOnly(values(this.course, state, floor))];
  }

  private later(milliseconds: number): void {
    if (this.timer !== 0) this.start.host.clearTimeout(this.timer);
    this.timer = this.start.host.setTimeout(() => {
      this.timer = 0;
      this.flush();
    }, milliseconds);
  }

  /** Keeps the clock honest, and now and then the LMS's session alive and its time true, while somebody is there. */
  private beat(): void {
    this.start.host.setTimeout(() => {
      if (this.over) return;
      this.clock.tick();
      if (!this.clock.idleNow && this.start.host.now() - this.lastCommit >= quietCommit) {
        this.flush("with time");
      }
      this.beat();
    }, heartbeat);
  }

  private copy(confirmed: boolean): void {
    if (!this.forgotten && this.state) this.start.snapshot.write(encode(this.course, { ...this.state, rev: this.rev }), confirmed);
  }

  // The first failure is often healed by the first retry: nobody needs to hear of it.
  private tell(): void {
    const saving: Saving = this.lms?.lost ? "not-saved" : this.failures <= 1 ? "saved" : this.failures <= retries.length ? "trying" : "not-saved";
    if (this.failures !== 1 || this.lms?.lost) for (const listener of this.listeners) listener(saving);
  }
}
