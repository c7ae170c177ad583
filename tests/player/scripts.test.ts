import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

interface Script {
  readonly output: string;
  readonly carries?: boolean;
  readonly early?: boolean;
  readonly sources: readonly string[];
  readonly text?: string;
  readonly shares?: readonly (readonly [name: string, file: string])[];
}
const { bundleScripts, refuseCopies } = (await import(new URL("../../scripts.mjs", import.meta.url).href)) as {
  bundleScripts(common: object): Promise<Script[]>;
  refuseCopies(scripts: readonly Script[]): void;
};
const { importsIn } = (await import(new URL("../../imports.mjs", import.meta.url).href)) as {
  importsIn(text: string): { values: string[]; bare: boolean }[];
};
const common = { bundle: true, minify: true, target: "es2020", charset: "utf8" };

test("Two builds of the scripts are equal byte for byte, and scripts share functions by readable names", async () => {
  const [one, other] = await Promise.all([bundleScripts(common), bundleScripts(common)]);
  assert.ok(one.length > 20, String(one.length));
  assert.deepEqual(
    one.map(({ text }) => text),
    other.map(({ text }) => text),
  );
  const core = one.find(({ output }) => output === "core");
  const names = (core?.shares ?? []).map(([name]) => name);
  assert.ok(names.includes("start") && names.includes("drawn"), names.join());
  assert.deepEqual(names, [...names].sort());
  for (const name of names) assert.match(core?.text ?? "", new RegExp(`globalThis\\.protect=\\{.*\\b${name}:`));
});

test("The script for earlier layouts has every function that the player calls", async () => {
  const source = await readFile(new URL("../../player/core/course.ts", import.meta.url), "utf8");
  const contract = /interface Layouts \{([^}]*)\}/.exec(source)?.[1] ?? "";
  const wanted = [...contract.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
  assert.ok(wanted.length >= 2, contract);
  const { text } = (await bundleScripts(common)).find(({ output }) => output === "extra-migrate") ?? {};
  const found: unknown = runInNewContext(`${text}; Object.keys(x_migrate)`, { protect: {} });
  assert.deepEqual([...(found as string[])].sort(), wanted.sort());
});

test("Scripts that take texts of formulas have a second output, and the first one has no byte of that", async () => {
  const all = await bundleScripts(common);
  const second = all.filter(({ output }) => output.endsWith("-formulas"));
  assert.deepEqual(second.map(({ output }) => output.replace("-formulas", "")).sort(), [
    "block-checklist",
    "extra-card",
    "question-gap-fill",
    "question-ordering",
  ]);
  for (const { output, text } of all) assert.equal(/alttext/.test(text ?? ""), /-formulas$|aloud/.test(output), output);
});

test("A module is in two scripts only if one of them is loaded before the other", () => {
  const core = { output: "core", carries: true, sources: ["a.ts"] };
  assert.throws(() => refuseCopies([core, { output: "kind", sources: ["b.ts", "a.ts"] }]), /a\.ts is in core\.js/);
  const later = { output: "later", carries: true, sources: ["b.ts"] };
  const early = { output: "decks", early: true, sources: ["b.ts"] };
  refuseCopies([core, early, later, { output: "kind", sources: ["c.ts"] }, { output: "other", sources: ["c.ts"] }]);
  assert.throws(
    () => refuseCopies([core, early, later, { output: "kind", sources: ["b.ts"] }]),
    /b\.ts is in later\.js/,
  );
  assert.throws(() => refuseCopies([core, { ...early, sources: ["a.ts"] }]), /a\.ts is in core\.js and in decks\.js/);
});

test("The values of an import are found in every form, without its types", () => {
  for (const [line, values] of [
    ['import { a, type B, c as d } from "./x";', ["a", "c"]],
    ['import {\n  a,\n  c as d,\n} from "./x";', ["a", "c"]],
    ["import e, { a } from './x'", ["default", "a"]],
    ['import * as all from "./x";', ["*"]],
    ['export { a, type B, c as d } from "./x";', ["a", "c"]],
    ['export * from "./x";', ["*"]],
    ['export * as all from "./x";', ["*"]],
    ['import "./x";', []],
    ['import type { a } from "./x";', []],
    ['import type * as all from "./x";', []],
    ['import type e from "./x";', []],
    ['export type { a } from "./x";', []],
    ['export type * from "./x";', []],
    ['type A = import("./x").A;', []],
  ] as const)
    assert.deepEqual(
      importsIn(line).map((one) => [one.values, one.bare]),
      [[values, line === 'import "./x";']],
      line,
    );
});
