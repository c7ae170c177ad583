import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../src/browser/player/core/codec";
import { fresh } from "../../src/browser/player/core/state";
import { digest } from "../../src/browser/player/lms/snapshot";
import { desk, entry, FakeLms, type Desk } from "./fakes";
import { courseOf, interaction } from "./support";

// Copies of a state on the device, until the LMS surely has it (lms/saver.ts).

const course = courseOf({ pages: 4, checks: 2, items: 0 });
const flags = ({ copies }: Desk): unknown[] =>
  copies.map((copy) => (typeof copy === "string" ? copy : [copy.reported, copy.confirmed]));

test("A copy is kept before the LMS is asked, says that a commit was reported, and then that it is proven", () => {
  const it = desk(course);
  it.lms.during = () => assert.deepEqual(flags(it), [[false, false]]);
  it.saver.save(it.at(1), "now");
  assert.deepEqual(flags(it).slice(1), [[true, false]]);
  it.world.pass(50);
  assert.deepEqual(flags(it).slice(2), [[true, true]]);
  // A state that was proven stays so when only time is reported.
  it.lms.during = () => undefined;
  it.saver.flush("with time");
  assert.equal(flags(it).length, 3);
});

test("A copy of a refused commit is not reported, and names no commit that may have arrived", () => {
  const it = desk(course);
  it.lms.accepts = false;
  it.saver.save(it.at(1), "now");
  assert.deepEqual(flags(it), [
    [false, false],
    [false, false],
  ]);
  assert.equal(it.lastCopy().arrival, undefined);
});

test("A copy names the first commit that is not proven, and how many of its interactions went with it", () => {
  const it = desk(course);
  it.saver.save(it.at(0), "now");
  const [first] = it.lms.commits;
  assert.deepEqual(it.lastCopy().arrival, { text: first?.state, count: 0 });
  it.world.pass(50);
  assert.equal(it.lastCopy().arrival, undefined);
  it.saver.journal(interaction("a", true));
  it.journal.unproven = [entry(0), entry(1), entry(2)];
  it.journal.mark = 3;
  it.saver.save(it.at(1), "now");
  const second = it.lms.commits.at(-1)?.state;
  assert.deepEqual(it.lastCopy().arrival, { text: second, count: 3 });
  assert.equal(it.lastCopy().entries?.length, 3);
  it.world.pass(20);
  it.journal.mark = 5;
  it.saver.save(it.at(2), "now");
  assert.deepEqual(it.lastCopy().arrival, { text: second, count: 3 });
  // The first of the two is proven: its interactions are no longer kept, the second commit comes first.
  it.world.pass(30);
  assert.deepEqual(it.journal.proofs, [3]);
  it.saver.save(it.at(3), "soon");
  assert.deepEqual(it.lastCopy().arrival, { text: it.lms.commits.at(-1)?.state, count: 2 });
  assert.equal(it.lastCopy().confirmed, false);
  it.world.pass(20);
  assert.deepEqual(it.journal.proofs, [3, 5]);
});

test("A commit whose state has changed meanwhile does not confirm the copy of the newer state", () => {
  const it = desk(course);
  it.saver.save(it.at(1), "now");
  it.saver.save(it.at(2), "soon");
  it.world.pass(50);
  assert.deepEqual(flags(it).at(-1), [false, false]);
  it.saver.finish(false);
});

test("A copy lists the states that the LMS may have: that of the launch first, after a proof those since", () => {
  const lms = new FakeLms();
  lms.stored = "an earlier state";
  const it = desk(course, { lms });
  it.saver.save(it.at(0), "now");
  const first = digest(lms.commits[0]?.state ?? "");
  assert.deepEqual(it.lastCopy().sent, [digest("an earlier state"), first]);
  it.world.pass(50);
  assert.deepEqual(it.lastCopy().sent, [first]);
  it.saver.save(it.at(1), "now");
  assert.deepEqual(it.lastCopy().sent, [first, digest(lms.commits[1]?.state ?? "")]);
});

test("The copy of a finished course that the LMS has returned is removed when proven, also on another page", () => {
  const state = { ...fresh(course), revision: 8, status: "completed", seen: [true, true, true, true] } as const;
  const proven = (isReadBack: boolean, next: object, began: object = {}): unknown => {
    const it = desk(course, { began: { state: { ...state, ...began }, isReadBack } });
    it.saver.save({ ...state, ...began, ...next }, "now");
    it.world.pass(50);
    return flags(it).at(-1);
  };
  assert.equal(proven(true, { page: 3, revision: 9 }), "gone");
  assert.deepEqual(proven(false, { page: 3 }), [true, true]);
  assert.deepEqual(proven(true, { written: 1 }), [true, true]);
  assert.deepEqual(proven(true, {}, { status: "incomplete" }), [true, true]);
});

test("After the learner has deleted everything, nothing is written to the device, and the LMS goes on", () => {
  const it = desk(course);
  it.saver.save(it.at(1), "now");
  it.saver.forget();
  const { length } = it.copies;
  assert.deepEqual(it.copies.slice(-2), ["gone", "gone anonymous"]);
  it.world.pass(50);
  it.saver.save(it.at(2), "now");
  it.world.pass(50);
  assert.equal(it.copies.length, length);
  const kept = decode(course, it.lms.commits.at(-1)?.state ?? "");
  assert.ok(kept.kind === "same" && kept.state.page === 2);
});
