import assert from "node:assert/strict";
import { test } from "node:test";
import type { Saving } from "../../src/browser/player/lms/saving";
import { desk, FakeLms, type Desk } from "./fakes";
import { courseOf } from "./support";

// Sentences about saving, and its end (lms/saver.ts).

const course = courseOf({ pages: 4, checks: 2, items: 0 });

/** A desk whose first state is saved and proven. */
function settled(more: Parameters<typeof desk>[1] = {}): Desk {
  const it = desk(course, more);
  it.saver.save(it.at(0), "now");
  it.world.pass(50);
  it.lms.log.length = 0;
  return it;
}

test("One failed commit is not reported, the second one is as trying, and the sixth as not saved", () => {
  const it = settled();
  it.lms.accepts = false;
  it.saver.save(it.at(1), "now");
  assert.deepEqual(it.heard, []);
  it.world.pass(1_000);
  assert.deepEqual(it.heard, ["trying"]);
  it.world.pass(14_000); // the fifth, after 2, 4 and 8 seconds
  assert.deepEqual(it.heard, ["trying"]);
  it.world.pass(16_000);
  assert.deepEqual(it.heard, ["trying", "not-saved"]);
  it.lms.accepts = true;
  it.world.pass(16_049);
  assert.deepEqual(it.heard, ["trying", "not-saved"]);
  it.world.pass(1); // the answer to the probe
  assert.deepEqual(it.heard, ["trying", "not-saved", "saved"]);
});

test("A commit that no probe proves is reported as trying after 4 seconds, and as not saved after 20", () => {
  const it = settled();
  it.world.online = false;
  it.saver.save(it.at(1), "now");
  it.world.pass(3_999);
  assert.deepEqual(it.heard, []);
  it.world.pass(1);
  assert.deepEqual(it.heard, ["trying"]);
  it.world.pass(15_999);
  assert.deepEqual(it.heard, ["trying"]);
  it.world.pass(1);
  assert.deepEqual(it.heard, ["trying", "not-saved"]);
});

test("When the network goes, commits that are not proven are in doubt at once", () => {
  const it = settled();
  it.saver.save(it.at(1), "now");
  it.saver.offline();
  it.world.pass(50); // the probe was answered, but proves nothing about a commit before that
  assert.deepEqual(it.lms.log, ["commit", "resend", "differ incomplete null 0", "commit", "resend", "commit"]);
});

test("A state saved while earlier ones are in doubt is sent alone, and proves nothing before all is sent again", () => {
  const it = settled();
  it.world.online = false;
  it.saver.save(it.at(1), "now");
  it.world.pass(500);
  assert.deepEqual(it.lms.log, ["commit"]);
  it.lms.log.length = 0;
  it.saver.save(it.at(2), "now");
  assert.deepEqual(it.lms.log, ["commit"]);
  it.saver.flush("with time"); // the page is hidden: it may be the last chance
  const again = ["resend", "differ incomplete null 0", "commit", "resend", "commit"];
  assert.deepEqual(it.lms.log, ["commit", ...again]);
  it.world.pass(3_500);
  it.world.online = true;
  it.lms.log.length = 0;
  it.saver.save(it.at(3), "now");
  it.world.pass(49);
  assert.deepEqual(it.lms.log, ["commit"]);
  it.world.pass(1);
  assert.deepEqual(it.lms.log, ["commit", ...again]);
  assert.deepEqual(it.heard, ["trying"]);
  it.world.pass(50);
  assert.deepEqual(it.heard, ["trying", "saved"]);
});

test("While the probe of a complete commit is on its way, nothing is sent again", () => {
  const it = settled();
  it.saver.save(it.at(1), "now");
  it.saver.offline();
  it.saver.retry();
  assert.deepEqual(it.lms.log, ["commit"]);
});

test("A page that is closed in the middle of sending again sends what is true at once", () => {
  const it = settled();
  it.world.online = false;
  it.saver.save(it.at(1), "now");
  it.world.pass(1_000);
  it.lms.commits.length = 0;
  let left = false;
  it.lms.during = () => {
    if (left) return;
    left = true;
    it.saver.flush(); // "beforeunload", within the commit of other values
  };
  it.saver.retry();
  assert.deepEqual(
    it.lms.commits.map((report) => report?.status),
    ["incomplete", "incomplete", "incomplete"],
  );
});

test("Leaving says at once what is not saved, trying while the last probe is on its way, and then its result", () => {
  for (const online of [true, false]) {
    const it = settled();
    it.world.online = online;
    it.saver.save(it.at(1), "soon");
    it.saver.finish(true);
    assert.deepEqual(it.lms.log, ["commit", "finish"]);
    assert.deepEqual(it.heard, ["trying"]);
    it.world.pass(50);
    assert.deepEqual(it.heard, ["trying", online ? "saved" : "lost"]);
    it.world.pass(100_000);
    it.saver.finish(true);
    assert.deepEqual(it.lms.log, ["commit", "finish"]);
  }
  const refused = settled();
  refused.lms.accepts = false;
  refused.saver.save(refused.at(1), "soon");
  refused.saver.finish(true);
  assert.deepEqual(refused.heard, ["lost"]);
  // Accepted, but an earlier commit was in doubt.
  const doubtful = settled();
  doubtful.world.online = false;
  doubtful.saver.save(doubtful.at(1), "now");
  doubtful.world.pass(1_000);
  doubtful.saver.finish(true);
  assert.deepEqual(doubtful.heard, ["lost"]);
});

test("Leaving a course that writes nothing, or has everything proven, says nothing", () => {
  const review = desk(course);
  review.saver.finish(false);
  assert.deepEqual([review.heard, review.lms.log], [[], ["finish"]]);
  const saved = settled();
  saved.saver.save(saved.at(1), "soon");
  saved.saver.finish(false);
  assert.deepEqual([saved.heard, saved.lms.log], [[], ["finish"]]);
  // Reported time is proven as soon as the server answers; progress was proven before.
  const timed = settled();
  timed.saver.finish(true);
  assert.deepEqual([timed.heard, timed.lms.log], [[], ["commit", "finish"]]);
});

test("A window that gives way says so for good, and writes neither to the LMS nor to the device", () => {
  const it = settled();
  it.saver.save(it.at(1), "soon");
  it.saver.giveWay();
  const { length } = it.copies;
  it.saver.save(it.at(2), "now");
  it.saver.flush("with time");
  it.saver.resume();
  it.saver.offline();
  it.saver.retry();
  it.world.pass(400_000);
  assert.deepEqual([it.lms.log, it.copies.length, it.heard], [[], length, ["elsewhere"]]);
  const late: string[] = [];
  it.saver.listen((saving) => late.push(saving));
  assert.deepEqual(late, ["elsewhere"]);
});

test("A listener hears nothing before something fails, and what fails at once if it comes later", () => {
  const it = settled();
  const heard: Saving[] = [];
  it.saver.listen((saving) => heard.push(saving));
  assert.equal(heard.length, 0);
  it.lms.lost = true;
  it.saver.save(it.at(1), "now");
  it.saver.listen((saving) => heard.push(saving));
  assert.deepEqual(heard, ["lost", "lost"]);
});

test("Every commit that is proven is compared with what the LMS then surely has", () => {
  const scored = courseOf({ pages: 2, checks: 0, items: 2, passMark: 80 });
  const lms = new FakeLms();
  const it = desk(scored, { lms });
  const passed = { ...it.at(0), status: "passed", best: 9_000, met: true } as const;
  it.saver.save(passed, "now");
  it.world.pass(50);
  lms.accepts = false;
  it.saver.save({ ...passed, best: 9_500 }, "now");
  it.world.pass(1_000);
  assert.equal(lms.log.at(-2), "differ passed 9000 8000");
});
