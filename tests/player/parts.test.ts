import assert from "node:assert/strict";
import { test } from "node:test";
import { percent } from "../../src/browser/player/core/answers";
import { createClock } from "../../src/browser/player/core/clock";
import { decimal } from "../../src/browser/player/core/report";
import { passes } from "../../src/browser/player/core/scoring";
import { creditOf, verdictOf } from "../../src/browser/player/core/marking";
import { numberToOrder, orderToNumber, pack, unpack } from "../../src/browser/player/core/radix";
import { order } from "../../src/browser/player/core/shuffle";
import { findApi, waitForApi } from "../../src/browser/player/lms/find-api";
import { formatted, timeOfDay } from "../../src/browser/player/lms/scorm12-interactions";
import { timespan } from "../../src/browser/player/lms/scorm12";
import { courseOf, randoms } from "./support";

const random = randoms(7);

test("Learner and LMS see the same result: passed or not passed", () => {
  for (let round = 0; round < 3_000; round++) {
    const weights = Array.from({ length: 1 + random(12) }, () => 1 + random(9));
    const course = courseOf({ pages: 1, checks: 0, items: weights.length, weights, passMark: random(101) });
    const rights = weights.map(() => random(2) === 1);
    const points = weights.reduce((sum, weight, index) => sum + (rights[index] ? weight : 0), 0);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const truth = points * 100 >= (course.assessment?.passMark ?? 0) * total;
    assert.equal(passes(course, percent(course, 0, rights.map(Number))), truth);
    assert.equal(Number(decimal(percent(course, 0, rights.map(Number)))) >= (course.assessment?.passMark ?? 0), truth);
  }
});

test("A score has at most two decimals, a dot and no exponent", () => {
  for (let hundredths = 0; hundredths <= 10_000; hundredths++)
    assert.match(decimal(hundredths), /^(100|\d{1,2})(\.\d{1,2})?$/);
});

test("An order is a permutation, the same for the same seed and different for other seeds", () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 300; seed++) {
    const once = order(seed * 7_919, "questions", 10);
    assert.deepEqual(
      [...once].sort((a, b) => a - b),
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    );
    assert.deepEqual(order(seed * 7_919, "questions", 10), once);
    seen.add(once.join());
  }
  assert.ok(seen.size > 290);
});

test("Every option has the same chance for every place", () => {
  const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  for (let seed = 1; seed <= 8_000; seed++)
    order(Math.imul(seed, 0x9e3779b1) >>> 0, "q", 4).forEach((item, place) => {
      (counts[item] as number[])[place]!++;
    });
  for (const row of counts) for (const count of row) assert.ok(Math.abs(count - 2_000) < 250, String(count));
});

test("Times have the format of the standard", () => {
  assert.equal(timespan(0), "0000:00:00.00");
  assert.equal(timespan(3_723_456), "0001:02:03.45");
  assert.equal(timespan(Number.MAX_SAFE_INTEGER), "9999:59:59.99");
  assert.equal(timespan(-5), "0000:00:00.00");
  assert.match(timeOfDay(new Date()), /^\d\d:\d\d:\d\d$/);
});

test("A pause counts up to five minutes, and the sleep of the machine not at all", () => {
  let now = 0;
  const clock = createClock(() => now);
  for (let at = 0; at < 40; at++) {
    now += 30_000;
    clock.tick();
  }
  assert.equal(clock.elapsed(), 300_000);
  clock.touch();
  now += 3_600_000;
  assert.equal(clock.elapsed(), 300_000);
});

const api = { LMSInitialize: () => "true" };
const closed = {
  get API(): never {
    throw new Error("another origin");
  },
};
const windowOf = (own: object, parent?: object, opener?: object): Window => {
  const made: Record<string, unknown> = Object.defineProperties({}, Object.getOwnPropertyDescriptors(own));
  made.parent = parent ?? made;
  made.top = made.parent;
  made.opener = opener ?? null;
  return made as unknown as Window;
};

test("The adapter is found in the window, its parents (even above a cross-origin one), and the opener's", () => {
  const top = windowOf({ API: api });
  assert.equal(findApi(windowOf({ API: api })), api);
  assert.equal(findApi(windowOf({}, windowOf({}, top))), api);
  assert.equal(findApi(windowOf({}, windowOf(closed, top))), api);
  assert.equal(findApi(windowOf({}, undefined, windowOf({}, top))), api);
  assert.equal(findApi(windowOf({})), null);
  assert.equal(findApi(windowOf({ API: {} })), null);
});

test("The search for the adapter ends in a ring of windows", () => {
  const one: Record<string, unknown> = {};
  const two: Record<string, unknown> = { parent: one, opener: null };
  Object.assign(one, { parent: two, top: two, opener: null });
  assert.equal(findApi(one as unknown as Window), null);
});

test("The player waits for a late adapter, but not without a parent or opener that could have one", async () => {
  const host: Record<string, unknown> = windowOf({}) as unknown as Record<string, unknown>;
  const frame = windowOf({}, host);
  let waited = 0;
  const found = await waitForApi(frame, async (milliseconds) => {
    waited += milliseconds;
    if (waited > 1_300) host.API = api;
  });
  assert.equal(found, api);
  waited = 0;
  assert.equal(await waitForApi(windowOf({}), async (milliseconds) => void (waited += milliseconds)), null);
  assert.ok(waited <= 50);
});

test("Choices are reported as authored letters, and beyond 36 options as numbers that every LMS accepts", () => {
  const choice = (options: number, chosen: number[], right: number[]) =>
    formatted({ type: "choice", options, chosen, right });
  assert.deepEqual(choice(4, [2, 0], [0, 2]), { type: "choice", response: "a,c", pattern: "a,c" });
  assert.deepEqual(formatted({ type: "true-false", options: 2, chosen: [1], right: [0] }), {
    type: "true-false",
    response: "f",
    pattern: "t",
  });
  assert.deepEqual(choice(36, [35], [26]), { type: "choice", response: "9", pattern: "0" });
  assert.deepEqual(choice(37, [36], [0, 36]), { type: "fill-in", response: "37", pattern: "1,37" });
});

test("Each type of interaction is reported in the format of the standard", () => {
  assert.deepEqual(formatted({ type: "matching", chosen: [1, null, 0], right: [1, 0, 0] }), {
    type: "matching",
    response: "1.b,3.a",
    pattern: "1.b,2.a,3.a",
  });
  assert.deepEqual(formatted({ type: "sequencing", chosen: [2, 0, 1], right: [0, 1, 2] }), {
    type: "sequencing",
    response: "c,a,b",
    pattern: "a,b,c",
  });
  assert.deepEqual(formatted({ type: "numeric", chosen: 12.5, right: 18 }), {
    type: "numeric",
    response: "12.5",
    pattern: "18",
  });
  assert.deepEqual(formatted({ type: "numeric", chosen: 1989, right: 1990 }), {
    type: "fill-in",
    response: "1989",
    pattern: "1990",
  });
  assert.deepEqual(formatted({ type: "fill-in", chosen: ["Bien-être !", "other"], right: ["écoute"] }), {
    type: "fill-in",
    response: "Bien etre other",
    pattern: "ecoute",
  });
  assert.deepEqual(formatted({ type: "likert", chosen: 2 }), { type: "likert", response: "c", pattern: null });
  assert.deepEqual(formatted({ type: "performance", chosen: "left", right: "waited" }), {
    type: "performance",
    response: "left",
    pattern: "waited",
  });
});

test("Answers with several parts are packed into one number and unpacked again", () => {
  for (let round = 0; round < 2_000; round++) {
    const bases = Array.from({ length: 1 + random(10) }, () => 2 + random(12));
    const digits = bases.map((base) => random(base));
    assert.deepEqual(unpack(pack(digits, bases), bases), digits);
    const things = order(random(2 ** 31), "x", 2 + random(16));
    assert.deepEqual(numberToOrder(orderToNumber(things), things.length), things);
    assert.ok(orderToNumber(things) < 2 ** 50);
  }
});

test("Credit follows the rule of the course, and an unmarked question gives none", () => {
  const half = { right: 1, wrong: 1, of: 2 };
  assert.deepEqual(
    (["whole", "share", "share-less-wrong"] as const).map((rule) => creditOf(half, rule)),
    [0, 0.5, 0],
  );
  assert.equal(creditOf({ right: 2, wrong: 0, of: 2 }, "whole"), 1);
  assert.equal(verdictOf(null), "noted");
  assert.equal(creditOf(null, "share"), 0);
});
