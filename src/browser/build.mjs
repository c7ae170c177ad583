// Builds everything that runs in a browser: the program of a package (scripts.mjs), its style sheets, the pages of the
// preview, the simulated LMSs and the tests.
import { build } from "esbuild";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { copySchemas } from "./schemas.mjs";
import { bundleScripts } from "./scripts.mjs";
import { target } from "./browsers.mjs";
import { targets } from "./targets.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const theme = path.join(here, "../../templates/default");
const tests = path.join(here, "../../tests/player");
const realLms = path.join(here, "../../tests/real-lms");
const out = path.join(here, "out");
const common = {
  plugins: [targets()],
  bundle: true,
  minify: true,
  target,
  // esbuild calls these missing because of rare faults: default values that are functions (Safari 14), and spread
  // arguments after an optional call (Chrome 87). The programs use neither.
  supported: { destructuring: true, "optional-chain": true },
  charset: "utf8",
  legalComments: "inline",
  logLevel: "warning",
};

/** Source files in the program of a package, and in the other programs of the tool. */
const shipped = new Set();
const inTool = new Set();

async function scripts() {
  const program = async (file, outfile, globalName) => {
    const { metafile } = await build({
      ...common,
      entryPoints: [path.join(here, file)],
      outfile: path.join(out, outfile),
      format: "iife",
      globalName,
      metafile: true,
    });
    for (const source of Object.keys(metafile.inputs)) inTool.add(source);
  };
  await mkdir(path.join(out, "player"), { recursive: true });
  for (const { output, sources, text } of await bundleScripts(common)) {
    await writeFile(path.join(out, `player/${output}.js`), text);
    for (const source of sources) shipped.add(source);
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
  await program("lms/strict.ts", "lms/strict-lms.js", "strictLms");
  await program("play/lms-page.ts", "play/play-lms.js");
  await program("play/learner.ts", "play/play-learner.js", "learner");
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

/** Splits a list of lengths at its spaces, outside of parentheses. */
function parts(value) {
  const found = [""];
  let depth = 0;
  for (const letter of value.trim()) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (depth === 0 && /\s/.test(letter)) found.push("");
    else found[found.length - 1] += letter;
  }
  return found.filter(Boolean);
}

/**
 * Replaces properties by older ones: logical properties by physical ones where both are equal in left-to-right and
 * right-to-left text, and shorthands by the properties of each side. esbuild does that for plain numbers only.
 */
const physical = (css) =>
  css
    .replace(/(--[\w-]+): /g, "$1:")
    .replace(/(?<![\w-])((?:scroll-)?(?:margin|padding)-)(inline|block):([^;}]+)/g, (_, name, axis, value) => {
      const [start, end = start] = parts(value);
      const [first, last] =
        axis === "block" ? ["top", "bottom"] : start === end ? ["left", "right"] : ["inline-start", "inline-end"];
      return `${name}${first}:${start};${name}${last}:${end}`;
    })
    .replace(/(?<![\w-])border-block:([^;}]+)/g, "border-top:$1;border-bottom:$1")
    .replace(/(?<![\w-])inset-block:([^;}]+)/g, "top:$1;bottom:$1")
    .replace(/(?<![\w-])inset:([^;}]+)/g, (_, value) => {
      const [top, right = top, bottom = top, left = right] = parts(value);
      return `top:${top};right:${right};bottom:${bottom};left:${left}`;
    })
    .replace(
      /(?<![\w-])((?:scroll-)?(?:margin|padding|border)-)block-(start|end)(?=[:-])/g,
      (_, name, side) => name + (side === "start" ? "top" : "bottom"),
    )
    .replace(
      /(?<![\w-])((?:min-|max-)?)(inline|block)-size(?=[:; ])/g,
      (_, most, axis) => most + (axis === "inline" ? "width" : "height"),
    )
    .replace(/(?<![\w-])inset-block-(start|end):/g, (_, side) => (side === "start" ? "top:" : "bottom:"));

async function styles() {
  const style = async (entry, outfile) => {
    const {
      outputFiles: [made],
    } = await build({
      ...common,
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

const schemaNotice = `Any files ending in .xsd are the unmodified official schemas of SCORM 1.2 (ADL) and of the IMS specifications that it
builds on; imscp_rootv1p1p2.xsd contains the notice of IMS Global Learning Consortium.
`;

/** The licences of the npm packages that source files belong to: [name and version, text], sorted. */
async function licences(sources) {
  const folders = [...sources].map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean);
  return Promise.all(
    [...new Set(folders)].sort().map(async (name) => {
      const { version } = JSON.parse(await readFile(path.join(here, "node_modules", name, "package.json"), "utf8"));
      return [`${name} ${version}`, await readFile(path.join(here, "node_modules", name, "LICENSE"), "utf8")];
    }),
  );
}

/** Third-party notices of a package: the licences of all npm packages in the program, and the schemas. */
async function notices() {
  const all = await licences(shipped);
  const program =
    all.length === 0
      ? "The program in this package contains no code of third parties.\n"
      : `The program in this package contains:\n\n${all.map(([title, text]) => `${title}\n\n${text}\n`).join("\n")}`;
  return `${program}\n${schemaNotice}`;
}

/** The same for the tool, one file per licence. */
async function toolLicences() {
  await mkdir(path.join(out, "licences"), { recursive: true });
  for (const [title, text] of await licences([...shipped, ...inTool]))
    await writeFile(path.join(out, `licences/${title.replace("/", " ")}.txt`), text);
  await writeFile(path.join(out, "licences/SCORM schemas.txt"), schemaNotice);
}

async function unitTests() {
  const files = (await readdir(tests)).filter((name) => name.endsWith(".test.ts")).sort();
  await build({
    ...common,
    minify: false,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["node:*", "typescript", "esbuild", "yaml"],
    nodePaths: [path.join(here, "node_modules")],
    entryPoints: files.map((name) => path.join(tests, name)),
    outdir: path.join(out, "tests"),
    outExtension: { ".js": ".mjs" },
    define: { FORMULAS: "true" },
  });
}

/** The command that plays journeys in real LMSs, and what it runs in the course. */
async function realLmsCommand() {
  await build({
    ...common,
    minify: false,
    entryPoints: [path.join(realLms, "in-page.ts")],
    outfile: path.join(out, "real-lms/in-page.js"),
    format: "iife",
    globalName: "inCourse",
  });
  await build({
    ...common,
    minify: false,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["puppeteer-core", "gift-pegjs"],
    entryPoints: ["main.ts", "firefox.ts"].map((name) => path.join(realLms, name)),
    outdir: path.join(out, "real-lms"),
    outExtension: { ".js": ".mjs" },
  });
}

await rm(out, { recursive: true, force: true });
await Promise.all([scripts(), styles(), copySchemas(path.join(out, "schemas")), unitTests(), realLmsCommand()]);
await writeFile(path.join(out, "notices.txt"), await notices());
await toolLicences();
