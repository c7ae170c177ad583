// Bundles the tests in a copy of the repository, tests/mutation/sandbox/<name>, with the repository's build tools.
import { mkdir, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

// Fuzz tests take too long to run once per mutant.
const names =
  "adapter-faults adapters codec device encodings host launch numbers parts pools proof report restore review saver " +
  "saver-device saver-sentences saving scorm12 scoring session session-events shown-results special state typed " +
  "updates upgrade";
const tests = names.split(" ");
const modules = path.resolve("../../../../src/browser/node_modules");
await symlink(modules, "src/browser/node_modules", "junction");
await mkdir("src/browser/out/player", { recursive: true }); // a test reads what was built there
const { build } = createRequire(path.join(modules, "here.js"))("esbuild");
const { targets } = await import(path.resolve("src/browser/targets.mjs"));
await build({
  stdin: {
    contents: tests.map((name) => `import "./tests/player/${name}.test";`).join("\n"),
    resolveDir: path.resolve("."),
  },
  alias: { "node:test": path.resolve("tests/mutation/node-test.mjs") },
  plugins: [targets()],
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  external: ["node:*"],
  // "yaml" is CommonJS and asks for modules of Node.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  nodePaths: [modules],
  outfile: "src/browser/out/tests/all.mjs",
});
