import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { shell } from "./shell";

export type Package = "hello" | "showcase" | "core" | "together" | "newer" | "newer without layout";

/** Options of `build` for each package; the newer ones are built from a changed copy of the course. */
const options: Readonly<Record<Package, string>> = {
  hello: "courses/hello",
  showcase: "courses/showcase",
  core: "courses/protect --editions core --languages en",
  together: "courses/protect --editions core --languages fr,en --together",
  newer: "",
  "newer without layout": "",
};

const extraModule = `id: extra
title: New in this version
pages:
  - id: extra-page
    title: New in this version
    blocks:
      - {type: true-false, id: extra-check, prompt: Is this page new?, answer: true}
`;

/** Builds packages of the courses in this repository, each at most once. */
export interface Packages {
  of(name: Package): Promise<string>;
  remove(): Promise<void>;
}

export async function packages(tool: string, more: string): Promise<Packages> {
  const folder = await mkdtemp(path.join(tmpdir(), "real-lms-"));
  const built = new Map<Package, Promise<string>>();

  async function build(name: Package): Promise<string> {
    const out = path.join(folder, name.replace(/ /g, "-"));
    const course = options[name] || (await changedCourse(`${out}-course`));
    if (name === "newer") await shell(`${tool} layouts add ${await of("showcase")} ${course}`);
    await shell(`${tool} build ${course} ${more} --out ${out}`);
    const zip = (await readdir(out)).find((file) => file.endsWith(".zip"));
    if (!zip) throw new Error(`no package was built for “${name}”`);
    return path.join(out, zip);
  }

  function of(name: Package): Promise<string> {
    const zip = built.get(name) ?? build(name);
    built.set(name, zip);
    return zip;
  }

  return {
    of,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Copies the showcase as a newer version with one more page at its start, without layouts of older ones. */
async function changedCourse(copy: string): Promise<string> {
  const course = path.join(copy, "showcase");
  await cp("courses/showcase", course, { recursive: true });
  await cp("courses/banks", path.join(copy, "banks"), { recursive: true });
  const file = path.join(course, "course.yaml");
  const text = await readFile(file, "utf8");
  const newer = text.replace(/^version: .*$/m, "version: 9.0.0").replace("modules: [", "modules: [extra, ");
  if (!newer.includes("9.0.0") || !newer.includes("[extra, ")) throw new Error("courses/showcase has changed");
  await writeFile(file, newer);
  await writeFile(path.join(course, "modules/extra.yaml"), extraModule);
  await rm(path.join(course, "layouts"), { recursive: true });
  return course;
}
