import assert from "node:assert/strict";
import { test } from "node:test";
import { numberOf, plain } from "../../src/browser/player/kinds/typed";

const languages = ["en", "fr", "de", "pl", "es", "pt", "it", "nl", "ro", "el", "tr", "uk", "ar", "de-CH", "fa"];

test("A learner may type any number as the page shows it, in every language and with its digits", () => {
  for (const language of languages)
    for (const numberingSystem of ["latn", language === "ar" ? "arab" : language === "fa" ? "arabext" : "latn"])
      for (let integer = 0; integer <= 2_000_000; integer = integer * 7 + 3)
        for (const value of [integer, integer + 0.5, integer + 0.25, -integer - 0.75]) {
          const shown = new Intl.NumberFormat(language, { numberingSystem, maximumFractionDigits: 3 }).format(value);
          assert.equal(numberOf(shown, language), value, `${language}: ${shown}`);
          const plainly = new Intl.NumberFormat(language, { numberingSystem, useGrouping: false }).format(value);
          assert.equal(numberOf(plainly, language), value, `${language}: ${plainly}`);
        }
});

test("A decimal comma or point is read in every language where it cannot group thousands", () => {
  for (const language of languages)
    for (const typed of ["1,5", "1.5", " 1,50 ", "01.5", "1٫5", "١٫٥", "１．５"])
      assert.equal(numberOf(typed, language), 1.5, `${language}: ${typed}`);
  for (const [language, typed, value] of [
    ["en", "12,500", 12500],
    ["en", "1.250", 1.25],
    ["en", "0,500", 0.5],
    ["de", "12.500", 12500],
    ["de", "1,250", 1.25],
    ["fr", "1.250", 1.25],
    ["fr", "1 250,5", 1250.5],
    ["fr", "1\u202f250", 1250],
    ["en", "1,250,000", 1250000],
    ["en", "1.250.000,5", 1250000.5],
    ["fr", "1’250", 1250],
    ["en", "−3", -3],
    ["en", "–3", -3],
    ["en", ".5", 0.5],
    ["fr", ",5", 0.5],
  ] as const)
    assert.equal(numberOf(typed, language), value, `${language}: ${typed}`);
});

test("A text that is no number is never read as one", () => {
  for (const language of languages)
    for (const typed of [
      "",
      " ",
      "abc",
      "1a",
      "1,2,3",
      "1.2.3",
      "12,34.567,8",
      "1e3",
      "0x10",
      "Infinity",
      "--1",
      "1,",
      "-",
    ])
      assert.ok(Number.isNaN(numberOf(typed, language)), `${language}: ${typed}`);
});

test("Apostrophes, quotation marks and spaces of all keyboards are equal in an answer", () => {
  for (const typed of ["it’s", "it‘s", "itʼs", "it`s", "it´s", "it's", "it＇s"]) assert.equal(plain(typed), "it's");
  for (const typed of ["“yes”", "„yes“", "«yes»", "«\u00a0yes\u00a0»", "″yes″", "＂yes＂"])
    assert.equal(plain(typed), '"yes"');
  assert.equal(plain("  two\u00a0 words\u202fhere "), "two words here");
});
