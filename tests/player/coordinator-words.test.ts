import assert from "node:assert/strict";
import { test } from "node:test";
import { greek } from "../../src/browser/preview/words-el";
import { english } from "../../src/browser/preview/words-en";
import { french } from "../../src/browser/preview/words-fr";
import { polish } from "../../src/browser/preview/words-pl";
import { turkish } from "../../src/browser/preview/words-tr";

const placeholders = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();

test("The coordinator's page has every text in each language, with the same placeholders", () => {
  for (const words of [french, polish, turkish, greek]) {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(words)) {
      assert.ok(text.trim().length > 0, key);
      assert.deepEqual(placeholders(text), placeholders(english[key as keyof typeof english]), key);
    }
  }
});
