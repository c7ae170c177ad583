import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { RecordingLms, type ServerRecord } from "../../src/browser/lms/recording-lms";
import { isEmptied, isIgnored, progressOf } from "../../src/browser/lms/server";
import { simulatedLms, simulatedLmss } from "../../src/browser/lms/simulated-lms";
import { answerCheck, answerItem, nextSeed, startAttempt, submitAttempt } from "../../src/browser/player/core/answers";
import type { Course, Loss } from "../../src/browser/player/core/course";
import { itemsOf } from "../../src/browser/player/core/course-data";
import { drawn } from "../../src/browser/player/core/draw";
import { visit } from "../../src/browser/player/core/progress";
import { fresh, higher, type CourseState } from "../../src/browser/player/core/state";
import { connect } from "../../src/browser/player/lms/connect";
import { waitForApi } from "../../src/browser/player/lms/find-api";
import type { Saving } from "../../src/browser/player/lms/saving";
import { startSession, type Session } from "../../src/browser/player/lms/session";
import { banners, closingOf, welcomeOf } from "../../src/browser/player/page/saving-words";
import { Claims, conditions, decoded } from "./sentences";
import { courseOf, interaction, parts } from "./support";
import { World } from "./world";

// Interrupts every journey, in every simulated LMS, before and after every single call of the API. Then the learner
// returns.

const plan = {
  pages: 4,
  checks: 2,
  items: 5,
  draw: [3],
  attempts: 3,
  tracking: { completedBy: ["pages", "assessment"] },
} as const;
/** The course, and its next release. */
const releases = (score: "assessment" | "none"): { course: Course; updated: Course } => {
  const tracking = { completedBy: [...plan.tracking.completedBy], score };
  return {
    course: courseOf({ ...plan, tracking }),
    updated: { ...courseOf({ ...plan, pages: 5, tracking }), hash: "n3wr" },
  };
};
const [scored, unscored] = [releases("assessment"), releases("none")];
/** An LMS that takes a score as the progress gets none, as the build decides. */
const coursesFor = (simulated: string): { course: Course; updated: Course } =>
  simulatedLms(simulated).traits.scoreIsProgress ? unscored : scored;

/** Interruptions, and for how long: a network loss ends by itself, all others at the next launch. */
const kills = {
  "tab gone": Infinity,
  "network cut": Infinity,
  "api gone": Infinity,
  "process frozen": Infinity,
  "network gone for 1 s": 1_000,
  "network gone for 5 s": 5_000,
  "network gone for 10 s": 10_000,
  "network gone for 60 s": 60_000,
  "login expired": Infinity,
  "offline, then a second device": Infinity,
} as const;
type Kill = keyof typeof kills;
const allKills = Object.keys(kills) as Kill[];
const cutsNetwork = (kill: Kill | null): boolean => /network|offline/.test(kill ?? "");
/** Time after which an LMS replaces the page of a learner whose login has expired. */
const loginPageAfter = 30_000;
interface Cut {
  readonly kill: Kill;
  readonly at: number;
  readonly when: "before" | "after";
}

/** A learner with one device, one LMS, and an interruption to come. */
class Learner {
  readonly device = new Map<string, string>();
  readonly backup = new Map<string, string>();
  readonly server: ServerRecord = new Map();
  readonly bus = new Map<string, Set<(message: string) => void>>();
  count = 0;
  /** Whether the tab is gone: nothing runs any more. */
  dead = false;
  cut: Kill | null = null;
  /** Whether a call or the network has failed in this launch. */
  isFailing = false;
  isClosing = false;
  isUpdated = false;
  hasRelease = false;
  bookmark: string | undefined;
  revision = 0;
  session!: Session;
  world!: World;
  /** Progress after the last complete step, and during the interrupted one. */
  safe: CourseState | null = null;
  doing: CourseState | null = null;
  notified: string[] = [];
  /** Interactions that the learner caused, up to the last complete step. */
  readonly journalled: string[] = [];
  readonly claims = new Claims();
  readonly course: Course;
  readonly updated: Course;

  constructor(
    readonly simulated: string,
    private readonly accident: Cut | null,
  ) {
    ({ course: this.course, updated: this.updated } = coursesFor(simulated));
  }

  async open(of: Course = this.course): Promise<void> {
    if (this.dead) return;
    this.isFailing = false;
    this.isClosing = false;
    this.cut = null; // at the next launch the network and the adapter work again
    const { traits } = simulatedLms(this.simulated);
    const { device, backup } = this;
    if (traits.clearsStorage) device.clear();
    const guarded = (run: () => void): void => {
      if (!this.dead) run();
    };
    const world = new World(
      {
        get length() {
          return device.size;
        },
        key: (index) => [...device.keys()][index] ?? null,
        getItem: (key) => device.get(key) ?? null,
        setItem: (key, value) => guarded(() => device.set(key, value)),
        removeItem: (key) => guarded(() => device.delete(key)),
      },
      7 + this.count,
    );
    world.bus = this.bus;
    world.backup = {
      entries: backup,
      // A tab that dies loses what it has just written.
      set: (key, text) => void world.setTimeout(() => guarded(() => backup.set(key, text)), 10),
      remove: (key) => void world.setTimeout(() => guarded(() => backup.delete(key)), 10),
    };
    const lms = new RecordingLms(traits, this.server, {
      online: () => !cutsNetwork(this.cut),
      loggedOut: () => this.cut === "login expired",
      block: (milliseconds) => (world.time += milliseconds),
    });
    const api = Object.fromEntries(
      Object.entries(lms.API).map(([name, run]) => [name, (...args: string[]) => this.tap(name, () => run(...args))]),
    );
    const appears = world.time + traits.late;
    const wait = async (milliseconds: number): Promise<void> => void (world.time += milliseconds);
    const above = {
      get API() {
        return world.time >= appears ? api : undefined;
      },
    } as { parent?: unknown };
    above.parent = above;
    const found = await waitForApi(
      {
        parent: above,
        get top() {
          return above;
        },
        opener: null,
      } as unknown as Window,
      wait,
    );
    this.world = world;
    this.recording = lms;
    const before = decoded(of, this.server);
    const stored = [this.server.get("cmi.suspend_data") ?? "", ...device.values(), ...backup.values()];
    const had = (hash: string): boolean => stored.some((text) => text.includes(`.${hash}.`));
    const { course, updated } = this;
    this.isUpdated = of === updated && had(course.hash);
    this.hasRelease = of === updated && had(updated.hash);
    this.revision = parseInt((stored[0] ?? "").slice(1).split(".")[0] ?? "", 36) || 0;
    this.bookmark = this.server.get("cmi.core.lesson_location");
    this.session = startSession(of, found && (await connect(found, wait)), world, parts);
    const { session } = this;
    if (!this.dead) this.claims.welcome(this, before);
    session.onSaving((saving) => {
      this.notified.push(saving);
      if (!this.dead && this.session === session) this.claims.saving(this, saving);
    });
  }

  recording!: RecordingLms;

  private tap(name: string, run: () => unknown): unknown {
    this.reach();
    if (name === "LMSGetLastError") return run();
    this.count++;
    const due = this.accident?.at === this.count ? this.accident : null;
    if (due?.when === "before") this.happen(due.kill);
    this.reach();
    const result = this.noting(run);
    if (due?.when === "after") this.happen(due.kill);
    return result;
  }

  private noting(run: () => unknown): unknown {
    try {
      const result = run();
      this.isFailing ||= String(result) === "false";
      return result;
    } catch (error) {
      this.isFailing = true;
      throw error;
    }
  }

  private reach(): void {
    this.isFailing ||= this.cut !== null;
    if (this.dead || this.cut === "api gone") throw new Error("There is no adapter.");
  }

  private frozen = false;

  private happen(kill: Kill): void {
    const { world } = this;
    this.isFailing = true;
    if (kill === "tab gone") this.dead = true;
    else if (kill === "process frozen") this.frozen = true;
    else {
      this.cut = kill;
      if (!world || kill === "api gone") return;
      world.online = false;
      // The browser notices some network losses, and not others.
      const isNoticed = cutsNetwork(kill) && (this.accident?.at ?? 0) % 2 === 0;
      if (isNoticed) world.setTimeout(() => world.happen("offline"), 0);
      if (kill === "login expired") world.setTimeout(() => this.replacePage(), loginPageAfter);
      if (kills[kill] === Infinity) return;
      world.setTimeout(() => {
        this.cut = null;
        world.online = true;
        if (isNoticed) world.happen("online");
      }, kills[kill]);
    }
  }

  private replacePage(): void {
    if (this.dead) return;
    this.close();
    this.dead = true;
  }

  /** One action of the learner. */
  do(change: (state: CourseState, of: Course) => CourseState, when: "now" | "soon" = "now"): void {
    if (this.dead) return;
    this.doing = change(this.session.state, this.session.course);
    this.session.update(this.doing, when);
    this.stopIfFrozen();
    if (this.dead) return;
    if (when === "now") this.safe = this.doing;
    this.world.pass(1_500);
  }

  answer(index: number, right: boolean): void {
    if (this.dead) return;
    const id = `check-${index}_${this.journalled.length}-${this.world.time}`;
    this.session.journal(interaction(id, right));
    this.do((state, of) => answerCheck(state, of, index, 1, right));
    if (!this.dead && this.session.connection === "lms" && this.session.mode === "normal") this.journalled.push(id);
  }

  attempt(rights: boolean[]): void {
    this.do((state) => startAttempt(state, nextSeed(state.attempt?.seed ?? null, 42 + this.count)));
    if (this.dead) return;
    const asked = drawn(this.session.course, this.session.state.attempt?.seed ?? 0);
    for (const index of asked) this.do((state) => answerItem(state, index, 1));
    this.do((state, of) =>
      submitAttempt(
        state,
        of,
        itemsOf(of).map((_, index) => Number(rights[asked.indexOf(index)] ?? false)),
      ),
    );
  }

  pages(...pages: number[]): void {
    for (const page of pages) this.do((state, of) => visit(state, of, page), "soon");
  }

  close(): void {
    if (this.dead) return;
    this.world.happen("hidden");
    this.isClosing = true;
    if (!this.dead) this.world.happen("gone");
    this.world.pass(100);
    this.stopIfFrozen();
  }

  // A frozen page receives "hidden" and then no more events.
  private stopIfFrozen(): void {
    if (!this.frozen || this.dead) return;
    this.world.happen("hidden");
    this.dead = true;
  }
}

const journeys: Readonly<Record<string, (learner: Learner) => Promise<void>>> = {
  async complete(learner) {
    await learner.open();
    learner.pages(0, 1, 2, 3);
    learner.answer(0, true);
    learner.attempt([true, true, true]);
    learner.close();
  },
  async "fail, then pass"(learner) {
    await learner.open();
    learner.pages(0, 1, 2, 3);
    learner.attempt([true, false, false]);
    learner.attempt([true, true, true]);
    learner.close();
  },
  async "leave in the middle"(learner) {
    await learner.open();
    learner.pages(0, 1);
    learner.answer(1, false);
    learner.do((state) => startAttempt(state, nextSeed(null, 99)));
    const [first = 0, second = 0] = drawn(learner.course, nextSeed(null, 99));
    learner.do((state) => answerItem(state, first, 1));
    learner.close();
    await learner.open();
    learner.do((state) => answerItem(state, second, 1));
    learner.do((state, of) =>
      submitAttempt(
        state,
        of,
        itemsOf(of).map(() => 1),
      ),
    );
    learner.pages(2, 3);
    learner.close();
  },
  async "retry with drawn questions"(learner) {
    await learner.open();
    learner.pages(0, 1, 2, 3);
    for (const right of [false, false, false]) learner.attempt([true, right, false]);
    learner.close();
  },
  async "update between launches"(learner) {
    await learner.open();
    learner.pages(0, 1);
    learner.attempt([true, true, true]);
    learner.close();
    await learner.open(learner.updated);
    learner.pages(0, 1, 2, 3, 4);
    learner.close();
  },
  async "two windows"(learner) {
    await learner.open();
    learner.pages(0, 1);
    learner.answer(0, true);
    if (learner.dead) return;
    const { session, world, recording, isFailing } = learner;
    await learner.open();
    learner.close();
    if (learner.dead) return;
    world.online = learner.world.online; // both windows have the same network
    Object.assign(learner, { session, world, recording, isFailing, isClosing: false });
    learner.pages(2, 3);
    learner.attempt([true, true, true]);
    learner.close();
  },
};

/** Whether `after` has all progress of `before`. */
function covers(after: CourseState, before: CourseState): boolean {
  const judged =
    higher(after.status, before.status) === after.status &&
    (after.best ?? -1) >= (before.best ?? -1) &&
    after.attemptsUsed >= before.attemptsUsed;
  if (after.seen.length !== before.seen.length) return judged; // the course has changed
  // A submitted attempt is replaced by the next one.
  const open = before.attempt && !before.attempt.submitted ? before.attempt : null;
  const attempt =
    !open ||
    after.attemptsUsed > before.attemptsUsed ||
    (after.attempt?.seed === open.seed &&
      open.responses.every((response, index) => response === null || after.attempt?.responses[index] === response));
  return (
    judged &&
    attempt &&
    before.seen.every((seen, page) => !seen || after.seen[page]) &&
    before.checks.every((check, index) => check === null || after.checks[index] !== null)
  );
}

const lying: readonly string[] = ["liar"];
const refusing: readonly string[] = ["expired", "throwing"];
const keeps = (simulated: string): boolean => !lying.includes(simulated) && !refusing.includes(simulated);

/** The part of a state that another device must have. Nothing is left of what only a storage here could have kept. */
function elsewhere({ simulated, server }: Learner, state: CourseState, of: Course): CourseState | null {
  const { traits } = simulatedLms(simulated);
  const status = server.get("cmi.core.lesson_status");
  if (!traits.commitSaves || isIgnored(traits, status)) return null;
  // The LMS keeps status and score only.
  return isEmptied(traits, status) ? { ...fresh(of), status: state.status, best: state.best } : state;
}

/** Another device of the same learner. */
function secondDevice(learner: Learner): Learner {
  const there = new Learner(learner.simulated, null);
  for (const [name, value] of learner.server) there.server.set(name, value);
  return there;
}

async function run(journey: string, simulated: string, cut: Cut): Promise<string[]> {
  const learner = new Learner(simulated, cut);
  await journeys[journey]?.(learner);
  const wrong: string[] = [];
  const { course, updated } = learner;
  const of = journey.startsWith("update") && learner.session?.course.hash === updated.hash ? updated : course;
  const { traits } = simulatedLms(simulated);
  const end = learner.dead ? learner.safe : learner.doing;
  const last = learner.doing ?? fresh(of);
  const gone = learner.dead;
  const isCutOff = cut.kill === "login expired" || cut.kill === "offline, then a second device";
  learner.dead = false;
  if (gone) learner.bus.clear(); // a window that is gone no longer answers others

  if (simulated === "standard") {
    for (const { name, args, error } of learner.recording?.calls ?? [])
      if (error !== "0" && !cutsNetwork(cut.kill) && cut.kill !== "login expired")
        wrong.push(`error ${error} for ${name}(${args.join()})`);
  }
  // Another device has what an honest LMS accepted: everything but the last answer.
  const needed = end && elsewhere(learner, end, of);
  if (keeps(simulated) && gone && needed && !isCutOff) {
    const there = secondDevice(learner);
    await there.open(of);
    if (!covers(there.session.state, withoutPages(needed, there.session.state)))
      wrong.push("another device lost more than the last answer");
  }
  if (cut.kill === "offline, then a second device" && keeps(simulated)) {
    const there = secondDevice(learner);
    await there.open(of);
    there.answer(1, true);
    there.close();
    wrong.push(...there.claims.untrue);
    for (const [name, value] of there.server) learner.server.set(name, value);
    learner.journalled.push(...there.journalled);
  }
  // The same device has everything, whatever the LMS did, and whichever storage was cleared.
  const heard = learner.notified.some((saving) => ["not-saved", "trying", "lost"].includes(saving));
  const before = new Map(learner.server);
  if (cut.at % 3 === 0) learner.device.clear();
  else if (cut.at % 3 === 1 && !traits.clearsStorage) learner.backup.clear();
  await learner.open(of);
  const offered = learner.session.offered;
  if (offered) learner.session.bringBack();
  const { state } = learner.session;
  if (end && !covers(state, gone ? withoutPages(end, state) : end)) wrong.push("this device lost work");
  if (last.status === "passed" && !gone && state.status !== "passed") wrong.push("a pass was lost");
  if (lying.includes(simulated) && end && !gone && !learner.session.restored && !offered && !heard)
    wrong.push("lost data was not noticed");
  // The LMS receives the progress now. Its status has not fallen.
  if (keeps(simulated)) {
    learner.world.pass(500);
    learner.close();
    const status = learner.server.get("cmi.core.lesson_status") ?? "";
    const isDone = status === "passed" || isIgnored(traits, status);
    if (state.status === "passed" && !isDone) wrong.push(`the LMS has the status ${status} after a pass`);
    if (before.get("cmi.core.lesson_status") === "passed" && status !== "passed") wrong.push("the status fell");
    const [has, best] = [learner.server.get("cmi.core.score.raw"), String((state.best ?? 0) / 100)];
    const isRight = traits.scoreIsProgress ? progressOf(learner.server) === 1 : has === best;
    if (state.status === "passed" && !isRight) wrong.push(`the LMS has the score ${has}, not ${best}`);
    // An adapter that goes before it has returned the learner's id leaves an anonymous copy, without interactions.
    const isAnonymous = cut.kill === "api gone" && cut.at <= 3;
    // An LMS that forgets interactions has those of the last launch only.
    const { keepsInteractions, forgetsInteractions, optionalElements } = traits;
    if (keepsInteractions && !forgetsInteractions && optionalElements && !isAnonymous)
      wrong.push(...wrongInteractions(learner, traits.commitSaves && !isIgnored(traits, status)));
  }
  return [...wrong, ...learner.claims.untrue];
}

/** Interactions that are missing in an LMS that kept all of them, repeated, or false. */
function wrongInteractions({ server, journalled }: Learner, isComplete: boolean): string[] {
  const ids = [...server].filter(([name]) => /^cmi\.interactions\.\d+\.id$/.test(name)).map(([, id]) => id);
  const results = [...server].filter(([name]) => name.endsWith(".result")).map(([, result]) => result);
  return [
    ...journalled.filter((id) => isComplete && !ids.includes(id)).map((id) => `the interaction ${id} is missing`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the interaction ${id} is there twice`),
    ...results.filter((result) => result === "neutral").map(() => "a false interaction is left"),
  ];
}

/** Removes the last page turns: they are collected for a second, so they may be missing after the tab was killed. */
function withoutPages(before: CourseState, after: CourseState): CourseState {
  return before.seen.length === after.seen.length
    ? { ...before, seen: before.seen.map((seen, page) => seen && (after.seen[page] ?? false)) }
    : before;
}

async function callsOf(journey: string, simulated: string): Promise<number> {
  const learner = new Learner(simulated, null);
  await journeys[journey]?.(learner);
  return learner.count;
}

// Every call to a missing adapter throws. Stack traces are not needed and take a tenth of the time.
Error.stackTraceLimit = 0;

/** For a quick run: one LMS only, and not every call. */
const step = Number(process.env.PROTECT_STEP ?? 1);
const only = process.env.PROTECT_LMS;
const sample = Number(process.env.PROTECT_KILLS ?? 0);
const table: Record<string, Record<string, number>> = {};

/** The result of all interruptions with one simulated LMS. */
interface Result {
  readonly simulated: string;
  readonly failures: readonly string[];
  readonly counts: Readonly<Record<Kill, number>>;
  /** The sentences that were shown. */
  readonly shown: readonly string[];
}

async function interrupt(simulated: string): Promise<Result> {
  const failures: string[] = [];
  const counts = Object.fromEntries(allKills.map((kill) => [kill, 0])) as Record<Kill, number>;
  for (const journey of Object.keys(journeys)) {
    const calls = await callsOf(journey, simulated);
    for (const kill of allKills) {
      for (let at = 1; at <= calls; at += step) {
        for (const when of ["before", "after"] as const) {
          const wrong = await run(journey, simulated, { kill, at, when });
          failures.push(...wrong.map((what) => `${journey}, ${kill} ${when} call ${at}: ${what}`));
          counts[kill]++;
        }
      }
    }
  }
  return { simulated, failures, counts, shown: [...Claims.shown] };
}

const chosen = simulatedLmss.map(({ id }) => id).filter((id) => !only || id === only);

/** Shares the simulated LMSs among as many threads as there are processors. Each thread takes the next one. */
function runAll(): Map<string, Promise<Result>> {
  const queue = [...chosen];
  const done = new Map<string, (result: Promise<Result>) => void>();
  const results = new Map(chosen.map((id) => [id, new Promise<Result>((resolve) => done.set(id, resolve))]));
  for (let thread = 0; thread < Math.min(availableParallelism(), chosen.length); thread++) {
    // Short-lived objects: a larger young generation halves the time of the garbage collection.
    const worker = new Worker(fileURLToPath(import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: 192 } });
    let current: string | undefined;
    const next = (): void => {
      current = queue.shift();
      if (current === undefined) void worker.terminate();
      else worker.postMessage(current);
    };
    worker.on("message", (result: Result) => {
      done.get(result.simulated)?.(Promise.resolve(result));
      next();
    });
    worker.on("error", (error) => done.get(current ?? "")?.(Promise.reject(error)));
    next();
  }
  return results;
}

function check({ simulated, failures, counts, shown }: Result): void {
  table[simulated] = counts;
  for (const key of shown) Claims.shown.add(key);
  const kinds = new Map<string, string[]>();
  for (const line of failures) {
    const kind = line.replace(/(before|after) call \d+|check-\S+/g, "…");
    kinds.set(kind, [...(kinds.get(kind) ?? []), line]);
  }
  const lines = [...kinds.values()].map((some) => `${some.length} × ${some[0]}`);
  assert.equal(failures.length, 0, `${failures.length} failures:\n${lines.join("\n")}`);
  assert.ok(runsOf(counts) > 1_000 / step, String(runsOf(counts)));
}

const runsOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const losses: readonly Loss[] = [
  { isUpdate: true, place: true, pages: null },
  { isUpdate: true, place: false, pages: ["page-1"] },
];

function everySentence(): void {
  const keys = [
    ...Object.values(banners),
    ...["saved", "trying", "not-saved", "lost", "elsewhere"].map((saving) =>
      closingOf({ mode: "normal", connection: "lms" } as Session, saving as Saving),
    ),
    ...["lms", "browser", "memory"].flatMap((connection) =>
      ["normal", "review", "browse"].flatMap((mode) =>
        [true, false].flatMap((yes) =>
          [null, ...losses].flatMap((loss) =>
            welcomeOf({ mode, connection, restored: yes, resumed: true, loss, state: { best: 0 } } as Session, yes),
          ),
        ),
      ),
    ),
  ];
  assert.deepEqual([...new Set(keys.filter((key) => key !== null))].sort(), Object.keys(conditions).sort());
  const shown = [
    "saved",
    "saving_trying",
    "saving_failed",
    "closing_failed",
    "restored",
    "resumed",
    "updated",
    "back_place",
  ];
  if (step === 1 && !only)
    assert.deepEqual(
      shown.filter((key) => !Claims.shown.has(key)),
      [],
    );
}

if (isMainThread) {
  const results = runAll();
  for (const id of chosen)
    test(`In “${id}”, whatever fails at any call, learners lose at most the last answer, and never a pass`, async () =>
      check((await results.get(id)) as Result));
  test("Each sentence about saving has a condition, which the matrix evaluates whenever it is shown", everySentence);
  after(() => {
    if (sample > 0) console.table(table);
    console.log(`kill matrix: ${Object.values(table).reduce((sum, counts) => sum + runsOf(counts), 0)} runs`);
  });
} else
  parentPort?.on("message", (simulated: string) => void interrupt(simulated).then((it) => parentPort?.postMessage(it)));
