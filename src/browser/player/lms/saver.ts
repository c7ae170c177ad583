import { createClock } from "../core/clock";
import { encode } from "../core/codec";
import type { Course } from "../core/course";
import { bookmarkOf, resultOf, type PriorResult, type Report } from "../core/report";
import { leastPass, passes } from "../core/scoring";
import { isFinal, same, type CourseState } from "../core/state";
import type { Journal, LmsDriver, Waiting } from "./driver";
import { createProof, patience } from "./proof";
import type { Saver, Saving, Start } from "./saving";
import { digest } from "./snapshot";

const second = 1000;
const gather = 1 * second;
const retries = [1, 2, 4, 8, 16].map((seconds) => seconds * second);
const heartbeat = 30 * second;
const quietCommit = 180 * second;
/** Most interactions in one commit: some servers limit the number of form fields. */
const batch = 50;

/** Values of a state that a launch changes without progress. */
const position = { revision: 0, page: 0 };

/** The contents of a commit. */
interface Mark {
  readonly result: PriorResult;
  readonly revision: number;
  readonly interactions: number;
  readonly text: string;
}

export function createSaver(course: Course, lms: LmsDriver | null, start: Start): Saver {
  const { snapshot, host, prior, began } = start;
  const clock = createClock(() => host.now());
  const proof = createProof<Mark>(host, { proven, changed, resend });
  const listeners: ((saving: Saving) => void)[] = [];
  let published: Saving = "saved";
  let answers: Journal | undefined;
  let state: CourseState | null = null;
  let { revision } = began.state;
  let encoded = { revision: -1, text: "" };
  /** The status of the last successful commit. */
  let known = prior.status;
  /** The result and revision that the LMS surely has, and the states that it may have. */
  let has = prior;
  let provenRevision = -1;
  /** Commits that are not proven, oldest first, and the number of interactions before them. */
  let unproven: Mark[] = [];
  let provenInteractions = 0;
  let sent = [digest(lms?.state() ?? "")];
  /** Time reported in earlier sessions of this launch. */
  let earlier = 0;
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
    copy();
    if (when === "now") flush();
    else later(gather);
  }

  function flush(what?: "with time" | "again"): void {
    if (!state || over || (!dirty && !what)) return;
    host.clearTimeout(timer);
    timer = 0;
    if (!lms) {
      dirty = false;
      return;
    }
    if (lms.lost) return changed();
    const again = failures > 0 || (what !== undefined && proof.doubtful() !== null);
    const saved = send(lms, state, again);
    lastCommit = host.now();
    dirty = !saved;
    failures = saved ? 0 : failures + 1;
    if (saved) unproven.push(mark(state));
    if (revision !== provenRevision) copy({ reported: saved });
    if (saved) proof.committed(unproven[unproven.length - 1] as Mark, again || proof.doubtful() === null);
    else if (!lms.lost) later(retries[Math.min(failures, retries.length) - 1] ?? second);
    changed();
  }

  /**
   * Commits interactions and state, in as many commits as necessary. Stops at the first failed commit: the next ones
   * depend on it.
   */
  function send(to: LmsDriver, now: CourseState, again: boolean): boolean {
    const { openJournal } = start;
    if (began.entries.length > 0 && start.counts) answers ??= openJournal()?.(to, waiting());
    const commit = (stage?: Report): boolean => {
      const done = to.commit(stage);
      answers?.settle(done);
      return done;
    };
    if (again && !differ(to, now, commit)) return false;
    const report = reportOf(now);
    while (answers?.write(batch)) if (!commit()) return false;
    for (const stage of to.stages(report, known)) {
      if (!commit(stage)) return false;
      known = stage.status ?? known;
    }
    return true;
  }

  /**
   * Commits values that differ from those in doubt, which the next commits contain. A new revision, so that this state
   * is not mistaken for the one of the next commit.
   */
  function differ(to: LmsDriver, now: CourseState, commit: (stage?: Report) => boolean): boolean {
    revision++;
    to.resendAll();
    const report = reportOf(now);
    const other = to.differing(report, has, passes(course, report.score) ? leastPass(course) : 0);
    copy();
    while (answers?.disturb(batch)) if (!commit()) return false;
    if (!commit(other)) return false;
    known = other.status ?? known;
    revision++;
    to.resendAll();
    copy();
    return true;
  }

  const reportOf = (now: CourseState): Report => ({
    state: text(now),
    bookmark: bookmarkOf(course, now.page),
    ...resultNow(now),
    time: clock.elapsed() - earlier,
  });

  const resultNow = (now: CourseState): PriorResult =>
    start.counts ? resultOf(course, now, prior) : { status: null, score: null };

  const mark = (now: CourseState): Mark => ({
    result: resultNow(now),
    revision,
    interactions: answers?.mark ?? 0,
    text: text(now),
  });

  const waiting = (): Waiting => ({
    written: began.state.written,
    entries: began.entries,
    isSameHistory: began.isSameHistory,
  });

  /** The encoded state. Each revision is encoded once, for the device and the LMS. */
  function text(now: CourseState): string {
    if (encoded.revision !== revision) {
      encoded = { revision, text: encode(course, { ...now, revision }) };
      if (lms) sent.push(digest(encoded.text));
    }
    return encoded.text;
  }

  function copy({ reported = false, confirmed = false } = {}): void {
    if (forgotten || !state) return;
    const now = text(state);
    const entries = answers?.unproven ?? began.entries;
    const [first] = unproven;
    const arrival = first && { text: first.text, count: first.interactions - provenInteractions };
    snapshot.write({ text: now, confirmed, reported, ...(lms && { entries, sent, arrival }) });
  }

  /** The LMS has everything up to a commit. */
  function proven(at: Mark): void {
    has = at.result;
    provenRevision = at.revision;
    sent = sent.slice(sent.indexOf(digest(at.text)));
    unproven = unproven.filter((one) => one.revision > at.revision);
    provenInteractions = at.interactions;
    answers?.prove(at.interactions);
    if (isAllProven()) {
      // An LMS that returned a final state surely keeps it. Some lose what follows, or delete it.
      if (began.isReadBack && isFinal(began.state.status) && isUnchanged()) snapshot.remove();
      else copy({ reported: true, confirmed: true });
    }
    changed();
  }

  /** Whether the learner has everything from the beginning of this launch. */
  const isUnchanged = (): boolean => same({ ...state, ...position }, { ...began.state, ...position });

  const isAllProven = (): boolean => !dirty && provenRevision === revision;

  /** Commits made while the server was unreachable are in doubt, and are sent again completely. */
  function resend(): void {
    dirty = true;
    flush("again");
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

  /** Informs the learner of failures that last, and when everything is proven to be saved again. */
  function changed(): void {
    if (published === "elsewhere" || !lms) return;
    const [short, long] = patience;
    const doubtful = proof.doubtful() ?? 0;
    if (isAllProven()) publish("saved");
    else if (lms.lost || over) publish("lost");
    else if (failures > retries.length || doubtful >= long) publish("not-saved");
    else if (failures > 1 || doubtful >= short) publish("trying"); // the first retry often succeeds
  }

  function publish(saving: Saving): void {
    if (published === saving) return;
    published = saving;
    for (const listener of listeners) listener(saving);
  }

  /** Ends all saving in this window. */
  function stop(): void {
    over = true;
    proof.stop();
    host.clearTimeout(timer);
  }

  return {
    clock,
    save,
    flush,
    journal(interaction) {
      if (!lms || !start.counts || !course.tracking.interactions) return false;
      const at = host.date(); // before the LMS is asked for its count, which may take time
      answers ??= start.openJournal()?.(lms, waiting());
      answers?.add(interaction, at);
      return answers !== undefined;
    },
    offline: () => proof.offline(),
    retry: () => proof.retry(),
    finish(writes) {
      if (over) return;
      if (writes) flush("with time");
      stop();
      // The result of the last probe follows, if the page stays open.
      if (writes && lms && !isAllProven()) publish(dirty || proof.doubtful() !== null ? "lost" : "trying");
      lms?.finish();
    },
    pause() {
      flush("with time");
      earlier = clock.elapsed();
      lms?.finish();
    },
    resume() {
      if (over) return;
      lms?.reopen();
      flush("with time");
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
