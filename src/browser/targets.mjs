// Makes the target files, one per LMS, available to the browser programs.
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { parse } from "yaml";

const own = fileURLToPath(new URL("../targets", import.meta.url));
/** LMSs without a place in lists come last. */
const last = 1_000_000;

/** The parts of a target file that a simulated LMS needs; its instructions for people stay out of the bundle. */
async function read(folder, file) {
  const {
    name,
    order = last,
    suspend_data: limit,
    simulation,
  } = parse(await readFile(path.join(folder, file), "utf8"));
  delete simulation?.source;
  return { id: file.replace(/\.yaml$/, ""), name, order, suspendData: limit?.value, simulation };
}

/** The LMSs with a simulation, in the order of the list that the compiler makes of the same files. */
async function readAll(folders) {
  const files = await Promise.all(
    folders.map(async (folder) =>
      Promise.all((await readdir(folder)).filter((file) => file.endsWith(".yaml")).map((file) => read(folder, file))),
    ),
  );
  return files
    .flat()
    .filter(({ simulation }) => simulation)
    .sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1))
    .map(({ order: _, ...target }) => target);
}

/** esbuild plugin: the module “targets” contains what `lms/targets.d.ts` declares. Tests add folders. */
export const targets = (...more) => ({
  name: "targets",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^targets$/ }, () => ({ path: "targets", namespace: "targets" }));
    onLoad({ filter: /^targets$/, namespace: "targets" }, async () => ({
      contents: JSON.stringify(await readAll([own, ...more])),
      loader: "json",
    }));
  },
});
