// Bundles the scripts of a package: the boot script of index.html, the core, and one script per part and kind. The compiler joins what a course needs.
// They are classic scripts, because a course must run from disk: each sets one global variable with its functions.
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { importsOf, resolved } from "./imports.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const player = path.join(here, "player");
const kinds = JSON.parse(readFileSync(path.join(player, "kinds/table.json"), "utf8"));

const script = (file, output, global, gives, role = "") => ({
  file: path.join(player, file),
  output,
  global,
  gives,
  carries: role === "carries",
  early: role === "early",
});
const ofKind = (prefix, letter) => (slug) =>
  script(`kinds/${slug}.ts`, `${prefix}-${slug}`, `${letter}_${slug.replaceAll("-", "_")}`, ["kind"]);

/**
 * Source, output, global variable and functions of each script, in the order of loading. A script that carries has
 * modules that later scripts use, so that a package has shared code once. An early script runs before the first page,
 * when only boot script and core are loaded: it has its own copy of modules that other scripts carry. Modules that only kinds use
 * are in the script of each kind.
 */
export const scripts = [
  script("boot.ts", "boot", "boot", ["start"], "carries"),
  script("main.ts", "core", "protect", ["start", "module", "later", "assessment", "words", "language"], "carries"),
  script("core/decks.ts", "extra-decks", "x_decks", ["deal"], "early"),
  script("core/migrate.ts", "extra-migrate", "x_migrate", ["courseOf", "migrate", "lossOf"], "early"),
  script(
    "page/languages.ts",
    "extra-languages",
    "x_languages",
    ["firstEdition", "wantedLanguage", "chosenLanguage", "bringLanguage", "putUp", "prepareLanguages", "openNotes"],
    "early",
  ),
  script("page/locks.ts", "extra-locks", "x_locks", ["lockOf"], "early"),
  script("page/later.ts", "extra-later", "x_later", ["later", "openNotes"], "carries"),
  script("page/checks.ts", "extra-checks", "x_checks", ["prepareChecks", "openJournal"], "carries"),
  script("page/assessment.ts", "extra-assessment", "x_assessment", ["prepareAssessment"]),
  script("page/search.ts", "extra-search", "x_search", ["search"]),
  script("page/review.ts", "extra-review", "x_review", ["withReview"]),
  script("page/before-after.ts", "extra-before-after", "x_before_after", ["withComparison"]),
  script("page/card.ts", "extra-card", "x_card", ["withCard"]),
  script("page/aloud.ts", "extra-aloud", "x_aloud", ["withVoice"]),
  script("kinds/drag.ts", "extra-drag", "x_drag", [], "carries"),
  ...kinds.questions.map(ofKind("question", "q")),
  ...kinds.blocks.map(ofKind("block", "b")),
  script("kinds/special.ts", "extra-special", "x_special", ["special"]),
];

/**
 * Plans which script has which modules, and the functions that each script takes from earlier ones: their names, files,
 * and the global variables of those scripts.
 */
function plan() {
  let homes = new Map();
  const plans = scripts.map((one) => {
    const known = homes;
    const homeOf = (file) =>
      one.early && !["boot", "protect"].includes(known.get(file)) ? undefined : known.get(file);
    const modules = new Set();
    const takes = [];
    const visit = (module) => {
      if (modules.has(module)) return;
      modules.add(module);
      for (const { file, values, bare } of importsOf(module)) {
        const home = homeOf(file);
        if (home) takes.push(...values.map((name) => ({ name, file, home })));
        else if (bare || values.length > 0) visit(file);
      }
    };
    visit(one.file);
    if (one.carries) homes = new Map([...homes, ...[...modules].map((file) => [file, one.global])]);
    return { ...one, homeOf, takes, modules };
  });
  const taken = plans.flatMap(({ takes }) => takes);
  return plans.map((one) => ({ ...one, shares: sharesOf(one, taken) }));
}

/** Functions of a script for the compiler's calls and for later scripts, sorted by name, with their files. */
function sharesOf({ file: own, global, gives }, taken) {
  const shares = new Map(gives.map((name) => [name, own]));
  for (const { name, file } of taken.filter(({ home }) => home === global)) {
    if (name === "*" || name === "default")
      throw new Error(`${file} is in another script: import its functions by name`);
    const before = shares.get(name) ?? file;
    if (before !== file)
      throw new Error(`${name} is exported by ${before} and by ${file}: functions of ${global} need different names`);
    shares.set(name, file);
  }
  return [...shares].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Resolves an import of a module in an earlier script to a module that reads that script's global variable. */
const earlier = ({ homeOf, takes }) => ({
  name: "earlier",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, ({ path: from, importer }) => {
      const home = path.isAbsolute(importer) && homeOf(resolved(importer, from));
      return home ? { path: home, namespace: "earlier" } : undefined;
    });
    onLoad({ filter: /./, namespace: "earlier" }, ({ path: script }) => {
      const names = new Set(takes.filter(({ home }) => home === script).map(({ name }) => name));
      return { contents: `export const { ${[...names].sort().join(", ")} } = ${script};` };
    });
  },
});

/** A module with one part for courses with formulas only, and the ending of the names of scripts with that part. */
const ofFormulas = { module: path.join(player, "kinds/readable.ts"), ending: "-formulas" };

/** Plans two outputs of each script that has the module about formulas, so that other courses have no byte of it. */
const withFormulas = () =>
  plan().flatMap((one) => [
    { ...one, formulas: false },
    ...(one.modules.has(ofFormulas.module) ? [{ ...one, output: one.output + ofFormulas.ending, formulas: true }] : []),
  ]);

/** Bundles all scripts. Returns the text and the source files of each. */
export async function bundleScripts(common) {
  const bundled = await Promise.all(
    withFormulas().map(async (one) => {
      const imports = one.shares.map(([name, file]) => `import { ${name} } from ${JSON.stringify(file)};\n`).join("");
      const { outputFiles, metafile } = await build({
        ...common,
        stdin: {
          contents: `${imports}globalThis.${one.global} = { ${one.shares.map(([name]) => name).join(", ")} };`,
          resolveDir: here,
          loader: "ts",
        },
        outfile: `${one.output}.js`,
        define: { FORMULAS: String(one.formulas) },
        absWorkingDir: here,
        format: "iife",
        metafile: true,
        write: false,
        plugins: [earlier(one)],
      });
      const [{ inputs }] = Object.values(metafile.outputs);
      const sources = Object.keys(inputs).filter(
        (file) => !/^(<stdin>|earlier:)/.test(file) && inputs[file].bytesInOutput > 0,
      );
      return { ...one, text: outputFiles[0].text, sources };
    }),
  );
  refuseCopies(bundled);
  return bundled;
}

/** Throws if a script has a module that an earlier script carries. An early script has only the core before it. */
export function refuseCopies(bundled) {
  const homes = new Map();
  for (const { output, early, carries, sources } of bundled)
    for (const file of sources) {
      const home = homes.get(file);
      if (home && (!early || ["boot", "core"].includes(home)))
        throw new Error(`${file} is in ${home}.js and in ${output}.js`);
      if (carries) homes.set(file, output);
    }
}
