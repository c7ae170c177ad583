// A scripted learner in an isolated world: the page cannot see or change it. Each run returns its outcome.
import { actionLog } from "./action-log";
import { isLoaded, placeNow, until } from "./documents";
import { assess, halfway, visit } from "./own-journey";
import { pagesOf } from "../player/core/course-data";
import { ownCourse, progressIn, turnTo, type OwnCourse } from "./own-course";
import { explore } from "./unknown-course";

export interface Task {
  /** pass, fail: to the end; half: to the middle; short: a few steps. */
  readonly what: "pass" | "fail" | "half" | "short";
  readonly seconds: number;
  /** Most actions in a course with unknown answers. */
  readonly acts: number;
}

export interface Outcome {
  /** Whether the course was made with this tool, so that the answers are known. */
  readonly own: boolean;
  /** How the run ended, as text for the report. */
  readonly end: string;
  /** Position before the first action, and at the end. */
  readonly start: { readonly address: string; readonly text: string };
  readonly place: { readonly address: string; readonly text: string };
  /** For a course made with this tool: page, progress and visible answers. */
  readonly progress: string;
}

/** Milliseconds to wait until a course of this tool is ready. */
const ready = 20_000;
const world = window as unknown as { protectAct: (line: string) => void };

export { isLoaded };

/** Milliseconds to wait for the first words, and for words at the end. */
const firstWords = 5000;
const lastWords = 2000;

/** Plays the course, which is loaded already. */
export async function run({ what, seconds, acts }: Task): Promise<Outcome> {
  await until(() => placeNow().text, firstWords);
  const course = await ownCourse(ready);
  const log = actionLog((line) => world.protectAct(line), seconds, course ? Infinity : acts);
  const start = await settled();
  const before = course ? progressIn(course) : "";
  const end = course ? await own(course, what, log) : await explore(log);
  await until(() => placeNow().text, lastWords);
  return {
    own: course !== null,
    end,
    start,
    place: placeNow(),
    progress: course ? (what === "pass" || what === "short" ? before : progressIn(course)) : "",
  };
}

/** Waits until the page no longer changes, and returns the position. */
async function settled(): Promise<{ address: string; text: string }> {
  let seen = placeNow();
  await until(() => {
    const now = placeNow();
    const same = now.text === seen.text && now.address === seen.address;
    seen = now;
    return same && now.text !== "";
  }, 1500);
  return seen;
}

async function own(course: OwnCourse, what: Task["what"], log: ReturnType<typeof actionLog>): Promise<string> {
  if (what === "half") {
    await halfway(course, log);
    return "stopped in the middle";
  }
  if (what === "short") {
    await visit(course, true, log, 2 / pagesOf(course.data).length);
    return "took a few steps";
  }
  await visit(course, what === "pass", log);
  const page = course.data.assessment?.page;
  if (page && (await turnTo(course, page))) await assess(course, what === "pass", log);
  return log.isOver() ? "stopped at the limit of time or actions" : "reached the end";
}
