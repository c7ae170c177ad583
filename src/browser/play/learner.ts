// A scripted learner, in a world of its own beside the page: the page cannot see or change it. Each errand gives its outcome as a value.
import { diary } from "./diary";
import { placeNow, until } from "./documents";
import { assess, halfway, visit } from "./own-journey";
import { pagesOf } from "../player/core/course-data";
import { ownCourse, progressIn, turnTo, type OwnCourse } from "./own-course";
import { explore } from "./stranger";

export interface Errand {
  /** pass, fail: to the end; half: stops in the middle; short: a few steps. */
  readonly what: "pass" | "fail" | "half" | "short";
  readonly seconds: number;
  /** The most steps in a course whose answers are not known. */
  readonly acts: number;
}

export interface Outcome {
  /** Whether the answers were known. */
  readonly own: boolean;
  /** How it ended, in words. */
  readonly end: string;
  /** Where the learner was before anything was done, and at the end. */
  readonly start: { readonly address: string; readonly text: string };
  readonly place: { readonly address: string; readonly text: string };
  /** Of our own courses: page, progress and answers in sight. */
  readonly progress: string;
}

const world = window as unknown as { protectAct: (line: string) => void };

export async function run({ what, seconds, acts }: Errand): Promise<Outcome> {
  await until(() => placeNow().text, Math.min(5000, seconds * 1000));
  const course = await ownCourse(4000);
  const book = diary((line) => world.protectAct(line), seconds, course ? Infinity : acts);
  const start = await settled();
  const before = course ? progressIn(course) : "";
  const end = course ? await own(course, what, book) : await explore(book);
  return {
    own: course !== null,
    end,
    start,
    place: placeNow(),
    progress: course ? (what === "pass" || what === "short" ? before : progressIn(course)) : "",
  };
}

/** What a page shows first may still change for a moment. */
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

async function own(course: OwnCourse, what: Errand["what"], book: ReturnType<typeof diary>): Promise<string> {
  if (what === "half") {
    await halfway(course, book);
    return "stopped in the middle";
  }
  if (what === "short") {
    await visit(course, true, book, 2 / pagesOf(course.data).length);
    return "made a few steps";
  }
  await visit(course, what === "pass", book);
  const page = course.data.assessment?.page;
  if (page && (await turnTo(course, page))) await assess(course, what === "pass", book);
  return book.isOver() ? "stopped after its time or its steps" : "came to the end";
}
