import { parseArgs } from "node:util";
import { adapter, buildOptions } from "./adapter";
import { start } from "./browsers";
import { journeys } from "./journeys";
import { summary, type Lms } from "./lms";
import { moodle } from "./moodle";
import { packages } from "./packages";
import { questionRows } from "./questions";
import { playOne, type Journey } from "./stage";
import { writeTable, type Row } from "./table";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    version: { type: "string", default: "" },
    learners: { type: "string", default: "" },
    first: { type: "string", default: "0" },
    add: { type: "string", default: "" },
    update: { type: "string", default: "" },
    set: { type: "string", default: "" },
    held: { type: "string", default: "" },
    import: { type: "string", default: "" },
    only: { type: "string", default: "" },
    tool: { type: "string", default: "dotnet run --project src/Protect.Scorm.Cli --" },
    pictures: { type: "string", default: "" },
    "no-table": { type: "boolean", default: false },
  },
});
const [place = ""] = positionals;

if (values.import) {
  const { version, tool, import: importing, only } = values;
  const rows = await questionRows({ version, tool, importing, only });
  for (const { journey, result, held } of rows) console.log(`${journey}: ${result} (${held})`);
  if (!values["no-table"]) await writeTable(rows, new Date().toISOString().slice(0, 10));
  process.exit(rows.length > 0 && rows.every(({ result }) => result === "holds") ? 0 : 1);
}

const isAddress = /^https?:/.test(place);

async function chosen(): Promise<Lms> {
  const { version, learners, first, add, update, set, held } = values;
  if (place && !isAddress) return adapter(place);
  if (!isAddress || !learners || !add || !held)
    throw new Error("Use: tests/real-lms/run <address> --learners --add --held …, or <folder> (see tests/README.md)");
  return moodle({ address: place, version, learners, first: Number(first), add, update, set, held });
}

const lms = await chosen();
const played = journeys.filter(
  ({ name, needs = [] }) => needs.every((need) => lms.has.includes(need)) && new RegExp(values.only).test(name),
);
const made = await packages(values.tool, isAddress ? "" : await buildOptions(place));
const browser = await start("chrome");
const activities = new Map<string, Promise<string>>();
const rows: Row[] = [];

/** Journeys with the same package and settings share an activity, except those that replace its package. */
async function activityOf(journey: Journey): Promise<string> {
  const settings = journey.settings ?? "";
  const key = journey.needs?.includes("update") ? journey.name : `${journey.package} ${settings}`;
  const activity = activities.get(key) ?? lms.add(await made.of(journey.package), settings);
  activities.set(key, activity);
  return activity;
}

try {
  for (const journey of played) {
    const began = Date.now();
    const { failure, held } = await playOne(browser, lms, made, await activityOf(journey), journey, values.pictures);
    const result = failure === null ? "holds" : `**does not hold**: ${failure}`;
    rows.push({ lms: lms.name, journey: journey.name, result, held: held ? summary(held) : "nothing" });
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`${journey.name}: ${result} (${rows.at(-1)?.held}; ${seconds} s)`);
    if (!values["no-table"]) await writeTable(rows.slice(-1), new Date().toISOString().slice(0, 10));
  }
} finally {
  await browser.close();
  await lms.close?.();
  await made.remove();
}
if (rows.length === 0 || rows.some(({ result }) => result !== "holds")) process.exitCode = 1;
