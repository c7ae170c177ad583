import assert from "node:assert/strict";
import { test } from "node:test";
import { answerCheck, answerItem, nextSeed, startAttempt, submitAttempt } from "../../src/browser/player/core/answers";
import { checkOf, createBitReader, createBitWriter } from "../../src/browser/player/core/bits";
import { decode, encode, worstCase } from "../../src/browser/player/core/codec";
import type { Course } from "../../src/browser/player/core/course";
import { drawn } from "../../src/browser/player/core/draw";
import { attemptsLeft, visit } from "../../src/browser/player/core/progress";
import { fresh, merge, type CourseState } from "../../src/browser/player/core/state";
import { courseOf, randomState, randoms } from "./support";

const random = randoms(20261124);
/** Counts of draws: none, one from all items, or two from a half each. */
const someDraw = (): number[] => [[], [1 + random(2)], [1, 1]][random(3)] ?? [];

test("Decoding returns the encoded state", () => {
  for (let round = 0; round < 400; round++) {
    const course = courseOf({
      pages: 2 + random(60),
      checks: random(40),
      items: 2 + random(12),
      draw: someDraw(),
      reviewAfter: random(4),
    });
    const state = randomState(course, random);
    assert.deepEqual(decode(course, encode(course, state)), { kind: "same", state });
  }
});

test("The worst case is the length of a full state, and no state is longer", () => {
  for (let round = 0; round < 60; round++) {
    const course = courseOf({ pages: 2 + random(80), checks: random(50), items: random(20), reviewAfter: random(2) });
    const worst = worstCase(course);
    let longest = 0;
    for (let state = 0; state < 20; state++)
      longest = Math.max(longest, encode(course, randomState(course, random)).length);
    assert.ok(longest <= worst);
    const full = randomState(course, random, "full");
    assert.equal(encode(course, { ...full, revision: 36 ** 6 - 1 }).length, worst);
    // As the compiler calculates it (StateLayout): a frame of eighteen characters, and six bits per character.
    const pages = full.seen.length;
    const width = course.questions.reduce((sum, question) => sum + 1 + question.bits + (question.assessed ? 0 : 3), 0);
    const assessment = (course.assessment ? 34 : 0) + (course.assessment?.reviewAfter ? 5 + pages : 0);
    const bits = 2 + 14 + 4 + 1 + 12 + Math.max(1, Math.ceil(Math.log2(pages))) + pages + width + assessment;
    assert.equal(worst, 18 + Math.ceil(bits / 6));
  }
});

test("An encoded state starts with a letter and has only characters that every LMS preserves", () => {
  for (let round = 0; round < 100; round++) {
    const course = courseOf({ pages: 1 + random(30), checks: random(20), items: random(5) });
    assert.match(encode(course, randomState(course, random)), /^a[A-Za-z0-9_.-]+$/);
  }
});

test("A state that was changed, cut or extended by one character is never read as another state", () => {
  const course = courseOf({ pages: 12, checks: 6, items: 4 });
  for (let round = 0; round < 300; round++) {
    const text = encode(course, randomState(course, random));
    const at = random(text.length);
    const changed = [
      text.slice(0, at) + (text[at] === "Z" ? "Y" : "Z") + text.slice(at + 1),
      text.slice(0, at),
      text + "A",
    ];
    for (const damaged of changed)
      assert.equal(decode(course, damaged).kind, damaged === "" ? "empty" : "damaged", damaged);
  }
});

test("Decoding never throws, whatever text the LMS returns", () => {
  const course = courseOf({ pages: 5, checks: 3, items: 3 });
  const texts = ["", "null", "a", "....", "a1..x.", "𝄞", "a1.h4sh.!!!!.AAAA", "x".repeat(70_000), '{"json":true}'];
  for (const text of texts) assert.doesNotThrow(() => decode(course, text));
});

test("After a change of the course, status, best result and attempts are kept", () => {
  const old = courseOf({ pages: 5, checks: 3, items: 3 });
  const state = randomState(old, random);
  const decoded = decode({ ...courseOf({ pages: 9, checks: 1, items: 3 }), hash: "othr" }, encode(old, state));
  assert.equal(decoded.kind, "changed");
  if (decoded.kind === "changed") {
    const { revision, status, best, met, attemptsUsed, written } = state;
    assert.deepEqual(decoded.kept, { revision, status, best, met, attemptsUsed, written });
  }
});

test("The status never falls and the best result never falls, whatever the learner does", () => {
  const rank = { incomplete: 0, completed: 1, failed: 1, passed: 2 };
  for (let round = 0; round < 200; round++) {
    const course = courseOf({ pages: 3, checks: 2, items: 3, attempts: 1 + random(3) });
    let state: CourseState = fresh(course);
    for (let step = 0; step < 25; step++) {
      const before = state;
      const action = random(5);
      if (action === 0) state = visit(state, course, random(3));
      else if (action === 1) state = answerCheck(state, course, random(2), random(2), random(2) === 1);
      else if (action === 2 && attemptsLeft(state, course) > 0) state = startAttempt(state, random(2 ** 31));
      else if (action === 3) state = answerItem(state, random(3), random(2));
      else
        state = submitAttempt(
          state,
          course,
          [0, 1, 2].map(() => Number(random(3) > 0)),
        );
      assert.ok(rank[state.status] >= rank[before.status]);
      assert.ok((state.best ?? -1) >= (before.best ?? -1));
    }
  }
});

test("Merging two copies of a learner's progress loses nothing of either, in any order", () => {
  for (let round = 0; round < 200; round++) {
    const course = courseOf({ pages: 8, checks: 5, items: 3 });
    const one = randomState(course, random);
    const other = { ...randomState(course, random), revision: one.revision + 1 };
    const joined = merge(one, other);
    assert.deepEqual(joined, merge(other, one));
    joined.seen.forEach((seen, index) => assert.equal(seen, one.seen[index] || other.seen[index]));
    joined.checks.forEach((check, index) =>
      assert.equal(check?.right ?? false, (one.checks[index]?.right ?? false) || (other.checks[index]?.right ?? false)),
    );
    assert.equal(joined.best ?? -1, Math.max(one.best ?? -1, other.best ?? -1));
  }
});

test("Progress of an earlier release with a known layout is migrated: pages and answers follow their ids", () => {
  for (let round = 0; round < 40; round++) {
    const old = { ...courseOf({ pages: 3 + random(20), checks: random(10), items: random(6) }), hash: "0ld_" };
    const pages = [...(old.modules[0]?.pages ?? [])].reverse().slice(1).concat("brand-new");
    const questions = [...old.questions].reverse().slice(random(2));
    const now: Course = {
      ...old,
      hash: "n3w_",
      modules: [{ id: "one", file: null, pages }],
      questions,
      earlier: [
        {
          hash: old.hash,
          pages: old.modules[0]?.pages ?? [],
          questions: old.questions,
          assessment: old.assessment !== null,
          draw: [],
        },
      ],
    };
    const state = randomState(old, random);
    const read = decode(now, encode(old, state));
    assert.ok(read.kind === "same");
    const { state: after } = read;
    assert.deepEqual(
      [after.status, after.best, after.attemptsUsed, after.revision],
      [state.status, state.best, state.attemptsUsed, state.revision],
    );
    pages.forEach((page, index) =>
      assert.equal(after.seen[index], state.seen[(old.modules[0]?.pages ?? []).indexOf(page)] ?? false),
    );
    const [oldChecks, newChecks] = [old, now].map((course) =>
      course.questions.filter((question) => !question.assessed),
    );
    newChecks?.forEach((check, index) =>
      assert.deepEqual(after.checks[index], state.checks[oldChecks?.indexOf(check) ?? -1] ?? null),
    );
    assert.deepEqual(decode(now, encode(now, after)), {
      kind: "same",
      state: { ...after, attempt: after.attempt && { ...after.attempt } },
    });
  }
});

test("Decoding the state of any other course never throws", () => {
  for (let round = 0; round < 300; round++) {
    const old = { ...courseOf({ pages: 1 + random(30), checks: random(12), items: random(8) }), hash: "0ld_" };
    const now = courseOf({ pages: 1 + random(30), checks: random(12), items: random(8) });
    const lies = {
      hash: old.hash,
      pages: ["x"],
      questions: now.questions,
      assessment: random(2) === 1,
      draw: [{ count: random(4), of: [0, 1, 7] }],
    };
    const read = decode({ ...now, earlier: [lies] }, encode(old, randomState(old, random)));
    if (read.kind === "same") assert.equal(read.state.seen.length, now.modules[0]?.pages.length);
  }
});

test("An attempt draws the right number of questions, the same at every launch, none twice before all came", () => {
  for (let round = 0; round < 200; round++) {
    const counts = [1 + random(5), 1 + random(5)];
    const course = courseOf({ pages: 1, checks: 0, items: 10 + random(12), draw: counts });
    const sizes = (course.assessment?.draw ?? []).map(({ of }) => of.length);
    const times = new Map<number, number>();
    let seed: number | null = null;
    for (let attempt = 0; attempt < 16; attempt++) {
      seed = nextSeed(seed, 3_000_000_000 + random(1_000_000_000));
      const questions = drawn(course, seed);
      assert.equal(new Set(questions).size, counts[0]! + counts[1]!);
      assert.deepEqual(questions, drawn(course, seed));
      for (const question of questions) times.set(question, (times.get(question) ?? 0) + 1);
      sizes.forEach((size, at) => {
        const counted = Array.from({ length: size }, (_, index) => times.get(index * 2 + at) ?? 0);
        const [least, most] = [Math.min(...counted), Math.max(...counted)];
        const decks = ((attempt + 1) * counts[at]!) / size;
        assert.ok(least >= Math.floor(decks) - 1 && most <= Math.ceil(decks) + 1, counted.join());
        if (decks <= 1) assert.ok(most <= 1, "a question was drawn twice before the others were drawn once");
      });
    }
  }
});

test("Every question of a pool has the same chance", () => {
  const course = courseOf({ pages: 1, checks: 0, items: 10, draw: [3] });
  const times = Array.from({ length: 10 }, () => 0);
  for (let learner = 0; learner < 10_000; learner++)
    for (const index of drawn(course, nextSeed(null, random(2 ** 32)))) times[index]!++;
  for (const count of times) assert.ok(Math.abs(count - 3_000) < 250, times.join());
});

test("Progress on 500 pages and 300 answered questions takes at most 1,200 characters", () => {
  // Half of them knowledge checks, half drawn for an attempt; four options each, and the seed.
  const course = courseOf({ pages: 500, checks: 150, items: 150 });
  const fourOptions = {
    ...course,
    questions: course.questions.map((question) => ({ ...question, options: 4, bits: 2 })),
  };
  assert.ok(worstCase(fourOptions) <= 1_200, String(worstCase(fourOptions)));
  const allChecks = courseOf({ pages: 500, checks: 300, items: 0 });
  const several = {
    ...allChecks,
    questions: allChecks.questions.map((question) => ({ ...question, options: 6, bits: 6 })),
  };
  assert.ok(worstCase(several) <= 1_200, String(worstCase(several)));
  console.log(
    `500 pages, 300 questions: ${worstCase(fourOptions)} characters; ` +
      `all of them multiple choice knowledge checks with six options: ${worstCase(several)}`,
  );
});

test("A number that does not fit is stored as the nearest that does", () => {
  for (const [value, width, stored] of [
    [7, 3, 7],
    [8, 3, 7],
    [99, 3, 7],
    [-1, 3, 0],
    [2.9, 3, 2],
    [2 ** 52, 52, 2 ** 52 - 1],
  ] as const) {
    const writer = createBitWriter();
    writer.write(value, width);
    assert.equal(createBitReader(writer.text()).read(width), stored, `${value} in ${width} bits`);
  }
});

test("A state whose bits end too early is damaged, even with the right layout and checksum", () => {
  const course = courseOf({ pages: 12, checks: 6, items: 4 });
  const [head = "", hash = "", bits = ""] = encode(course, randomState(course, random)).split(".");
  for (let length = 0; length < bits.length; length++) {
    const text = `${head}.${hash}.${bits.slice(0, length)}`;
    const { kind } = decode(course, `${text}.${checkOf(text)}`);
    // The bits of the last character may all be padding.
    if (length < bits.length - 1) assert.equal(kind, "damaged", `${length} of ${bits.length}`);
  }
  const reader = createBitReader("AA");
  reader.read(12);
  assert.equal(reader.isPastEnd(), false);
  reader.read(1);
  assert.equal(reader.isPastEnd(), true);
});
