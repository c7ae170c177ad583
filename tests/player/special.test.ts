import assert from "node:assert/strict";
import { test } from "node:test";
import type { QuestionData, QuestionKey } from "../../src/browser/player/core/course-data";
import { creditOf, verdictOf } from "../../src/browser/player/core/marking";
import { pack } from "../../src/browser/player/core/radix";
import { kind as categorise } from "../../src/browser/player/kinds/categorise";
import type { Asked } from "../../src/browser/player/kinds/kind";
import { kind as single } from "../../src/browser/player/kinds/single-choice";
import { special } from "../../src/browser/player/kinds/special";
import { courseOf } from "./support";

const question = courseOf({ pages: 1, checks: 1, items: 0 }).questions[0] as QuestionData;
const asked = (key: QuestionKey, more: Partial<QuestionData> = {}): Asked => ({
  question: { ...question, options: 4, ...more },
  key,
  language: "en",
  words: (name) => name,
});

test("Any one of several accepted options is right, and is reported as the right answer", () => {
  const kind = special(single);
  const any = asked({ right: [1, 3], accept: [[1, 3]] });
  for (const option of [1, 3]) {
    assert.equal(verdictOf(kind.mark(option, any)), "right");
    assert.deepEqual(kind.report(option, any), [{ type: "choice", options: 4, chosen: [option], right: [option] }]);
  }
  assert.equal(verdictOf(kind.mark(0, any)), "wrong");
  assert.deepEqual(kind.report(0, any), [{ type: "choice", options: 4, chosen: [0], right: [1] }]);
});

test("An option with credit is partly right, and gets its share where shares count", () => {
  const kind = special(single);
  const half = asked({ right: [0], credits: [0, 0.5, 0, 0.25] });
  const verdicts = [0, 1, 2, 3].map((option) => verdictOf(kind.mark(option, half)));
  assert.deepEqual(verdicts, ["right", "partly", "wrong", "partly"]);
  const credits = (rule: "whole" | "share" | "share-less-wrong"): number[] =>
    [0, 1, 2, 3].map((option) => creditOf(kind.mark(option, half), rule));
  assert.deepEqual(credits("share"), [1, 0.5, 0, 0.25]);
  assert.deepEqual(credits("share-less-wrong"), [1, 0.5, 0, 0.25]);
  assert.deepEqual(credits("whole"), [1, 0, 0, 0]);
  assert.deepEqual(kind.report(1, half), [{ type: "choice", options: 4, chosen: [1], right: [0] }]);
});

test("An item of two categories is right in each of them, and an unanswered one in none", () => {
  const kind = special(categorise);
  const both = asked({ right: [0, 0], accept: [[0], [0, 2]] }, { options: 3, parts: 2 });
  const answer = (...targets: (number | null)[]): number =>
    pack(
      targets.map((target) => (target === null ? 0 : target + 1)),
      [4, 4],
    );
  const parts = (...targets: (number | null)[]): unknown => kind.mark(answer(...targets), both)?.parts;
  assert.deepEqual(parts(0, 0), [true, true]);
  assert.deepEqual(parts(0, 2), [true, true]);
  assert.deepEqual(parts(2, 1), [false, false]);
  assert.deepEqual(parts(0, null), [true, false]);
  assert.deepEqual(kind.report(answer(0, 2), both), [{ type: "matching", chosen: [0, 2], right: [0, 2] }]);
  assert.deepEqual(kind.report(answer(1, 1), both), [{ type: "matching", chosen: [1, 1], right: [0, 0] }]);
});

test("A key without special answers is marked and reported as before", () => {
  const plain = asked({ right: [2] });
  for (const option of [0, 1, 2, 3]) {
    assert.deepEqual(special(single).mark(option, plain), single.mark(option, plain));
    assert.deepEqual(special(single).report(option, plain), single.report(option, plain));
  }
});
