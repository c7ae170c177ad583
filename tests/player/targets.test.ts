import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { standard } from "../../src/browser/lms/traits";

// Adds the made-up LMS of tests/targets, which is one file, and builds programs with it.

const browser = fileURLToPath(new URL("../../", import.meta.url));
const player = path.join(browser, "../../tests/player");
const madeUp = path.join(browser, "../../tests/targets");
const load = (file: string): Promise<unknown> => import(pathToFileURL(file).href);
let folder = "";

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "protect-scorm-targets-"));
  const { build } = (await load(path.join(browser, "node_modules/esbuild/lib/main.js"))) as typeof import("esbuild");
  const { targets } = (await load(path.join(browser, "targets.mjs"))) as {
    targets: (...folders: readonly string[]) => import("esbuild").Plugin;
  };
  await build({
    bundle: true,
    platform: "node",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    outdir: folder,
    entryPoints: [
      path.join(player, "kill-matrix.test.ts"),
      path.join(browser, "lms/simulated-lms.ts"),
      path.join(browser, "preview/choosing.ts"),
    ],
    entryNames: "[name]",
    plugins: [targets(madeUp)],
  });
});

after(() => rm(folder, { recursive: true }));

test("An LMS added as one file is simulated with each trait of its file", async () => {
  const { simulatedLms } = (await load(
    path.join(folder, "simulated-lms.mjs"),
  )) as typeof import("../../src/browser/lms/simulated-lms");
  const { name, traits } = simulatedLms("made-up");
  assert.equal(name, "Made-up LMS");
  assert.deepEqual(Object.keys(traits).sort(), Object.keys(standard).sort());
  assert.deepEqual(traits, {
    ...standard,
    suspendData: 20_000,
    trueOffline: true,
    dropsResent: true,
    clearsStorage: true,
    hidesErrors: true,
    returnsBooleans: true,
    forgetsInteractions: true,
    emptiesAfterCompletion: false,
    reviewsPassed: true,
    scoreIsProgress: true,
    readsEmpty: ["cmi.core.lesson_mode"],
    statusIfUnset: "incomplete",
    mastery: "when no status was set",
    expiresAfter: 100_000,
    throwsAfter: 100_000,
    late: 300,
  });
});

/** As much of an element as the lists of choices need. */
class Element {
  readonly children: (Element | string)[] = [];
  readonly attributes: Record<string, string> = {};
  textContent = "";
  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }
  append(...children: (Element | string)[]): void {
    this.children.push(...children);
  }
  addEventListener(): void {
    // Nobody chooses anything here.
  }
}

test("An LMS added as one file is offered in the preview, at its place among the systems", async () => {
  const places: Record<string, Element> = {};
  (globalThis as { document?: unknown }).document = {
    createElement: () => new Element(),
    querySelector: (selector: string) => (places[selector] ??= new Element()),
  };
  const { offerChoices } = (await load(
    path.join(folder, "choosing.mjs"),
  )) as typeof import("../../src/browser/preview/choosing");
  offerChoices(new Set(), () => undefined);
  const groups = places["[data-as]"]?.children as Element[];
  const systems = groups.find(({ attributes }) => attributes.label === "Systems")?.children as Element[];
  assert.deepEqual(
    systems.map(({ attributes, textContent }) => `${attributes.value}: ${textContent}`),
    [
      "moodle: Moodle",
      "ilias: ILIAS",
      "chamilo: Chamilo",
      "open-edx: Open edX (SCORM XBlock)",
      "made-up: Made-up LMS",
      "openolat: OpenOlat",
      "kolibri: Kolibri",
    ],
  );
});

test("An LMS added as one file is played in the kill matrix", () => {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout } = spawnSync(
    process.execPath,
    ["--test-reporter=tap", path.join(folder, "kill-matrix.test.mjs")],
    { env: { ...env, PROTECT_LMS: "made-up" }, encoding: "utf8" },
  );
  assert.match(stdout, /^ok \d+ - In “made-up”[^#\n]*$/m);
  assert.match(stdout, /^# fail 0$/m);
  assert.equal(status, 0, stdout);
});
