import assert from "node:assert/strict";
import { test } from "node:test";
import type { Backup } from "../../src/browser/player/lms/host";
import { openNotes } from "../../src/browser/player/lms/private-notes";
import { digest, openSnapshot, type Snapshot } from "../../src/browser/player/lms/snapshot";
import { World } from "./world";

// Data on the device of a learner: the copy of the state, and private notes.

const day = 24 * 3_600_000;

/** The second storage, as a map that stays. */
function backupOf(kept: Map<string, string>): Backup {
  return { entries: kept, set: (key, text) => void kept.set(key, text), remove: (key) => void kept.delete(key) };
}

function device(kept = new Map<string, string>(), second: Map<string, string> | null = new Map(), seed = 7): World {
  const world = World.withStorage(kept, seed);
  world.backup = second && backupOf(second);
  return world;
}

const open = (world: World, learner = "anna"): Snapshot => openSnapshot(world, "course", learner);

test("A text has the same digest in every release", () => {
  assert.deepEqual(["", "a", "The same text, é."].map(digest), ["ztntfp1efc4f", "1r9wi7gv7dxei", "6filc2zpw5ns"]);
  assert.notEqual(digest("ab"), digest("ba"));
});

test("The newer copy of the two storages is read, whichever storage has it", () => {
  for (const newer of [0, 1]) {
    const stores = [new Map<string, string>(), new Map<string, string>()] as const;
    const first = open(device(...stores));
    first.read();
    first.write({ text: "old", confirmed: true });
    const old = new Map(stores[1 - newer]);
    first.write({ text: "new", confirmed: false, reported: true, sent: ["x"] });
    stores[1 - newer]!.clear();
    for (const [key, text] of old) stores[1 - newer]!.set(key, text);
    const again = open(device(...stores));
    const read = again.read();
    assert.deepEqual([read?.text, read?.confirmed, read?.reported, read?.sent], ["new", false, true, ["x"]]);
    again.write({ text: "newest", confirmed: false });
    assert.equal(open(device(...stores)).read()?.text, "newest");
  }
});

test("A copy without a number, of an earlier release, is older than any other, and is read if it is alone", () => {
  const kept = new Map<string, string>();
  const world = device(kept, null);
  const snapshot = open(world);
  const until = world.date().getTime() + day;
  kept.set(snapshot.key, JSON.stringify({ text: "earlier", confirmed: true, until }));
  assert.equal(snapshot.read()?.text, "earlier");
  const second = new Map([[snapshot.key, JSON.stringify({ text: "numbered", confirmed: true, until, number: 1 })]]);
  assert.equal(open(device(kept, second)).read()?.text, "numbered");
  // Of two that are equally new, the one of the first storage is read.
  second.set(snapshot.key, JSON.stringify({ text: "second", confirmed: true, until }));
  assert.equal(open(device(kept, second)).read()?.text, "earlier");
});

test("A copy expires after thirty days, to the millisecond", () => {
  const world = device();
  const snapshot = open(world);
  snapshot.write({ text: "mine", confirmed: false });
  world.pass(30 * day - 1);
  assert.equal(snapshot.read()?.text, "mine");
  world.pass(1);
  assert.equal(snapshot.read(), null);
});

test("A damaged copy is not read, and is removed at the next visit", () => {
  for (const text of ["{", "7", "null", '{"text":7,"until":9e15}', '{"text":"x"}', '{"text":"x","until":"later"}']) {
    const kept = new Map<string, string>();
    const { key } = open(device(kept, null));
    kept.set(key, text);
    assert.equal(open(device(kept, null)).read(), null, text);
    if (!text.includes("9e15")) assert.equal(kept.has(key), false, text);
  }
});

test("Each learner, course and device has a key of its own, which has no id of the learner", () => {
  const kept = new Map<string, string>();
  const keys = [
    open(device(kept)).key,
    open(device(kept), "ben").key,
    openSnapshot(device(kept), "other", "anna").key,
    open(device(new Map(), new Map(), 8)).key,
  ];
  assert.equal(new Set(keys).size, keys.length);
  for (const key of keys) assert.ok(!key.includes("anna") && key.startsWith("protect-scorm:"), key);
  assert.equal(open(device(kept)).key, keys[0]);
});

test("A device keeps its salt when either storage is cleared, and finds the copies of both salts", () => {
  const [kept, second] = [new Map<string, string>(), new Map<string, string>()];
  const { key } = open(device(kept, second));
  kept.clear();
  assert.equal(open(device(kept, second, 9)).key, key);
  second.clear();
  assert.equal(open(device(kept, second, 10)).key, key);
  // An earlier release made a new salt in one storage while the other had the old one.
  const other = new Map<string, string>();
  open(device(other, null, 11)).write({ text: "under the other salt", confirmed: false });
  const both = open(device(other, second, 12));
  assert.equal(both.read()?.text, "under the other salt");
  const turned = open(device(second, other, 12));
  assert.equal(turned.read()?.text, "under the other salt");
});

test("Progress made without an LMS is found by every learner of the device until it is removed", () => {
  const kept = new Map<string, string>();
  const without = open(device(kept, null), "");
  without.write({ text: "without", confirmed: false });
  assert.equal(without.readAnonymous(), null); // it is the copy itself
  const anna = open(device(kept, null));
  assert.equal(anna.read(), null);
  assert.equal(anna.readAnonymous(), "without");
  anna.write({ text: "hers", confirmed: false });
  anna.removeAnonymous();
  assert.deepEqual([anna.readAnonymous(), anna.read()?.text], [null, "hers"]);
  anna.remove();
  assert.equal(anna.read(), null);
});

test("Old copies of all courses are removed from both storages, and nothing of other programs is", () => {
  const stores = [new Map<string, string>(), new Map<string, string>()] as const;
  const old = JSON.stringify({ text: "x", confirmed: true, until: 5 });
  for (const store of stores) {
    store.set("protect-scorm:other:abc", old);
    store.set("another-program", old);
    store.set("protect-scorm:damaged", "{");
  }
  const world = device(...stores);
  const fresh = JSON.stringify({ text: "x", confirmed: true, until: world.date().getTime() + day });
  stores[0].set("protect-scorm:half:abc", old);
  stores[1].set("protect-scorm:half:abc", fresh);
  open(world);
  for (const store of stores)
    assert.deepEqual(
      [...store.keys()].filter((key) => key !== "protect-scorm:salt"),
      ["another-program", "protect-scorm:half:abc"],
    );
  for (const store of stores) assert.ok(store.has("protect-scorm:salt"));
});

test("Without any storage a copy is neither kept nor read, and nothing throws", () => {
  const world = new World();
  const snapshot = open(world);
  snapshot.write({ text: "x", confirmed: true });
  assert.equal(snapshot.read(), null);
  snapshot.remove();
});

test("A private note is kept for thirty days, for its course and learner only", () => {
  const kept = new Map<string, string>();
  const world = World.withStorage(kept);
  const notes = openNotes(world, "key");
  assert.ok(notes.works());
  assert.equal(notes.read("a"), null);
  assert.equal(notes.write("a", "mine"), true);
  assert.equal(notes.read("a"), "mine");
  assert.equal(openNotes(world, "other").read("a"), null);
  world.pass(30 * day - 1);
  assert.equal(notes.read("a"), "mine");
  world.pass(1);
  assert.equal(notes.read("a"), null);
  notes.write("a", "again");
  notes.remove("a");
  assert.equal(notes.read("a"), null);
  assert.equal(kept.size, 0);
});

test("A damaged private note is not shown", () => {
  const kept = new Map<string, string>();
  const notes = openNotes(World.withStorage(kept), "key");
  notes.write("a", "mine");
  const [name = ""] = kept.keys();
  for (const text of ["{", "null", '{"text":7,"until":9e15}', '{"text":"x"}']) {
    kept.set(name, text);
    assert.equal(notes.read("a"), null, text);
  }
});

test("When the device refuses a private note, the older one is deleted and the learner is informed", () => {
  const kept = new Map<string, string>();
  const { storage } = World.withStorage(kept);
  let isFull = false;
  const full = {
    ...storage!,
    get length() {
      return kept.size;
    },
    setItem(key: string, value: string) {
      if (isFull) throw new Error("QuotaExceededError");
      kept.set(key, value);
    },
  };
  const notes = openNotes(new World(full), "key");
  assert.equal(notes.write("a", "older"), true);
  isFull = true;
  assert.equal(notes.write("a", "newer"), false);
  assert.equal(notes.read("a"), null);
  assert.equal(kept.size, 0);
  const none = openNotes(new World(), "key");
  assert.deepEqual([none.works(), none.write("a", "x"), none.read("a")], [false, false, null]);
  none.remove("a");
  none.forget();
});

test("Forgetting deletes all private notes of the learner and course, drafts too, and keeps the rest", () => {
  const kept = new Map<string, string>([["another", "program"]]);
  const world = World.withStorage(kept);
  const notes = openNotes(world, "key");
  const others = openNotes(world, "other");
  for (const id of ["a", "b", "c"]) notes.write(id, id);
  others.write("a", "theirs");
  notes.keepDraft("a", "half a sentence");
  assert.equal(notes.draftOf("a"), "half a sentence");
  assert.equal(notes.draftOf("b"), null);
  const heard: string[] = [];
  notes.onForgotten(() => heard.push("one"));
  notes.onForgotten(() => heard.push("two"));
  assert.deepEqual(heard, []);
  notes.forget();
  assert.deepEqual(heard, ["one", "two"]);
  assert.deepEqual([notes.works(), notes.draftOf("a"), notes.read("a")], [false, null, null]);
  assert.equal(notes.write("a", "again"), false);
  assert.equal(notes.read("a"), null);
  assert.equal(kept.size, 2);
  assert.equal(others.read("a"), "theirs");
});
