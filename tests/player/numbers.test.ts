import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { numbersOf } from "../../src/browser/player/page/player";

const strings = new URL("../../../../templates/default/strings/", import.meta.url); // from src/browser/out/tests
const languages = readdirSync(strings).map((file) => file.replace(".yaml", ""));

test("Numbers are written as each language writes them", () => {
  assert.ok(languages.length >= 13, languages.join());
  for (const language of [...languages, "ar-EG", "fa", "ne", "en-GB", "fr-BE", "pt-BR", "de-CH", "es-MX"]) {
    const format = new Intl.NumberFormat(language);
    const number = numbersOf(language);
    for (const value of [0, 7, 10, 123, 999, 1_000, 12_345.6, -3, 0.5])
      assert.equal(number(value), format.format(value), `${language} ${value}`);
  }
});
