import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../src/browser/player/core/codec";
import { desk, entry, type Desk } from "./fakes";
import { courseOf, interaction } from "./support";

// When commits come, and what they contain (lms/saver.ts).

const course = courseOf({ pages: 4, checks: 2, items: 0 });
const commits = ({ lms }: Desk): number => lms.commits.length;

/** A desk whose first state is saved and proven. */
function settled(more: Parameters<typeof desk>[1] = {}): Desk {
  const it = desk(course, more);
  it.saver.save(it.at(0), "now");
  it.world.pass(50);
  it.lms.log.length = 0;
  it.lms.commits.length = 0;
  it.world.planned.length = 0;
  return it;
}

test("Page turns are committed one second after the last of them", () => {
  const it = settled();
  it.saver.save(it.at(1), "soon");
  it.world.pass(500);
  it.saver.save(it.at(2), "soon");
  it.world.pass(999);
  assert.equal(commits(it), 0);
  it.world.pass(1);
  assert.equal(commits(it), 1);
  it.world.pass(5_000);
  assert.equal(commits(it), 1);
});

test("A failed commit is retried after 1, 2, 4, 8 and 16 seconds, then every 16", () => {
  const it = settled();
  it.lms.accepts = false;
  it.saver.save(it.at(1), "now");
  const at: number[] = [];
  let last = it.world.time;
  it.lms.during = () => {
    at.push(it.world.time - last);
    last = it.world.time;
  };
  it.world.pass(70_000);
  assert.deepEqual(at, [1_000, 2_000, 4_000, 8_000, 16_000, 16_000, 16_000]);
  it.lms.accepts = true;
  it.lms.during = () => undefined;
  it.world.pass(16_000);
  const done = commits(it);
  it.world.pass(40_000);
  assert.equal(commits(it), done);
});

test("A commit needs a change, except that time is reported when the page is hidden", () => {
  const it = settled();
  it.saver.flush();
  assert.equal(commits(it), 0);
  it.saver.flush("with time");
  assert.equal(commits(it), 1);
  const early = desk(course);
  early.saver.flush("with time");
  assert.equal(commits(early), 0);
});

test("While the learner is active a commit comes three minutes after the last, and while idle none", () => {
  const it = desk(course);
  it.saver.save(it.at(0), "now");
  it.world.pass(179_999);
  assert.equal(commits(it), 1);
  it.world.pass(1);
  assert.equal(commits(it), 2);
  assert.equal(it.lms.commits[1]?.time, 180_000);
  it.saver.clock.touch();
  it.world.pass(179_000);
  it.saver.clock.touch();
  assert.equal(commits(it), 2);
  it.world.pass(1_000);
  assert.equal(commits(it), 3);
  it.world.pass(3_600_000);
  assert.equal(commits(it), 4); // the learner counts as active for five minutes
});

test("One heartbeat runs, however often the state is saved, and the time of a quiet reader counts", () => {
  const it = desk(course);
  const beats = (): number => it.world.planned.filter((one) => one === 30_000).length;
  for (const page of [0, 1, 2, 3]) it.saver.save(it.at(page), "now");
  assert.equal(beats(), 1);
  it.world.pass(90_000);
  assert.equal(beats(), 4);
  it.world.pass(29_000);
  it.saver.flush("with time");
  assert.equal(it.lms.commits.at(-1)?.time, 119_000);
  it.saver.finish(true);
  it.world.pass(90_000);
  assert.equal(beats(), 4);
});

test("Time before a page enters the back-forward cache is not reported again after it returns", () => {
  const it = settled();
  it.world.pass(9_950);
  it.saver.pause();
  assert.equal(it.lms.commits.at(-1)?.time, 10_000);
  it.world.pass(5_000);
  it.saver.resume();
  assert.equal(it.lms.commits.at(-1)?.time, 5_000);
  assert.deepEqual(it.lms.log, ["commit", "finish", "reopen", "commit"]);
});

test("Every state that is sent has a higher revision than the one before, also when it is sent again", () => {
  const states: string[] = [];
  const it = settled();
  it.lms.during = () => void states.push(it.lms.commits.at(-1)?.state ?? "");
  it.saver.save(it.at(1), "now");
  it.lms.accepts = false;
  it.saver.save(it.at(2), "now");
  it.lms.accepts = true;
  it.world.pass(1_000);
  const revisions = states.map((text) => revisionOf(text));
  assert.deepEqual(revisions, [2, 3, 4, 5]);
});

test("A first launch whose revisions start at zero sends its state, and has nothing proven before a probe", () => {
  const it = desk(course);
  it.world.online = false;
  it.saver.save(it.at(2), "now");
  assert.equal(revisionOf(it.lms.commits[0]?.state ?? ""), 1);
  it.world.pass(4_000);
  assert.deepEqual(it.heard, ["trying"]);
});

test("After a failure values that differ go first, and the status is compared with what they set", () => {
  const passed = { status: "passed", score: null } as const;
  const it = settled({ prior: passed });
  assert.deepEqual(it.lms.known, ["passed"]);
  it.lms.accepts = false;
  it.saver.save(it.at(1), "now");
  it.lms.accepts = true;
  it.world.pass(1_000);
  assert.deepEqual(it.lms.known, ["passed", "passed", "incomplete"]);
  assert.deepEqual(it.lms.log, ["commit", "resend", "differ passed null 0", "commit", "resend", "commit"]);
});

test("If the values that differ fail too, nothing follows them before the next retry", () => {
  const it = settled();
  it.lms.accepts = false;
  it.saver.save(it.at(1), "now");
  it.world.pass(1_000);
  assert.deepEqual(it.lms.log, ["commit", "resend", "differ incomplete null 0", "commit"]);
});

test("Interactions go before the state, fifty with a commit, and a failed commit stops them", () => {
  const it = settled();
  assert.equal(it.saver.journal(interaction("a", true)), true);
  it.journal.full = 2;
  it.saver.save(it.at(1), "now");
  assert.deepEqual(
    it.lms.commits.map((report) => report?.bookmark),
    [undefined, undefined, "page-1"],
  );
  const round = ["write 50", "settle true"];
  assert.deepEqual(it.journal.log, ["add", ...round, ...round, ...round]);
  it.journal.log.length = 0;
  it.journal.full = 2;
  it.lms.accepts = false;
  it.saver.save(it.at(2), "now");
  assert.deepEqual(it.journal.log, ["write 50", "settle false"]);
  // Sent again: committed interactions get other values first, fifty with a commit.
  it.journal.log.length = 0;
  it.lms.commits.length = 0;
  it.lms.accepts = true;
  [it.journal.full, it.journal.others] = [0, 2];
  it.world.pass(1_000);
  const other = ["disturb 50", "settle true"];
  assert.deepEqual(it.journal.log, [...other, ...other, ...other, ...round]);
  assert.deepEqual(
    it.lms.commits.map((report) => report?.status),
    [undefined, undefined, "incomplete", "incomplete"],
  );
  // A failure among them stops the rest.
  it.lms.accepts = false;
  it.saver.save(it.at(3), "now");
  it.journal.log.length = 0;
  it.journal.others = 2;
  it.world.pass(1_000);
  assert.deepEqual(it.journal.log, ["disturb 50", "settle false"]);
});

test("Interactions are recorded only by an LMS that counts them, in a course that wants them", () => {
  const record = (of = course, more: Parameters<typeof desk>[1] = {}): boolean =>
    desk(of, more).saver.journal(interaction("a", true));
  assert.equal(record(), true);
  assert.equal(record(course, { lms: null }), false);
  assert.equal(record(course, { counts: false }), false);
  assert.equal(record(courseOf({ pages: 2, checks: 1, items: 0, tracking: { interactions: false } })), false);
  // The part that writes them is not loaded yet.
  assert.equal(record(course, { openJournal: () => undefined }), false);
});

test("The journal opens at once only for interactions of an earlier launch, and not without credit", () => {
  const began = { entries: [entry(3)], isSameHistory: true };
  assert.equal(settled().journal.waiting, undefined);
  assert.equal(settled({ began, counts: false }).journal.waiting, undefined);
  assert.deepEqual(settled({ began }).journal.waiting, { written: 0, ...began });
  const unloaded = settled({ began, openJournal: () => undefined });
  assert.deepEqual(unloaded.heard, []);
  assert.deepEqual(unloaded.lastCopy().entries, began.entries);
});

test("Without an LMS nothing is committed or reported, whatever happens to page and network", () => {
  const it = desk(course, { lms: null });
  it.saver.save(it.at(1), "now");
  it.saver.save(it.at(2), "soon");
  it.saver.offline();
  it.saver.retry();
  it.saver.pause();
  it.saver.resume();
  it.world.pass(400_000);
  it.saver.finish(true);
  assert.deepEqual(it.heard, []);
  assert.deepEqual(it.lastCopy(), { text: it.lastCopy().text, confirmed: false, reported: false });
});

test("An LMS that has ended the session gets no more commits, and no retry waits for it", () => {
  const it = settled();
  it.lms.during = () => (it.lms.lost = true);
  it.saver.save(it.at(1), "now");
  assert.deepEqual([commits(it), it.heard.at(-1)], [1, "lost"]);
  assert.deepEqual(it.world.planned, []);
  it.saver.save(it.at(2), "now");
  it.world.pass(60_000);
  assert.equal(commits(it), 1);
});

/** The revision of an encoded state. */
function revisionOf(text: string): number {
  const decoded = decode(course, text);
  assert.ok(decoded.kind === "same");
  return decoded.state.revision;
}
