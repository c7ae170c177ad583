import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

// The folders of src/README.md as data, as RoomsTests does for the library. Type imports count too.

interface Import {
  readonly from: string;
  readonly values: readonly string[];
  /** The import has no names: it only runs the file. */
  readonly bare: boolean;
}
const browser = fileURLToPath(new URL("../../", import.meta.url)); // from src/browser/out/tests
const { importsIn } = (await import(new URL("../../imports.mjs", import.meta.url).href)) as {
  importsIn(text: string, file?: string): Import[];
};

/** Folders and the folders they may use, in addition to themselves. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  "player/core": [],
  "player/kinds": ["player/core"],
  "player/lms": ["player/core"],
  "player/page": ["player/core", "player/kinds", "player/lms"],
  player: ["player/core", "player/lms", "player/page"],
  lms: [],
  play: ["player/core", "lms"],
  preview: ["player/core", "lms"],
};

type Sources = ReadonlyMap<string, string>;
const sources: Sources = new Map(
  Object.keys(rooms).flatMap((room) =>
    readdirSync(path.join(browser, room))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => [`${room}/${name}`, readFileSync(path.join(browser, room, name), "utf8")] as const),
  ),
);

/** The files that a file imports, and whether only to run them. */
const importsOf = (all: Sources, file: string): { file: string; bare: boolean }[] =>
  importsIn(all.get(file) ?? "", file)
    .filter(({ from }) => from.startsWith("."))
    .map(({ from, bare }) => ({ file: path.posix.join(path.posix.dirname(file), from), bare }))
    .map(({ file: to, bare }) => ({ file: all.has(`${to}.ts`) ? `${to}.ts` : to, bare }));

/** A circle of imports as a list of files; null if there is none. */
function circleIn(all: Sources): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, above: readonly string[]): string[] | null => {
    if (above.includes(file)) return [...above.slice(above.indexOf(file)), file];
    if (done.has(file)) return null;
    done.add(file);
    for (const { file: to } of importsOf(all, file)) {
      const circle = visit(to, [...above, file]);
      if (circle) return circle;
    }
    return null;
  };
  for (const file of all.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return null;
}

/** Imports of folders that the importing folder must not use. */
const upwardIn = (all: Sources): string[] =>
  [...all.keys()].flatMap((file) => {
    const room = path.posix.dirname(file);
    return importsOf(all, file)
      .filter(({ file: to }) => ![room, ...(rooms[room] ?? [])].includes(path.posix.dirname(to)))
      .map(({ file: to }) => `${file} imports ${to}`);
  });

/** Imports that only run a file, so that it registers itself. */
const bareIn = (all: Sources): string[] =>
  [...all.keys()].flatMap((file) =>
    importsOf(all, file)
      .filter(({ bare }) => bare)
      .map(({ file: to }) => `${file} runs ${to}`),
  );

test("The browser programs have no circle of imports, type imports included", () => {
  assert.ok(sources.size > 100, String(sources.size));
  assert.deepEqual(circleIn(sources), null);
});

test("A folder of the browser programs imports only folders below it", () => {
  assert.deepEqual(upwardIn(sources), []);
  const folders = readdirSync(browser, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map(({ parentPath }) => path.relative(browser, parentPath).split(path.sep).join("/"))
    .filter((folder) => !/^(node_modules|out)\b/.test(folder));
  assert.deepEqual([...new Set(folders)].sort(), Object.keys(rooms).sort());
});

test("No file of the browser programs registers itself by being imported", () => {
  assert.deepEqual(bareIn(sources), []);
});

test("Circles, imports of folders above and imports without names are found in every form of an import", () => {
  const made = (one: string, other: string): Sources =>
    new Map([
      ["player/core/one.ts", one],
      ["player/core/other.ts", other],
      ["player/page/above.ts", "export const a = 1;"],
    ]);
  for (const line of [
    'import { a } from "./other";',
    'import type { a } from "./other";',
    'import {\n  type a,\n  b as c,\n} from "./other";',
    "import type * as all from './other'",
    'export type { a } from "./other";',
    'export * from "./other";',
    'import "./other";',
    'type A = import("./other").a;',
    'type A = typeof import("./other");',
    'const a = await import("./other");',
    'import a = require("./other");',
  ]) {
    const circle = circleIn(made(line, 'import type { b } from "./one";'));
    assert.deepEqual(circle, ["player/core/one.ts", "player/core/other.ts", "player/core/one.ts"], line);
    assert.deepEqual(circleIn(made(line, "export const a = 1;")), null, line);
    const up = line.replace("./other", "../page/above");
    assert.deepEqual(upwardIn(made(up, "")), ["player/core/one.ts imports player/page/above.ts"], line);
    assert.deepEqual(upwardIn(made(line, "")), [], line);
  }
  assert.deepEqual(bareIn(made('import "./other";', "")), ["player/core/one.ts runs player/core/other.ts"]);
  assert.deepEqual(
    upwardIn(made('// import { a } from "../page/above";\nconst a = `import "../page/above"`;', "")),
    [],
  );
});

test("Only the driver of SCORM 1.2, and what runs before it, name its elements", () => {
  const player = [...sources].filter(([file]) => file.startsWith("player/"));
  const naming = (pattern: RegExp): string[] => player.filter(([, text]) => pattern.test(text)).map(([file]) => file);
  const driver = ["player/lms/scorm12-opening.ts", "player/lms/scorm12.ts"];
  assert.deepEqual(naming(/\bcmi\b/), driver);
  assert.deepEqual(naming(/lesson_|suspend_data|session_time|student_id|mastery_score/), driver);
  assert.deepEqual(naming(/student_response|correct_responses|weighting/), ["player/lms/scorm12-interactions.ts"]);
  // The files that a second standard touches, in addition to two of its own.
  assert.deepEqual(
    player
      .filter(([file]) => !/player\/lms\/scorm12/.test(file))
      .filter(([, text]) => importsIn(text).some(({ from }) => /\/scorm12/.test(from)))
      .map(([file]) => file),
    ["player/lms/connect.ts", "player/page/checks.ts", "player/boot.ts"],
  );
  assert.ok(existsSync(path.join(browser, "player/lms/driver.ts")));
});
