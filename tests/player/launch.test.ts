import assert from "node:assert/strict";
import { test } from "node:test";
import { launch, type Record12, type StrictLms } from "../../src/browser/lms/strict";
import { answerCheck, startAttempt, submitAttempt } from "../../src/browser/player/core/answers";
import { visit } from "../../src/browser/player/core/progress";
import type { Opening, Scorm12Api } from "../../src/browser/player/lms/find-api";
import { Scorm12 } from "../../src/browser/player/lms/scorm12";
import { closeSessionOf, openSessionOf } from "../../src/browser/player/lms/scorm12-opening";
import { openSession, startSession, type Session } from "../../src/browser/player/lms/session";
import { courseOf, interaction, parts } from "./support";
import { World } from "./world";

// Launches that several stores, or very many answers, make unusual.

const course = courseOf({ pages: 4, checks: 2, items: 3, attempts: 2 });

function open(lms: StrictLms, world: World, commit?: () => string): Session {
  const driver = new Scorm12({ ...lms.API, ...(commit && { LMSCommit: commit }) } as unknown as Scorm12Api);
  assert.ok(driver.initialize());
  return startSession(course, driver, world, parts);
}

function pass(session: Session): void {
  session.update(startAttempt(session.state, 42));
  session.update(submitAttempt(session.state, course, [1, 1, 1]));
}

/** Numbers of interactions that were set before each commit, without commits that had none. */
function batches(lms: StrictLms, from = 0): number[] {
  const counts: number[] = [];
  let ids = 0;
  for (const { name, args } of lms.calls.slice(from)) {
    if (name === "LMSSetValue" && /^cmi\.interactions\.\d+\.id$/.test(args[0] ?? "")) ids++;
    if (name !== "LMSCommit") continue;
    if (ids > 0) counts.push(ids);
    ids = 0;
  }
  return counts;
}

const ids = (stored: Record12, count: number): unknown[] =>
  Array.from({ length: count }, (_, at) => stored[`cmi.interactions.${at}.id`]);
const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `answer-${at}`);

function answer(session: Session, count: number): void {
  for (const name of names(count)) session.journal(interaction(name, true));
  session.update(answerCheck(session.state, course, 0, 1, true));
}

test("Very many answers reach the LMS in order, fifty with each commit, as some servers take no more fields", () => {
  const lms = launch();
  const session = open(lms, World.withStorage());
  answer(session, 120);
  assert.deepEqual(batches(lms), [50, 50, 20]);
  assert.deepEqual(ids(lms.stored(), 120), names(120));
});

test("When a commit of very many answers fails, the rest waits, and none is lost or written twice", () => {
  const lms = launch();
  let fails = 0;
  const world = World.withStorage();
  const session = open(lms, world, () => {
    const committed = String(lms.API.LMSCommit?.(""));
    return fails-- === 1 ? "false" : committed;
  });
  fails = 2; // the second commit from now
  answer(session, 120);
  assert.ok(batches(lms).length < 3);
  world.pass(60_000);
  assert.deepEqual(ids(lms.stored(), 121), [...names(120), undefined]);
  assert.ok(batches(lms).every((count) => count <= 50));
});

test("After an outage very many answers are sent again, fifty with each commit", () => {
  const lms = launch();
  const world = World.withStorage();
  const session = open(lms, world);
  world.pass(100);
  world.online = false;
  answer(session, 120);
  const before = lms.calls.length;
  world.pass(10_000);
  world.online = true;
  world.pass(60_000);
  const sent = batches(lms, before);
  assert.ok(sent.length >= 6 && sent.every((count) => count <= 50), sent.join());
  assert.equal(Math.max(...sent), 50);
  assert.deepEqual(ids(lms.stored(), 121), [...names(120), undefined]);
});

test("Finished work and progress made without an LMS are offered together, and come back together", () => {
  const kept = new Map<string, string>();
  const world = World.withStorage(kept);
  const first = open(launch(), world);
  first.update(visit(first.state, course, 1));
  pass(first);
  world.pass(100); // the commit is proven
  first.finish();
  const without = startSession(course, null, World.withStorage(kept), parts);
  without.update(visit(without.state, course, 3));
  without.update(answerCheck(without.state, course, 1, 1, true));
  without.finish();
  const later = open(launch(), World.withStorage(kept));
  assert.equal(later.offered, true);
  assert.deepEqual([later.state.status, later.state.seen.some(Boolean)], ["incomplete", false]);
  later.bringBack();
  const { status, seen, checks } = later.state;
  assert.deepEqual([status, seen, checks[1]?.right], ["passed", [false, true, false, true], true]);
  assert.equal(open(launch(), World.withStorage(kept)).state.seen[3], true);
});

test("Progress that only this device has joins a newer attempt of another device, which decides the page", () => {
  const kept = new Map<string, string>();
  const mine = open(launch(), World.withStorage(kept, 1), () => "false");
  mine.update(visit(mine.state, course, 1));
  mine.update(answerCheck(mine.state, course, 0, 1, true));
  const elsewhere = launch();
  const other = open(elsewhere, World.withStorage(new Map(), 2));
  other.update(visit(other.state, course, 3));
  other.finish();
  const back = open(launch(elsewhere.stored()), World.withStorage(kept, 3));
  assert.deepEqual(
    [back.state.page, back.state.seen, back.state.checks[0]?.right],
    [3, [false, true, false, true], true],
  );
  assert.ok(back.resumed);
});

/** A window whose timers do not keep the tests running. */
function windowOf(more: object): Window {
  const target = { addEventListener: () => undefined, visibilityState: "visible" };
  const window: Record<string, unknown> = {
    ...target,
    document: target,
    location: { protocol: "file:" },
    opener: null,
    setTimeout: (run: () => void, milliseconds: number) => setTimeout(run, milliseconds).unref(),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
    ...more,
  };
  window.parent ??= window;
  window.top ??= window.parent;
  return window as unknown as Window;
}

/** Opens a session for a learner who stays. */
async function opened(window: Window, opening: Opening | null): Promise<Session> {
  const session = await openSession(course, window, parts, opening, () => false);
  assert.ok(session);
  return session;
}

test("A learner who leaves while the course starts gets no second session", async () => {
  const lms = launch({});
  const early = openSessionOf(lms.API as unknown as Scorm12Api);
  closeSessionOf(early);
  assert.equal(await openSession(course, windowOf({}), parts, early, () => true), null);
  assert.equal(lms.calls.at(-1)?.name, "LMSFinish");
});

test("A session opens with the adapter of the window around the course, or without one", async () => {
  const lms = launch({ "cmi.core.lesson_location": "page-2" });
  const keepAlive = setTimeout(() => undefined, 20_000);
  const inside = await opened(windowOf({ parent: { API: lms.API } }), null);
  assert.deepEqual([inside.connection, inside.mode], ["lms", "normal"]);
  assert.equal(lms.calls[0]?.name, "LMSInitialize");
  inside.finish();
  const refusing = { ...lms.API, LMSInitialize: () => "false", LMSGetLastError: () => "102" };
  assert.equal((await opened(windowOf({ parent: { API: refusing } }), null)).connection, "memory");
  const alone = await opened(windowOf({}), null);
  assert.deepEqual([alone.connection, alone.resumed], ["memory", false]);
  alone.finish();
  clearTimeout(keepAlive);
});

test("An adapter that appears later than the course is waited for", async () => {
  const lms = launch();
  let waits = 0;
  const window = windowOf({
    parent: { parent: null },
    setTimeout: (run: () => void) => {
      if (++waits === 4) Object.assign(window, { API: lms.API });
      if (waits <= 4) setTimeout(run); // those of the search; later ones are of the session
      return waits;
    },
    clearTimeout: () => undefined,
  });
  assert.equal((await opened(window, null)).connection, "lms");
});

test("A session that was started before the program was loaded is taken over, or ended", async () => {
  const opening = (stored: Record12, more: object = {}): [StrictLms, ReturnType<typeof openSessionOf>] => {
    const lms = launch(stored);
    return [lms, openSessionOf({ ...lms.API, ...more } as unknown as Scorm12Api)];
  };
  const initialised = ({ calls }: StrictLms): number => calls.filter(({ name }) => name === "LMSInitialize").length;
  const [lms, early] = opening({});
  assert.deepEqual([early.running, early.isNew], [true, true]);
  const session = await opened(windowOf({}), early);
  assert.deepEqual([session.connection, initialised(lms)], ["lms", 1]);
  session.update(visit(session.state, course, 2));
  session.finish();
  assert.equal(lms.stored()["cmi.core.lesson_location"], "page-2");
  const [, again] = opening(lms.stored());
  assert.deepEqual([again.running, again.isNew], [true, false]);
  // An adapter that refused at first, or threw, is tried again.
  const [later, refused] = opening({}, { LMSInitialize: () => "false" });
  assert.deepEqual([refused.running, refused.isNew], [false, false]);
  const retried = await opened(windowOf({}), { ...refused, api: later.API as unknown as Scorm12Api });
  assert.deepEqual([retried.connection, initialised(later)], ["lms", 1]);
  retried.finish();
  const gone = (): never => {
    throw new Error("gone");
  };
  assert.equal(opening({}, { LMSInitialize: gone })[1].running, false);
  assert.deepEqual(opening({}, { LMSGetValue: gone })[1].isNew, false);
  const [left, unused] = opening({});
  closeSessionOf(unused);
  assert.equal(left.calls.at(-1)?.name, "LMSFinish");
  const [never, failed] = opening({}, { LMSInitialize: () => "false" });
  closeSessionOf(failed);
  assert.equal(never.calls.length, 0);
  assert.doesNotThrow(() => closeSessionOf(opening({}, { LMSFinish: gone })[1]));
});
