import assert from "node:assert/strict";
import { test } from "node:test";
import { checkOf } from "../../src/browser/player/core/bits";
import { decode, encode } from "../../src/browser/player/core/codec";
import type { Course } from "../../src/browser/player/core/course";
import { startSession } from "../../src/browser/player/lms/session";
import { Scorm12 } from "../../src/browser/player/lms/scorm12";
import type { Scorm12Api } from "../../src/browser/player/lms/find-api";
import { limits, readMessage } from "../../src/browser/preview/messages";
import { fuzz } from "./fuzz-runs";
import { courseOf, parts, randoms, randomState } from "./support";
import { World } from "./world";

type Random = (most: number) => number;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const scraps = [
  "",
  ".",
  "..",
  "a",
  "a0.",
  "%2E",
  "+",
  " ",
  "\0",
  "\n",
  "é",
  "\uD800",
  "null",
  "undefined",
  "é".repeat(50),
];
const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)]!;

const courses = [
  courseOf({ pages: 1, checks: 0, items: 0 }),
  courseOf({ pages: 40, checks: 30, items: 12, attempts: 3 }),
  courseOf({ pages: 12, checks: 6, items: 8, draw: [1, 1] }),
];

/** Cuts, swaps, repeats, inserts or replaces parts of a text. */
function damaged(text: string, random: Random): string {
  let bad = text;
  for (let times = 1 + random(4); times > 0; times--) {
    const [from, to] = [random(bad.length + 1), random(bad.length + 1)].sort((a, b) => a - b) as [number, number];
    const part = bad.slice(from, to);
    const by = pick(["", part + part, [...part].reverse().join(""), pick(scraps, random)], random);
    bad =
      random(3) > 0
        ? bad.slice(0, from) + pick([...alphabet], random) + bad.slice(from + 1)
        : bad.slice(0, from) + by + bad.slice(to);
  }
  return bad;
}

/** A state of any bits, with the right layout and checksum: only the reader can refuse it. */
function forged(course: Course, random: Random): string {
  const bits = Array.from({ length: random(80) }, () => pick([...alphabet], random)).join("");
  const text = `a${random(36 ** 6).toString(36)}.${course.hash}.${bits}`;
  return `${text}.${checkOf(text)}`;
}

test("Any suspend data is read without a fault, and a state that is accepted is a state of the course", () => {
  let accepted = 0;
  const runs = fuzz("suspend-data", 8_000, (seed) => {
    const random = randoms(seed);
    const course = pick(courses, random);
    const own = encode(course, randomState(course, random));
    const text = pick([() => damaged(own, random), () => forged(course, random), () => pick(scraps, random)], random)();
    const read = decode(course, text);
    if (read.kind !== "same") return;
    accepted++;
    assert.deepEqual(decode(course, encode(course, read.state)), read);
    assert.equal(read.state.seen.length, randomState(course, random).seen.length);
    assert.ok(read.state.page < read.state.seen.length);
  });
  assert.ok(accepted > runs / 20, "Too few were accepted to prove anything.");
});

/** An LMS that answers anything: it must stop no learner. */
function hostileApi(course: Course, random: Random): Scorm12Api {
  const values = [
    () => damaged(encode(course, randomState(course, random)), random),
    () => forged(course, random),
    () => pick(["passed", "failed", "completed", "incomplete", "not attempted", "browsed", "P", ""], random),
    () => String(random(300) - 100),
    () => pick(["review", "browse", "normal", "ab-initio", "resume", "no-credit", " ", "1e9", "-0", "NaN"], random),
    () => pick([null, undefined, {}, [], 0, true, Symbol.iterator, "x".repeat(100_000)], random),
    () => {
      throw new Error("LMS");
    },
  ];
  const answer = (): never => pick(values, random)() as never;
  const verdict = (): never => (random(4) > 0 ? "true" : answer()) as never;
  return {
    LMSInitialize: () => "true",
    LMSFinish: verdict,
    LMSGetValue: answer,
    LMSSetValue: verdict,
    LMSCommit: verdict,
    LMSGetLastError: answer,
  };
}

test("An LMS that answers anything never stops a session", () => {
  fuzz("lms-answers", 1_000, (seed) => {
    const random = randoms(seed);
    const course = pick(courses, random);
    const lms = new Scorm12(hostileApi(course, random));
    if (!lms.initialize()) return;
    const world = World.withStorage();
    const session = startSession(course, lms, world, parts);
    const page = random(session.state.seen.length);
    session.update({ ...session.state, page }, "now");
    world.pass(60_000);
    assert.equal(session.state.page, page);
  });
});

/** A value of any form, most often with names that messages have. */
function anything(random: Random, depth: number): unknown {
  const names = [
    "kind",
    "session",
    "record",
    "earlier",
    "calls",
    "call",
    "args",
    "set",
    "kept",
    "rest",
    "lines",
    "rows",
  ];
  const kinds = ["ready", "drawn", "opened", "calls", "outline", "decoded", "ended", "other"];
  const leaf = [
    () => random(1e9) - 1e8,
    () => "x".repeat(random(50)),
    () => null,
    () => NaN,
    () => undefined,
    () => true,
  ];
  if (depth > 4 || random(3) === 0) return pick(leaf, random)();
  const some = Array.from({ length: random(5) }, () => anything(random, depth + 1));
  if (random(2) === 0) return some;
  const fields = some.map((value) => [pick(names, random), value] as const);
  return Object.fromEntries([["kind", pick(kinds, random)], ...fields]);
}

/** A sound message, some of whose parts are replaced by anything. */
function bent(random: Random): unknown {
  const name = (): string => pick(["cmi.suspend_data", "__proto__", "constructor", "x".repeat(400)], random);
  const value = (): unknown => (random(12) === 0 ? anything(random, 2) : pick(["1", "", "x".repeat(80_000)], random));
  const record = (): unknown => Object.fromEntries([[name(), value()]]);
  const changes = { set: [[name(), value()]], kept: [[name(), value()]] };
  const call = { name: "LMSSetValue", args: [value(), value()], result: value(), error: value() };
  const all = [
    { kind: "opened", session: record(), record: record(), earlier: [record()] },
    { kind: "calls", calls: [{ call, at: value(), took: 1, ...changes }], skipped: 1, rest: changes },
    { kind: "outline", lines: [{ depth: random(99), role: value(), name: value(), states: "" }], announced: [value()] },
    { kind: "decoded", rows: [[name(), value()]] },
  ];
  return random(3) === 0 ? anything(random, 0) : pick(all, random);
}

test("Any message of a played package is read without a fault, and only as a message of known form and size", () => {
  let accepted = 0;
  const runs = fuzz("preview-messages", 6_000, (seed) => {
    const read = readMessage(bent(randoms(seed)));
    if (read === null) return;
    accepted++;
    assert.deepEqual(readMessage(JSON.parse(JSON.stringify(read))), JSON.parse(JSON.stringify(read)));
    assert.ok(JSON.stringify(read).length < limits.message);
    assert.equal(Object.getPrototypeOf(read), Object.prototype);
  });
  assert.ok(accepted > runs / 10, "Too few were accepted to prove anything.");
});
