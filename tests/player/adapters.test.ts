import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../../src/browser/lms/strict";
import { answerCheck } from "../../src/browser/player/core/answers";
import { findApi, isWalled, type Scorm12Api } from "../../src/browser/player/lms/find-api";
import { browserHost } from "../../src/browser/player/lms/host";
import { openJournal } from "../../src/browser/player/lms/scorm12-interactions";
import { Scorm12 } from "../../src/browser/player/lms/scorm12";
import { startSession } from "../../src/browser/player/lms/session";
import type { QuestionData } from "../../src/browser/player/core/course-data";
import type { Interaction, LmsDriver } from "../../src/browser/player/lms/driver";
import { journal } from "../../src/browser/player/page/journal";
import type { Player } from "../../src/browser/player/page/contract";
import { courseOf, interaction } from "./support";
import { World } from "./world";

const course = courseOf({ pages: 2, checks: 1, items: 2 });
const asWindow = (window: object): Window => window as Window;

/** A window with an adapter of SCORM 1.2 and one of SCORM 2004, which must not be used. */
function withBoth(): { API: object; API_1484_11: object } {
  const API_1484_11 = new Proxy({}, { get: () => () => assert.fail("the adapter of SCORM 2004 was called") });
  return { API: launch().API, API_1484_11 };
}

test("Where an LMS offers adapters of SCORM 1.2 and 2004, the course uses that of SCORM 1.2", () => {
  const above = withBoth();
  const api = findApi(asWindow({ parent: above, top: above, opener: null }));
  assert.equal(api, above.API);
  const lms = new Scorm12(api);
  assert.ok(lms.initialize());
  startSession(course, lms, new World()).finish();
});

/** A window of another origin: every property but its frames is refused. */
const foreign = (more: object = {}): object =>
  new Proxy(more, {
    get(target, name) {
      if (name in target) return (target as Record<string | symbol, unknown>)[name];
      throw new Error("SecurityError");
    },
  });

test("An opener or a parent of another origin is not an LMS, and stops nothing", () => {
  const alone: Record<string, unknown> = { opener: foreign() };
  alone.parent = alone.top = alone;
  assert.equal(findApi(asWindow(alone)), null);
  assert.equal(isWalled(asWindow(alone)), false);
  const outside = foreign({ parent: { API: "unreachable" } });
  const framed = { parent: outside, top: outside, opener: foreign() };
  assert.equal(findApi(asWindow(framed)), null);
  assert.equal(isWalled(asWindow(framed)), true);
  const own = withBoth();
  assert.equal(findApi(asWindow({ ...framed, opener: own })), own.API);
});

test("Launch data of another tool changes nothing and is not read", () => {
  const lms = launch({}, { launchData: '{"mastery":10,"suspend":"a1.h4sh.AAAA.BBBB"}' });
  const driver = new Scorm12(lms.API as unknown as Scorm12Api);
  driver.initialize();
  const session = startSession(course, driver, new World());
  assert.equal(session.resumed, false);
  assert.ok(!lms.calls.some(({ args }) => args[0] === "cmi.launch_data"));
});

for (const text of ["", " ", "\t", "0x10", "1e1", "101", "-1", "1000", "NaN", "80 %", "80,5", "null"]) {
  test(`“${text}” is neither a pass mark nor a score of the LMS`, () => {
    const values: Record<string, string> = {
      "cmi.core.lesson_status": "completed",
      "cmi.core.score.raw": text,
      "cmi.student_data.mastery_score": text,
    };
    const lms = new Scorm12({
      LMSGetValue: (name: string) => values[name] ?? "",
      LMSGetLastError: () => "0",
    } as unknown as Scorm12Api);
    assert.equal(lms.passMark(), null);
    assert.equal(lms.result().score, null);
  });
}

test("A score that is sent is never below 0 or above 100", () => {
  const prior = { "cmi.core.lesson_status": "completed", "cmi.core.score.raw": "100" };
  for (const right of [true, false]) {
    const lms = launch(prior);
    const driver = new Scorm12(lms.API as unknown as Scorm12Api);
    driver.initialize();
    const of = courseOf({ pages: 2, checks: 1, items: 0, tracking: { score: "checks" } });
    const session = startSession(of, driver, new World());
    session.update(answerCheck(session.state, of, 0, 1, right), "now");
    assert.equal(lms.stored()["cmi.core.score.raw"], "100");
  }
});

test("Each try at a question has an identifier of its own, however many there are and however long it is", () => {
  const written: string[] = [];
  const driver = {
    interactionCount: () => 0,
    setInteraction: (_: number, [[, id]]: readonly [readonly [string, string]]) => (written.push(id), "set"),
  } as unknown as LmsDriver;
  const log = openJournal(driver, { written: 0, entries: [], isSameHistory: true });
  let count = 0;
  const session = {
    get state() {
      return { written: count };
    },
    journal(one: Interaction) {
      count++;
      log.add(one, new Date());
    },
  };
  const player = { course, session } as unknown as Player;
  for (const id of ["c1", "a".repeat(80), `${"a".repeat(79)}b`]) {
    const question = { ...course.questions[0], id } as QuestionData;
    for (let tries = 1; tries <= 9; tries++) {
      const judgement = { verdict: "wrong", confidence: 2, reported: [interaction("", false).answer] };
      journal(player, question, judgement as never, Math.min(tries, 4), 3, 10);
    }
  }
  log.write(1000);
  assert.equal(written.length, 3 * 9 * 2);
  assert.deepEqual(
    written.filter((id, at) => written.indexOf(id) !== at),
    [],
  );
  assert.deepEqual(written.slice(0, 3), ["c1_1", "c1_sure_1", "c1_2"]);
  assert.ok(written.every((id) => id.length <= 64));
});

test("The program never listens to unload, which keeps a page out of the back-forward cache", async () => {
  const listened: string[] = [];
  const target = { addEventListener: (name: string) => listened.push(name), visibilityState: "visible" };
  const host = browserHost(asWindow({ ...target, document: target }), null);
  for (const event of ["hidden", "visible", "leaving", "gone", "back", "touched", "online", "offline"] as const)
    host.on(event, () => undefined);
  assert.ok(listened.includes("pagehide") && listened.includes("beforeunload"));
  assert.ok(!listened.includes("unload"));
  const folder = fileURLToPath(new URL("../player/", import.meta.url));
  for (const file of await readdir(folder))
    assert.doesNotMatch(await readFile(folder + file, "utf8"), /["'`]unload["'`]|onunload/, file);
});
