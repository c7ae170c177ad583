import { SessionClock } from "../core/clock";
import { encode } from "../core/codec";
import type { CourseData } from "../core/course-data";
import type { CourseState } from "../core/state";
import type { Host } from "./host";
import { Commits, type CommitOptions } from "./commits";
import { Probe } from "./probe";
import type { Interaction } from "./interactions";
import type { Scorm12 } from "./scorm12";
import type { Snapshot } from "./snapshot";

/**
 * "reopen": a result was committed while the server was unreachable. Some LMSs consider it sent and never send a value
 * twice; the next launch sends it.
 * "elsewhere": another window of this device has the course open, and saves.
 */
export type Saving = "saved" | "trying" | "not-saved" | "reopen" | "elsewhere";

const second = 1000;
const gather = 1 * second;
const retries = [1, 2, 4, 8, 16].map((seconds) => seconds * second);
const heartbeat = 30 * second;
const quietCommit = 180 * second;

/** Options of a saver. */
export interface Start extends CommitOptions {
  readonly snapshot: Snapshot;
  readonly host: Host;
  /** The newest known revision. */
  readonly revision: number;
}

/** Saves the state: on this device at once, in the LMS with a commit that is retried until it succeeds. */
export class Saver {
  readonly clock: SessionClock;
  private readonly listeners: ((saving: Saving) => void)[] = [];
  private published: Saving = "saved";
  private readonly commits: Commits | null;
  private state: CourseState | null = null;
  private revision: number;
  /** The committed status when the server was last reached. */
  private confirmedStatus: string;
  private probedStatus = "";
  private readonly probe: Probe;
  private unreachable = false;
  private dirty = false;
  private timer = 0;
  private failures = 0;
  private lastCommit = 0;
  private over = false;
  private forgotten = false;

  constructor(
    private readonly course: CourseData,
    private readonly lms: Scorm12 | null,
    private readonly start: Start,
  ) {
    this.clock = new SessionClock(() => start.host.now());
    this.revision = start.revision;
    this.confirmedStatus = start.prior.status;
    this.commits = lms && new Commits(course, lms, start);
    this.probe = new Probe(start.host, (reachable) => this.reached(reachable));
  }

  save(state: CourseState, when: "now" | "soon"): void {
    if (this.over) return;
    if (!this.state) this.beat();
    this.state = state;
    this.dirty = true;
    this.revision++;
    this.copy(false);
    if (when === "now") this.flush();
    else this.later(gather);
  }

  /** True when the interaction will be written. */
  journal(interaction: Interaction): boolean {
    return this.commits?.add(interaction, this.start.host.date()) ?? false;
  }

  /** Commits unsaved changes; "with time" also commits if only the session time has changed. */
  flush(what?: "with time"): void {
    if (!this.state || this.over || (!this.dirty && what !== "with time")) return;
    this.start.host.clearTimeout(this.timer);
    this.timer = 0;
    if (!this.lms || !this.commits) {
      this.dirty = false;
      return;
    }
    if (this.lms.lost) return;
    // A new revision for each retry: an LMS that considers the last value sent would not send the same one again.
    if (this.failures > 0) this.revision++;
    const saved = this.commits.send({ ...this.state, revision: this.revision }, this.clock.elapsed());
    this.lastCommit = this.start.host.now();
    this.dirty = !saved;
    this.failures = saved ? 0 : this.failures + 1;
    this.copy(saved && !this.unreachable);
    const { known } = this.commits;
    if (saved && this.probe.ask(known === this.confirmedStatus ? undefined : "at once")) this.probedStatus = known;
    if (!saved && !this.lms.lost) this.later(retries[Math.min(this.failures, retries.length) - 1] ?? second);
    this.publishResult();
  }

  finish(writes: boolean): void {
    if (this.over) return;
    if (writes) this.flush("with time");
    this.over = true;
    this.probe.stop();
    if ((this.dirty || this.unreachable) && this.lms) this.publish("not-saved");
    this.start.host.clearTimeout(this.timer);
    this.lms?.finish();
  }

  /** Stops writing because another window has the course. The LMS's session stays open until the page closes. */
  giveWay(): void {
    this.over = true;
    this.probe.stop();
    this.start.host.clearTimeout(this.timer);
    this.publish("elsewhere");
  }

  removeAnonymous(): void {
    this.start.snapshot.removeAnonymous();
  }

  forget(): void {
    this.forgotten = true;
    this.start.snapshot.remove();
    this.removeAnonymous();
  }

  private later(milliseconds: number): void {
    if (this.timer !== 0) this.start.host.clearTimeout(this.timer);
    this.timer = this.start.host.setTimeout(() => {
      this.timer = 0;
      this.flush();
    }, milliseconds);
  }

  /**
   * Updates the clock regularly. While the learner is active, commits keep the LMS's session alive and its time
   * current.
   */
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
    if (!this.forgotten && this.state)
      this.start.snapshot.write(encode(this.course, { ...this.state, revision: this.revision }), confirmed);
  }

  // The first retry often succeeds: one failure is not reported.
  private publishResult(): void {
    if (this.unreachable) return;
    const saving: Saving = this.lms?.lost
      ? "not-saved"
      : this.failures <= 1
        ? "saved"
        : this.failures <= retries.length
          ? "trying"
          : "not-saved";
    if (this.failures !== 1 || this.lms?.lost) this.publish(saving);
  }

  /** Adds a listener and notifies it of a current failure. */
  listen(listener: (saving: Saving) => void): void {
    this.listeners.push(listener);
    if (this.published !== "saved") listener(this.published);
  }

  private publish(saving: Saving): void {
    this.published = saving;
    for (const listener of this.listeners) listener(saving);
  }

  /** Commits made while the server was unreachable count as unconfirmed, and are sent again completely. */
  private reached(reachable: boolean): void {
    const recovered = reachable && this.unreachable;
    this.unreachable = !reachable;
    if (reachable && !recovered) this.confirmedStatus = this.probedStatus;
    if (this.over || (reachable && !recovered)) return;
    this.copy(false);
    if (!reachable) return this.publish("not-saved");
    this.lms?.resendAll();
    this.revision++;
    this.dirty = true;
    this.flush();
    if (this.commits?.known !== this.confirmedStatus) this.publish("reopen");
  }
}
