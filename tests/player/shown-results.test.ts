import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { pointsText } from "../../src/browser/player/core/fractions";
import type { CreditRule } from "../../src/browser/player/core/marking";
import { verdictOf, type Mark } from "../../src/browser/player/core/marking";
import { passes } from "../../src/browser/player/core/scoring";
import { shownMark, shownPercent } from "../../src/browser/player/core/shown-result";
import type { Player } from "../../src/browser/player/page/contract";
import { creditNote } from "../../src/browser/player/page/credit-note";
import { wordsOf } from "../../src/browser/player/page/player";
import { courseOf } from "./support";

const strings = fileURLToPath(new URL("../../../../templates/default/strings/", import.meta.url)); // from out/tests
const wordsIn = (language: string): Record<string, string> =>
  (parse(readFileSync(path.join(strings, `${language}.yaml`), "utf8")) as { program: Record<string, string> }).program;

test("A shown result is an integer, never above the score, and agrees with the pass or fail", () => {
  for (const passMark of [0, 1, 50, 66, 66.67, 75, 79.5, 80, 99.01, 100]) {
    const course = courseOf({ pages: 1, checks: 0, items: 3, passMark });
    const mark = shownMark(course);
    assert.ok(Number.isInteger(mark) && mark >= passMark && mark < passMark + 1, String(mark));
    let before = 0;
    for (let result = 0; result <= 10_000; result++) {
      const shown = shownPercent(course, result);
      assert.ok(Number.isInteger(shown) && shown >= 0 && shown <= 100, `${passMark} ${result} ${shown}`);
      assert.equal(shown >= mark, passes(course, result), `${passMark}: ${result} is shown as ${shown}`);
      assert.ok(Math.abs(shown - result / 100) < 1, `${result} is shown as ${shown}`);
      assert.ok(shown >= before, "a better result is never shown as a worse one");
      // Only a pass mark with decimals, set by an LMS, rounds a result up.
      if (Number.isInteger(passMark)) assert.equal(shown, Math.floor(result / 100));
      assert.equal(shown === 100, result === 10_000 || (mark === 100 && passes(course, result)));
      before = shown;
    }
  }
});

test("Points are whole numbers or exact fractions, and otherwise rounded down to two decimals", () => {
  const texts: [number, string][] = [
    [0, "0"],
    [2 / 3, "2/3"],
    [1 / 3 + 1 / 3 + 1 / 3, "1"],
    [1.5, "\u20661\u00a01/2\u2069"],
    [2 + 5 / 12, "\u20662\u00a05/12\u2069"],
    [17 / 60, "0.28"],
    [9, "9"],
  ];
  for (const [points, text] of texts) assert.equal(pointsText(points, String), text);
});

/** The note on one answer, in the English of the player. */
function noteOn(mark: Mark, credit: CreditRule, weight: number, language = "en"): string | null {
  const course = courseOf({ pages: 1, checks: 0, items: 1, weights: [weight] });
  const assessment = course.assessment && { ...course.assessment, credit };
  const player = { course: { ...course, language, assessment }, words: wordsOf(wordsIn(language), language) };
  const [question] = course.questions.filter(({ assessed }) => assessed);
  assert.ok(question);
  const judgement = { answer: 0, confidence: 0, mark, verdict: verdictOf(mark), chosen: [], reported: [] };
  return creditNote(player as unknown as Player, question, judgement);
}

test("A partly right answer says in words how many points it gets, and why", () => {
  const two = { right: 2, wrong: 0, of: 3 };
  assert.equal(noteOn(two, "share", 1), "2 of 3 right: 2/3 of 1 point.");
  assert.equal(noteOn(two, "share", 3), "2 of 3 right: 2 of 3 points.");
  assert.equal(noteOn(two, "share", 2), "2 of 3 right: \u20661\u00a01/3\u2069 of 2 points.");
  assert.equal(noteOn({ ...two, wrong: 1 }, "share-less-wrong", 1), "2 of 3 right, 1 wrong: 1/3 of 1 point.");
  assert.equal(noteOn({ right: 1, wrong: 2, of: 3 }, "share-less-wrong", 1), "1 of 3 right, 2 wrong: 0 of 1 point.");
  assert.match(noteOn(two, "whole", 1) ?? "", /^2 of 3 right\. .*only .*completely right/);
});

test("A right and a wrong answer need no words about points", () => {
  for (const rule of ["whole", "share", "share-less-wrong"] as const) {
    assert.equal(noteOn({ right: 3, wrong: 0, of: 3 }, rule, 1), null);
    assert.equal(noteOn({ right: 0, wrong: 0, of: 3 }, rule, 1), null);
  }
});

test("The words about points have all their numbers in every language", () => {
  for (const language of ["ar", "de", "el", "en", "es", "fr", "it", "nl", "pl", "pt", "ro", "tr", "uk"])
    for (const weight of [1, 2, 3, 5, 11, 21]) {
      for (const rule of ["whole", "share", "share-less-wrong"] as const) {
        const note = noteOn({ right: 2, wrong: 1, of: 3 }, rule, weight, language) ?? "";
        assert.doesNotMatch(note, /[{}_]/, `${language}: ${note}`);
        assert.match(note, /2.*3/, `${language}: ${note}`);
      }
    }
});
