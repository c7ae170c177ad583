import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Ability, Held, Lms } from "./lms";
import { serve, type Answer, type Asked } from "./serve";
import { shell } from "./shell";

/** The caller's description of an adapter: adapter.json in its folder. */
interface Description {
  /** Name and version, for the table. */
  readonly name: string;
  /** Scripts of the page around the course, in order. Before them, `lms` is defined. */
  readonly scripts: readonly string[];
  /** HTML before the frame. */
  readonly markup?: string;
  /** Attributes of the frame, such as `sandbox`. Its `src` is {course} by default. */
  readonly frame?: Readonly<Record<string, string>>;
  /** Expression that yields the API, if the scripts do not define `API`. */
  readonly api?: string;
  /** More options of `build`. */
  readonly build?: string;
  readonly has?: readonly Ability[];
}

/** Stored data of one learner in one activity, as the store of the adapter likes it. */
type Stored = Record<string, unknown>;

/** The caller's store: store.mjs in the folder. It keeps what the adapter sends. */
interface Store {
  receive(request: { path: string; query: URLSearchParams; body: string }, stored: Stored): string;
  held(stored: Stored): Held;
}

/** Options of `build` that the description in a folder names. */
export const buildOptions = async (folder: string): Promise<string> => (await describe(folder)).build ?? "";

const describe = async (folder: string): Promise<Description> =>
  JSON.parse(await readFile(path.join(folder, "adapter.json"), "utf8")) as Description;

/** An LMS's own adapter in a page around the course, with a store in memory. */
export async function adapter(folder: string): Promise<Lms> {
  const about = await describe(folder);
  const store = (await import(pathToFileURL(path.resolve(folder, "store.mjs")).href)) as Store;
  const temporary = await mkdtemp(path.join(tmpdir(), "real-lms-"));
  const starts: string[] = [];
  const stored = new Map<string, Stored>();
  let learners = 0;
  let fails = false;

  const storedOf = (activity: string, learner: string): Stored => {
    const key = `${activity} ${learner}`;
    const found = stored.get(key) ?? {};
    stored.set(key, found);
    return found;
  };

  const packageOf = (activity: string): string => path.join(temporary, activity);

  async function unpack(activity: string, zip: string): Promise<void> {
    await rm(packageOf(activity), { recursive: true, force: true });
    await shell(`unzip -q "$ZIP" -d "$OUT"`, { ZIP: zip, OUT: packageOf(activity) });
    const manifest = await readFile(path.join(packageOf(activity), "imsmanifest.xml"), "utf8");
    starts[Number(activity)] = /<resource\s[^>]*href="([^"]+)"/.exec(manifest)?.[1] ?? "index.html";
  }

  function page(activity: string, learner: string): string {
    const course = `package/${starts[Number(activity)] ?? ""}`;
    const fill = (text: string): string =>
      text
        .replace(/\{course\}/g, course)
        .replace(/\{other\}/g, other.address)
        .replace(/\{activity\}/g, activity);
    const attributes = { src: "{course}", style: "width: 100%; height: 600px; border: 0", ...about.frame };
    const lms = JSON.stringify({ activity, learner, course, stored: storedOf(activity, learner) });
    return `<!doctype html>
<meta name="viewport" content="width=device-width">
<title>${about.name}</title>
<script>var lms = ${lms.replace(/</g, "\\u003c")};</script>
${about.scripts.map((name) => `<script src="adapter/${name}"></script>`).join("\n")}
${about.api ? `<script>window.API = ${about.api};</script>` : ""}
<body style="margin: 0">
<header style="height: 60px">${about.name}</header>
${fill(about.markup ?? "")}
<iframe ${Object.entries(attributes)
      .map(([name, value]) => `${name}="${fill(value)}"`)
      .join(" ")}></iframe>
<footer style="height: 1500px"></footer>`;
  }

  async function answer({ url, cookie, body }: Asked): Promise<Answer | null> {
    if (url.pathname === "/login") {
      const learner = url.searchParams.get("learner") ?? "";
      return { body: learner, headers: { "Set-Cookie": `learner=${learner}; Path=/` } };
    }
    const learner = /learner=([^;]+)/.exec(cookie)?.[1];
    const [, activity = "", name = ""] = /^\/(\d+)\/(.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
    if (!learner || !activity) return null;
    if (name === "") return { body: page(activity, learner), type: "text/html; charset=utf-8" };
    const [, kind, file = ""] = /^(package|adapter)\/(.+)$/.exec(name) ?? [];
    if (kind) {
      const content = await readFile(path.join(kind === "package" ? packageOf(activity) : folder, file)).catch(
        () => null,
      );
      return content && { body: content };
    }
    if (fails) return { body: "The store fails.", status: 503 };
    const text = store.receive({ path: name, query: url.searchParams, body }, storedOf(activity, learner));
    return { body: text, type: /^[[{]/.test(text) ? "application/json" : undefined };
  }

  const server = await serve(answer);
  const other = await serve(answer);
  return {
    name: about.name,
    has: ["update", "outage", ...(about.has ?? [])],
    async add(zip) {
      const activity = String(starts.push(""));
      await unpack(activity, zip);
      return activity;
    },
    update: unpack,
    set: () => Promise.reject(new Error("An adapter has no settings.")),
    learner: () => `learner-${++learners}`,
    async login(device, learner) {
      const tab = await device.newPage();
      await tab.goto(`${server.address}/login?learner=${learner}`);
      await tab.close();
    },
    async open(tab, activity) {
      await tab.goto(`${server.address}/${activity}/`);
    },
    held: (activity, learner) => Promise.resolve(store.held(storedOf(activity, learner))),
    fail(isDown) {
      fails = isDown;
    },
    async close() {
      await server.close();
      await other.close();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}
