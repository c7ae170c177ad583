import { interactionsOf, valueOf } from "./lms";
import { check, same, type Journey, type Stage } from "./stage";
import { pause, until, type Visit } from "./visit";

const second = 1000;

/** Does half of the pages, and returns them. */
async function half(visit: Visit): Promise<string[]> {
  const pages = await visit.call<string[]>("pages");
  const first = pages.slice(0, Math.ceil(pages.length / 2));
  await visit.call("visit", ...first);
  return first;
}

async function pass(visit: Visit): Promise<void> {
  await visit.call("visit", ...(await visit.call<string[]>("pages")));
  await visit.call("fill", true);
  same(await visit.call("submit"), "passed", "the results");
}

/** Leaves with the course's button, and waits until the LMS holds a status. */
async function leave(stage: Stage, visit: Visit, status: string): Promise<void> {
  await visit.call("leave");
  await stage.reaches(status);
  await visit.close();
}

/** Checks that answers on these pages are there after opening the course again. */
async function keeps(visit: Visit, pages: readonly string[], answers: number): Promise<void> {
  same(await visit.call("answered", ...pages), answers, "answers after opening again");
}

/** Everything but the submission of the assessment. */
async function beforeSubmission(stage: Stage): Promise<Visit> {
  const visit = await stage.open();
  await visit.call("visit", ...(await visit.call<string[]>("pages")));
  await visit.call("fill", true);
  return visit;
}

/** Does the first page with answers online; then two more offline, for some seconds. */
async function outage(stage: Stage, seconds: number): Promise<{ visit: Visit; pages: string[]; answers: number }> {
  const visit = await stage.open();
  const pages = (await visit.call<string[]>("checked")).slice(0, 3);
  const [first = "", ...more] = pages;
  await visit.call("visit", first);
  await pause(3 * second);
  await visit.offline(true);
  await visit.call("visit", ...more);
  await pause(seconds * second);
  await visit.offline(false);
  return { visit, pages, answers: await visit.call<number>("answered", ...pages) };
}

/** Waits until the LMS holds an interaction for each answer, if it keeps any; then none may be there twice. */
async function eachOnce(stage: Stage, answers: number): Promise<void> {
  if (!stage.lms.has.includes("interactions")) return;
  await until(`${answers} interactions in the LMS`, async () => interactionsOf(await stage.held()).count >= answers);
  const { count, different } = interactionsOf(await stage.held());
  same(count, different, "interactions, and different ones");
}

/** Checks that the LMS holds the full score, if it takes scores. */
async function hasFullScore(stage: Stage): Promise<void> {
  if (stage.lms.has.includes("score")) same(Number(valueOf(await stage.held(), "cmi.core.score.raw")), 100, "score");
}

/** Checks that the LMS's page has not been scrolled. */
async function doesNotScroll(visit: Visit): Promise<void> {
  const scrolled = (await visit.tab.evaluate("scrollX + scrollY")) as number;
  same(scrolled, 0, "scroll position of the LMS's page");
}

export const journeys: readonly Journey[] = [
  {
    name: "open at three window sizes, turn a page: the LMS's page does not scroll",
    package: "showcase",
    async play(stage) {
      const device = await stage.device();
      for (const [width, height] of [
        [1280, 800],
        [390, 844],
        [844, 390],
      ] as const) {
        const visit = await stage.open(device, { width, height });
        await doesNotScroll(visit);
        await visit.call("visit", ...(await visit.call<string[]>("pages")).slice(0, 2));
        await doesNotScroll(visit);
        await visit.close();
      }
    },
  },
  {
    name: "a course without assessment",
    package: "hello",
    async play(stage) {
      const visit = await stage.open();
      await visit.call("visit", ...(await visit.call<string[]>("pages")));
      await leave(stage, visit, "completed");
    },
  },
  {
    name: "pass",
    package: "showcase",
    async play(stage) {
      const visit = await stage.open();
      await pass(visit);
      await leave(stage, visit, "passed");
      await hasFullScore(stage);
    },
  },
  {
    name: "fail, leave, pass on another device",
    package: "showcase",
    async play(stage) {
      const visit = await stage.open();
      await visit.call("visit", ...(await visit.call<string[]>("pages")));
      await visit.call("fill", false);
      same(await visit.call("submit"), "failed", "the results");
      await leave(stage, visit, "incomplete");
      const again = await stage.open();
      await again.call("fill", true);
      same(await again.call("submit"), "passed", "the results");
      await leave(stage, again, "passed");
    },
  },
  {
    name: "tab closed in the middle, go on on another device",
    package: "showcase",
    async play(stage) {
      const visit = await stage.open();
      const pages = await half(visit);
      const answers = await visit.call<number>("answered", ...pages);
      const place = await visit.call("place");
      await visit.close();
      const again = await stage.open();
      same(await again.call("place"), place, "page, progress and fields");
      await keeps(again, pages, answers);
    },
  },
  {
    name: "offline, tab closed, login again on the same device",
    package: "showcase",
    async play(stage) {
      const device = await stage.device();
      const visit = await stage.open(device);
      const pages = (await visit.call<string[]>("checked")).slice(0, 3);
      await visit.call("visit", pages[0] ?? "");
      await pause(3 * second);
      await visit.offline(true);
      await visit.call("visit", ...pages.slice(1));
      const answers = await visit.call<number>("answered", ...pages);
      await visit.close();
      await stage.expire(device);
      await stage.lms.login(device, stage.learner);
      const again = await stage.open(device);
      await keeps(again, pages, answers);
      await eachOnce(stage, answers);
    },
  },
  {
    name: "login expired in the middle, login again on the same device",
    package: "showcase",
    needs: ["login"],
    async play(stage) {
      const device = await stage.device();
      const visit = await stage.open(device);
      const pages = (await visit.call<string[]>("checked")).slice(0, 3);
      await visit.call("visit", pages[0] ?? "");
      await pause(3 * second);
      await stage.expire(device);
      await visit.call("visit", ...pages.slice(1));
      const answers = await visit.call<number>("answered", ...pages);
      await pause(5 * second);
      await visit.close();
      await stage.lms.login(device, stage.learner);
      const again = await stage.open(device);
      await keeps(again, pages, answers);
      await eachOnce(stage, answers);
    },
  },
  {
    name: "test passed during an outage of 4 s",
    package: "showcase",
    async play(stage) {
      const visit = await beforeSubmission(stage);
      await pause(3 * second);
      await visit.offline(true);
      same(await visit.call("submit"), "passed", "the results");
      await pause(4 * second);
      await visit.offline(false);
      await stage.reaches("passed");
      await hasFullScore(stage);
    },
  },
  {
    name: "answers during an outage of 10 s, online for 3 s, closed, another device",
    package: "showcase",
    async play(stage) {
      const { visit, pages, answers } = await outage(stage, 10);
      await pause(3 * second);
      await visit.close();
      const again = await stage.open();
      await keeps(again, pages, answers);
      await eachOnce(stage, answers);
    },
  },
  {
    name: "the store fails for 10 s, goes on, closed, another device",
    package: "showcase",
    needs: ["outage"],
    async play(stage) {
      const visit = await stage.open();
      const pages = (await visit.call<string[]>("checked")).slice(0, 4);
      const [first = "", ...more] = pages;
      const last = more.pop() ?? "";
      await visit.call("visit", first);
      await pause(3 * second);
      stage.lms.fail?.(true);
      await visit.call("visit", ...more);
      await pause(10 * second);
      stage.lms.fail?.(false);
      await pause(5 * second);
      await visit.call("visit", last);
      const answers = await visit.call<number>("answered", ...pages);
      await pause(5 * second);
      await visit.close();
      const again = await stage.open();
      await keeps(again, pages, answers);
      await eachOnce(stage, answers);
    },
  },
  {
    name: "answers during an outage of 60 s: they arrive, none twice",
    package: "showcase",
    async play(stage) {
      const { visit, pages, answers } = await outage(stage, 60);
      await eachOnce(stage, answers);
      const more = (await visit.call<string[]>("checked")).slice(3, 5);
      await visit.call("visit", ...more);
      const all = answers + (await visit.call<number>("answered", ...more));
      await eachOnce(stage, all);
      await visit.close();
      const again = await stage.open();
      await keeps(again, [...pages, ...more], all);
      await eachOnce(stage, all);
    },
  },
  {
    name: "a second window: one of the two says that it saves nothing",
    package: "showcase",
    async play(stage) {
      const device = await stage.device();
      const first = await stage.open(device);
      const another = await stage.open(device);
      await until("a note in one window", async () =>
        [await first.call<string>("told"), await another.call<string>("told")].some((text) =>
          text.includes("another window"),
        ),
      );
    },
  },
  {
    name: "review after passing: nothing is written",
    package: "showcase",
    needs: ["review"],
    async play(stage) {
      const device = await stage.device();
      const visit = await stage.open(device);
      await pass(visit);
      await leave(stage, visit, "passed");
      await pause(2 * second);
      const before = await stage.held();
      const review = await stage.open(device);
      check((await review.call<string>("told")).startsWith("Review"), "the course does not say that this is a review");
      await review.call("visit", ...(await review.call<string[]>("pages")).slice(0, 4));
      check(await review.call<boolean>("isPassed"), "the results are gone");
      await review.call("leave");
      await pause(2 * second);
      const without = ({ attempts }: typeof before): unknown =>
        Object.values(attempts).map((values) =>
          Object.entries(values).filter(([name]) => name.startsWith("cmi.") && !name.endsWith("time")),
        );
      same(without(await stage.held()), without(before), "stored data after the review");
    },
  },
  ...(["newer", "newer without layout"] as const).map((name): Journey => ({
    name: `package replaced in the middle by a ${name === "newer" ? "newer one" : "newer one without the old layout"}`,
    package: "showcase",
    needs: ["update"],
    async play(stage) {
      const visit = await stage.open();
      const pages = await half(visit);
      const answers = await visit.call<number>("answered", ...pages);
      await visit.close();
      await stage.lms.update(stage.activity, await stage.package(name));
      const again = await stage.open();
      const told = await again.call<string>("told");
      const kept = await again.call<number>("answered", ...pages);
      if (name === "newer") same(kept, answers, "answers after the update");
      else check(kept === answers || told.includes("could not be brought back"), `answers lost, but: “${told}”`);
    },
  })),
  {
    name: "in a new window: pass",
    package: "showcase",
    settings: "popup=1",
    needs: ["popup"],
    async play(stage) {
      const visit = await stage.open();
      check(visit.window !== visit.tab, "the course is not in a new window");
      await pass(visit);
      await leave(stage, visit, "passed");
    },
  },
  {
    name: "one attempt, locked afterwards: pass in one visit",
    package: "showcase",
    settings: "maxattempt=1 lastattemptlock=1",
    needs: ["settings"],
    async play(stage) {
      const visit = await stage.open();
      await pass(visit);
      await leave(stage, visit, "passed");
    },
  },
  {
    name: "standards mode: middle, another device, pass",
    package: "showcase",
    needs: ["settings"],
    async play(stage) {
      await stage.lms.set("scormstandard", "1");
      try {
        const visit = await stage.open();
        const pages = await half(visit);
        const answers = await visit.call<number>("answered", ...pages);
        await visit.close();
        const again = await stage.open();
        await keeps(again, pages, answers);
        await pass(again);
        await leave(stage, again, "passed");
      } finally {
        await stage.lms.set("scormstandard", "0");
      }
    },
  },
  {
    name: "two languages in one package: changed in the middle of the test, pass",
    package: "together",
    async play(stage) {
      const visit = await beforeSubmission(stage);
      await visit.call("speak", "fr");
      await pause(2 * second);
      await visit.call("speak", "en");
      await pause(2 * second);
      same(await visit.call("submit"), "passed", "the results");
      await leave(stage, visit, "passed");
    },
  },
  {
    name: "a long course completely, with a break on another device",
    package: "core",
    async play(stage) {
      const visit = await stage.open();
      const pages = await half(visit);
      const answers = await visit.call<number>("answered", ...pages);
      await visit.close();
      const again = await stage.open();
      await keeps(again, pages, answers);
      await pass(again);
      await leave(stage, again, "passed");
    },
  },
];
