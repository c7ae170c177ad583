import { createClock, type Clock } from "../core/clock";
import { encode } from "../core/codec";
import type { Course } from "../core/course";
import { bookmarkOf, resultOf, type PriorResult, type Report } from "../core/report";
import type { CourseState, Status } from "../core/state";
import type { Interaction, Journal, LmsDriver, OpenJournal } from "./driver";
import type { Host } from "./host";
import { createProbe } from "./probe";
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
/** Most interactions in one commit: some servers limit the number of form fields. */
const batch = 50;

/** Options of a saver. */
export interface Start {
  readonly snapshot: Snapshot;
  readonly host: Host;
  readonly prior: PriorResult;
  /** The newest known revision. */
  readonly revision: number;
  /** Interactions written in earlier launches. */
  readonly written: number;
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
  finish(writes: boolean): void;
  /** Stops writing because another window has the course. The LMS's session stays open until the page closes. */
  giveWay(): void;
  /** Deletes the copy on this device, and writes none from now on. */
  forget(): void;
  /** Adds a listener and notifies it of a current failure. */
  listen(listener: (saving: Saving) => void): void;
}

export function createSaver(course: Course, lms: LmsDriver | null, start: Start): Saver {
  const { snapshot, host, prior } = start;
  const clock = createClock(() => host.now());
  const probe = createProbe(host, reached);
  const listeners: ((saving: Saving) => void)[] = [];
  let published: Saving = "saved";
  let answers: Journal | undefined;
  let state: CourseState | null = null;
  let { revision } = start;
  let encoded = { revision: -1, text: "" };
  /** The status of the last successful commit, and that when the server was last reached. */
  let known: Status | null = prior.status;
  let confirmed = known;
  let probed: Status | null = null;
  let unreachable = false;
  let dirty = false;
  let timer = 0;
  let failures = 0;
  let lastCommit = 0;
  let over = false;
  let forgotten = false;

  function save(next: CourseState, when: "now" | "soon"): void {
    if (over) return;
    if (!state) beat();
    state = next;
    dirty = true;
    revision++;
    copy(false);
    if (when === "now") flush();
    else later(gather);
  }

  function flush(what?: "with time"): void {
    if (!state || over || (!dirty && what !== "with time")) return;
    host.clearTimeout(timer);
    timer = 0;
    if (!lms) {
      dirty = false;
      return;
    }
    if (lms.lost) return;
    // A new revision for each retry: an LMS that considers the last value sent would not send the same one again.
    if (failures > 0) revision++;
    const saved = send(lms, state);
    lastCommit = host.now();
    dirty = !saved;
    failures = saved ? 0 : failures + 1;
    copy(saved && !unreachable);
    if (saved && probe.ask(known === confirmed ? undefined : "at once")) probed = known;
    if (!saved && !lms.lost) later(retries[Math.min(failures, retries.length) - 1] ?? second);
    publishResult(lms);
  }

  /**
   * Commits interactions and state, in as many commits as necessary. Stops at the first failed commit: the next ones
   * depend on it.
   */
  function send(to: LmsDriver, now: CourseState): boolean {
    const report: Report = {
      state: text(now),
      bookmark: bookmarkOf(course, now.page),
      ...(start.counts ? resultOf(course, now, prior) : { status: null, score: null }),
      decidedByLms: course.tracking.decidedBy === "lms",
      time: clock.elapsed(),
    };
    const commit = (stage?: Report): boolean => {
      const done = to.commit(stage);
      answers?.settle(done);
      return done;
    };
    while (answers?.write(batch)) if (!commit()) return false;
    for (const stage of to.stages(report, known)) {
      if (!commit(stage)) return false;
      known = stage.status ?? known;
    }
    return true;
  }

  /** The encoded state. Each revision is encoded once, for the device and the LMS. */
  function text(now: CourseState): string {
    if (encoded.revision !== revision) encoded = { revision, text: encode(course, { ...now, revision }) };
    return encoded.text;
  }

  function copy(isConfirmed: boolean): void {
    if (!forgotten && state) snapshot.write(text(state), isConfirmed);
  }

  function later(milliseconds: number): void {
    if (timer !== 0) host.clearTimeout(timer);
    timer = host.setTimeout(() => {
      timer = 0;
      flush();
    }, milliseconds);
  }

  /**
   * Updates the clock regularly. While the learner is active, commits keep the LMS's session alive and its time
   * current.
   */
  function beat(): void {
    host.setTimeout(() => {
      if (over) return;
      clock.tick();
      if (!clock.isIdle() && host.now() - lastCommit >= quietCommit) flush("with time");
      beat();
    }, heartbeat);
  }

  // The first retry often succeeds: one failure is not reported.
  function publishResult({ lost }: LmsDriver): void {
    if (unreachable || (failures === 1 && !lost)) return;
    publish(lost || failures > retries.length ? "not-saved" : failures === 0 ? "saved" : "trying");
  }

  function publish(saving: Saving): void {
    published = saving;
    for (const listener of listeners) listener(saving);
  }

  /** Commits made while the server was unreachable count as unconfirmed, and are sent again completely. */
  function reached(reachable: boolean): void {
    const recovered = reachable && unreachable;
    unreachable = !reachable;
    if (reachable && !recovered) confirmed = probed;
    if (over || (reachable && !recovered)) return;
    copy(false);
    if (!reachable) return publish("not-saved");
    lms?.resendAll();
    revision++;
    dirty = true;
    flush();
    if (known !== confirmed) publish("reopen");
  }

  /** Ends all saving in this window. */
  function stop(): void {
    over = true;
    probe.stop();
    host.clearTimeout(timer);
  }

  return {
    clock,
    save,
    flush,
    journal(interaction) {
      if (!lms || !start.counts || !course.tracking.interactions) return false;
      const at = host.date(); // before the LMS is asked for its count, which may take time
      answers ??= start.openJournal()?.(lms, start.written);
      answers?.add(interaction, at);
      return answers !== undefined;
    },
    finish(writes) {
      if (over) return;
      if (writes) flush("with time");
      stop();
      if ((dirty || unreachable) && lms) publish("not-saved");
      lms?.finish();
    },
    giveWay() {
      stop();
      publish("elsewhere");
    },
    forget() {
      forgotten = true;
      snapshot.remove();
      snapshot.removeAnonymous();
    },
    listen(listener) {
      listeners.push(listener);
      if (published !== "saved") listener(published);
    },
  };
}
