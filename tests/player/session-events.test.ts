import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "../../src/browser/player/core/codec";
import { visit } from "../../src/browser/player/core/progress";
import { fresh } from "../../src/browser/player/core/state";
import type { Mode } from "../../src/browser/player/lms/driver";
import { createJournal } from "../../src/browser/player/lms/interactions";
import type { PrivateNotes } from "../../src/browser/player/lms/private-notes";
import { openJournal } from "../../src/browser/player/lms/scorm12-interactions";
import { startSession, type Session } from "../../src/browser/player/lms/session";
import { closingOf } from "../../src/browser/player/page/saving-words";
import { openSnapshot } from "../../src/browser/player/lms/snapshot";
import { FakeLms, Watched } from "./fakes";
import { courseOf, interaction, parts } from "./support";
import { World } from "./world";

// Events of a page, as a session hears them (lms/session.ts).

const course = courseOf({ pages: 4, checks: 2, items: 3, attempts: 2 });

interface Open {
  readonly lms: FakeLms;
  readonly world: Watched;
  readonly session: Session;
  readonly heard: string[];
}

function open(of = course, mode: Mode = "normal", kept?: Map<string, string>, mark: number | null = null): Open {
  const lms = Object.assign(new FakeLms(), { launched: mode, mark });
  const world = new Watched(kept && World.withStorage(kept).storage);
  const session = startSession(of, lms, world, parts);
  const heard: string[] = [];
  session.onSaving((saving) => heard.push(saving));
  world.pass(100);
  return { lms, world, session, heard };
}

/** A device with finished work that the LMS had, and has no more. */
function finishedDevice(): Map<string, string> {
  const kept = new Map<string, string>();
  const text = encode(course, { ...fresh(course), revision: 4, status: "passed", best: 10_000, met: true });
  openSnapshot(World.withStorage(kept), course.id, "anna").write({ text, confirmed: true, reported: true });
  return kept;
}

test("In a review nothing is written, offered, recorded or reported, whatever happens to the page", () => {
  const saving = { ...course, tracking: { ...course.tracking, savesAtFinish: true } };
  for (const mode of ["review", "browse"] as const) {
    const kept = finishedDevice();
    const it = open(saving, mode, kept);
    const before = [...kept.values()];
    assert.equal(it.session.offered, false);
    it.session.journal(interaction("check-0_1", true));
    assert.equal(it.session.state.written, 0);
    it.session.update(visit(it.session.state, course, 2));
    for (const event of ["hidden", "visible", "offline", "online", "leaving"] as const) it.world.happen(event);
    it.world.happen("gone", true);
    it.world.happen("back");
    it.world.pass(400_000);
    assert.deepEqual(it.lms.log, []);
    it.world.happen("gone");
    assert.deepEqual([it.lms.log, it.heard], [["finish"], []]);
    assert.deepEqual([...kept.values()], before);
  }
});

test("A review neither takes a course from another window nor gives way to one", () => {
  const { bus } = new World();
  const heard: string[] = [];
  const opens = (name: string, launched: Mode): Session => {
    const world = Object.assign(new World(), { bus });
    const session = startSession(course, Object.assign(new FakeLms(), { launched }), world, parts);
    session.onSaving((saving) => heard.push(`${name} ${saving}`));
    return session;
  };
  opens("first review", "review");
  opens("first", "normal");
  opens("second review", "review");
  assert.deepEqual(heard, []);
  opens("second", "normal");
  assert.deepEqual(heard, ["second elsewhere"]);
});

test("A closed window asks and answers nothing, whatever still happens in it", () => {
  const heard: string[] = [];
  const channel = { post: (message: string) => heard.push(message), close: () => heard.push("close") };
  const quiet = Object.assign(new World(), { channel: () => channel });
  startSession(course, new FakeLms(), quiet, parts).finish();
  for (const event of ["visible", "back"] as const) quiet.happen(event);
  assert.deepEqual(heard, ["anybody?", "close"]);
});

test("A window that gave way does not ask for the course again", () => {
  const posts: string[] = [];
  let answer = (_: string): void => undefined;
  const channel = (_: string, heard: (message: string) => void): object => {
    answer = heard;
    return { post: (message: string) => posts.push(message), close: () => undefined };
  };
  const world = Object.assign(new World(), { channel });
  startSession(course, new FakeLms(), world, parts);
  answer("here");
  world.happen("visible");
  assert.deepEqual(posts, ["anybody?"]);
});

test("Nothing is committed before the learner decides about offered work, and leaving then claims nothing", () => {
  const kept = finishedDevice();
  const it = open(course, "normal", kept);
  assert.ok(it.session.offered);
  it.session.finish();
  assert.deepEqual(it.lms.log, ["finish"]);
  assert.equal(closingOf(it.session, it.heard.at(-1) as "saved"), null);
  const without = open();
  without.session.bringBack();
  assert.equal(without.session.state.status, "incomplete");
  assert.equal(without.lms.commits.length, 1);
});

test("An update that changes nothing takes no commit, unless an interaction waits", () => {
  const it = open();
  it.session.update(it.session.state);
  assert.equal(it.lms.commits.length, 1);
  const { written } = it.session.state;
  it.session.journal(interaction("check-0_1", true));
  assert.equal(it.session.state.written, written + 1);
  it.session.update(it.session.state);
  assert.equal(it.lms.commits.length, 2);
  it.session.update(it.session.state);
  assert.equal(it.lms.commits.length, 2);
});

test("The page's events reach clock, saver and network: time is that of an active learner", () => {
  const it = open();
  const time = (): number => {
    it.world.happen("hidden");
    it.world.happen("visible");
    return it.lms.commits.at(-1)!.time;
  };
  it.world.pass(290_000);
  it.world.happen("touched");
  it.world.pass(290_000);
  assert.equal(time(), 580_100);
  it.world.happen("hidden");
  it.world.pass(50_000);
  it.world.happen("back");
  it.world.pass(1_000);
  assert.equal(time(), 581_100);
  // "leaving" commits what waits, and only that.
  const { length } = it.lms.commits;
  it.world.happen("leaving");
  assert.equal(it.lms.commits.length, length);
  it.session.update(visit(it.session.state, course, 2), "soon");
  it.world.happen("leaving");
  assert.equal(it.lms.commits.length, length + 1);
});

test("A network loss that the browser reports casts doubt on a commit that is on its way", () => {
  const it = open();
  it.session.update(visit(it.session.state, course, 2));
  it.world.happen("offline");
  it.world.pass(50);
  assert.ok(it.lms.log.includes("resend"));
});

test("Only a session that the LMS saves at its end is ended while the page may come back", () => {
  const plain = open();
  plain.world.happen("gone", true);
  plain.world.happen("back");
  assert.deepEqual(plain.lms.log, ["commit", "commit"]);
  const saving = open({ ...course, tracking: { ...course.tracking, savesAtFinish: true } });
  saving.world.happen("gone", true);
  saving.world.happen("back");
  assert.deepEqual(saving.lms.log, ["commit", "commit", "finish", "reopen", "commit"]);
});

test("The pass mark of the LMS counts only if the LMS decides and has one", () => {
  const markOf = (decidedBy: "lms" | "course", mark: number | null): number | undefined =>
    open({ ...course, tracking: { ...course.tracking, decidedBy } }, "normal", undefined, mark).session.course
      .assessment?.passMark;
  assert.deepEqual([markOf("lms", 60), markOf("lms", null), markOf("course", 60)], [60, 80, 80]);
  const read = courseOf({ pages: 2, checks: 0, items: 0, tracking: { decidedBy: "lms" } });
  assert.equal(open(read, "normal", undefined, 60).session.course.assessment, null);
  const alone = { ...course, tracking: { ...course.tracking, decidedBy: "lms" as const } };
  assert.equal(startSession(alone, null, new World(), parts).course.assessment?.passMark, 80);
});

test("Private notes come with the part that keeps them, once, and can be deleted without it", () => {
  const late: { openNotes?: typeof parts.openNotes } = {};
  const session = startSession(course, null, World.withStorage(), late);
  const now = (): PrivateNotes | null => session.privateNotes;
  assert.equal(now(), null);
  session.forget();
  late.openNotes = parts.openNotes!;
  const notes = now()!;
  assert.ok(notes.write("a", "mine"));
  assert.ok(now() === notes);
  session.forget();
  assert.equal(notes.read("a"), null);
});

test("A page that is hidden in the middle of a batch of interactions sends a complete batch itself", () => {
  const lms = new FakeLms();
  const indices: number[] = [];
  lms.setInteraction = (...[index]: unknown[]): "set" => {
    indices.push(index as number);
    return "set";
  };
  const waiting = { written: 0, entries: [], isSameHistory: false };
  const journal = createJournal(
    lms,
    waiting,
    () => [["id", "a"]],
    (fields) => fields,
  );
  for (let at = 0; at < 7; at++) journal.add(interaction("a", true), new Date(0));
  assert.equal(journal.write(2), true);
  assert.equal(journal.write(3), true);
  journal.settle(true);
  assert.deepEqual([indices, journal.mark], [[0, 1, 2, 3, 4], 5]);
  assert.ok(openJournal(lms, waiting));
});
