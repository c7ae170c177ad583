import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const player = fileURLToPath(new URL("../../player", import.meta.url)); // from src/browser/out/tests

/** Calls with which a browser also scrolls the page of the LMS around the course. */
const scrolling = /\.focus\(\)|\.scrollIntoView\(|location\.hash\s*=[^=]/;

test("No file of the player calls what also scrolls the page of the LMS", () => {
  const files = (readdirSync(player, { recursive: true }) as string[]).filter((name) => name.endsWith(".ts"));
  assert.ok(files.length > 80);
  const calls = files.flatMap((name) =>
    readFileSync(path.join(player, name), "utf8")
      .split("\n")
      .filter((line) => scrolling.test(line) && !/^\s*(\*|\/\/)/.test(line) && !/form\.focus\(\)/.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  assert.deepEqual(calls, []);
});
