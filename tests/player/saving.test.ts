import assert from "node:assert/strict";
import { test } from "node:test";
import { RecordingLms } from "../../src/browser/lms/recording-lms";
import { simulatedLms } from "../../src/browser/lms/simulated-lms";
import { launch, type StrictLms } from "../../src/browser/lms/strict";
import type { Scorm12Api } from "../../src/browser/player/lms/find-api";
import { answerCheck, answerItem, startAttempt, submitAttempt } from "../../src/browser/player/core/answers";
import { visit } from "../../src/browser/player/core/progress";
import type { CourseState } from "../../src/browser/player/core/state";
import type { Course } from "../../src/browser/player/core/course";
import { connect } from "../../src/browser/player/lms/connect";
import { Scorm12 } from "../../src/browser/player/lms/scorm12";
import { startSession, type Session } from "../../src/browser/player/lms/session";
import { courseOf, interaction, parts } from "./support";
import { World } from "./world";

const course = courseOf({ pages: 4, checks: 2, items: 3, attempts: 2 });
type Overrides = Partial<Record<keyof Scorm12Api, (...args: string[]) => unknown>>;

function open(
  lms: StrictLms,
  world: World,
  overrides: Overrides = {},
  of: Course = course,
): { session: Session; heard: string[] } {
  const session = startSession(of, connected({ ...lms.API, ...overrides }), world, parts);
  const heard: string[] = [];
  session.onSaving((saving) => heard.push(saving));
  return { session, heard };
}

function connected(api: object): Scorm12 {
  const lms = new Scorm12(api as unknown as Scorm12Api);
  assert.ok(lms.initialize());
  return lms;
}

function submit(session: Session, rights: boolean[]): void {
  session.update(startAttempt(session.state, 42), "now");
  rights.forEach((_, index) => session.update(answerItem(session.state, index, 1), "now"));
  session.update(submitAttempt(session.state, session.course, rights.map(Number)), "now");
}

const errors = (lms: StrictLms): unknown[] => lms.calls.filter((call) => call.error !== "0");
const sets = (lms: StrictLms, element: string): string[] =>
  lms.calls.filter((call) => call.name === "LMSSetValue" && call.args[0] === element).map((call) => call.args[1] ?? "");
const withoutRevision = ({ revision: _, ...rest }: CourseState): object => rest;
test("A failed commit after a pass never lowers the status", () => {
  const lms = launch();
  let deaf = false;
  const world = World.withStorage();
  const { session } = open(lms, world, { LMSCommit: (...args) => (deaf ? "false" : lms.API.LMSCommit?.(...args)) });
  submit(session, [true, true, true]);
  deaf = true;
  session.update(visit(session.state, course, 2), "now");
  deaf = false;
  world.pass(60_000);
  const statuses = sets(lms, "cmi.core.lesson_status");
  assert.deepEqual(
    statuses.slice(statuses.indexOf("passed")).filter((status) => status !== "passed"),
    [],
  );
  assert.equal(lms.stored()["cmi.core.lesson_status"], "passed");
});

test("If the first of the two commits of a pass fails, passed is not sent before it succeeds", () => {
  const lms = launch();
  let failing = 0;
  const world = World.withStorage();
  const { session } = open(lms, world, {
    LMSCommit: (...args) => (failing-- > 0 ? "false" : lms.API.LMSCommit?.(...args)),
  });
  session.update(startAttempt(session.state, 42), "now");
  failing = 1;
  session.update(submitAttempt(session.state, course, [1, 1, 1]), "now");
  assert.ok(!sets(lms, "cmi.core.lesson_status").includes("passed"));
  world.pass(5_000);
  assert.deepEqual(sets(lms, "cmi.core.lesson_status").slice(-2), ["completed", "passed"]);
});

test("Interactions of a failed commit are written again at the same index", () => {
  const lms = launch();
  let deaf = true;
  const world = World.withStorage();
  const { session } = open(lms, world, { LMSCommit: (...args) => (deaf ? "false" : lms.API.LMSCommit?.(...args)) });
  session.journal(interaction("check-0_1", false));
  session.update(answerCheck(session.state, course, 0, 0, false), "now");
  session.journal(interaction("check-0_2", true));
  session.update(answerCheck(session.state, course, 0, 1, true), "now");
  deaf = false;
  world.pass(30_000);
  assert.equal(lms.stored()["cmi.interactions.0.id"], "check-0_1");
  assert.equal(lms.stored()["cmi.interactions.1.id"], "check-0_2");
  assert.deepEqual(errors(lms), []);
});

test("A page that is hidden in the middle of any call saves everything, and nothing throws", () => {
  let calls = 1;
  for (let at = 1; at <= calls; at++) {
    const lms = launch();
    const world = World.withStorage();
    let count = 0;
    const counted =
      (name: "LMSSetValue" | "LMSCommit") =>
      (...args: string[]): unknown => {
        if (++count === at) world.happen("hidden");
        return lms.API[name]?.(...args);
      };
    const { session } = open(lms, world, { LMSSetValue: counted("LMSSetValue"), LMSCommit: counted("LMSCommit") });
    for (const tries of [1, 2]) {
      session.journal(interaction(`check-0_${tries}`, tries === 2));
      session.update(answerCheck(session.state, course, 0, tries - 1, tries === 2), "now");
    }
    for (const item of [0, 1, 2]) session.journal(interaction(`item-${item}_1`, true));
    submit(session, [true, true, true]);
    calls = count;
    assert.equal(lms.stored()["cmi.interactions.1.id"], "check-0_2", `call ${at}`);
    assert.equal(lms.stored()["cmi.interactions.4.id"], "item-2_1", `call ${at}`);
    assert.equal(lms.stored()["cmi.core.lesson_status"], "passed", `call ${at}`);
    assert.deepEqual(open(launch(lms.stored()), new World()).session.state.checks, session.state.checks);
  }
  assert.ok(calls > 30, String(calls));
});

test("A later launch writes its interactions after the earlier ones", () => {
  const first = launch();
  const one = open(first, new World()).session;
  one.journal(interaction("check-0_1", false));
  one.update(answerCheck(one.state, course, 0, 0, false), "now");
  one.finish();
  const second = launch(first.stored());
  const two = open(second, new World()).session;
  two.journal(interaction("check-0_2", false));
  two.update(answerCheck(two.state, course, 0, 1, true), "now");
  assert.deepEqual(sets(second, "cmi.interactions.1.id"), ["check-0_2"]);
  assert.deepEqual([...errors(first), ...errors(second)], []);
});

test("A repeated answer is recorded even if nothing else changes", () => {
  const lms = launch();
  const { session } = open(lms, new World());
  for (let tries = 1; tries <= 6; tries++) {
    session.journal(interaction(`check-0_${tries}`, false));
    session.update(answerCheck(session.state, course, 0, 0, false), "now");
  }
  assert.equal(lms.stored()["cmi.interactions.5.id"], "check-0_6");
});

test("An identifier is made safe for every LMS, and a weight is limited to the standard's range", () => {
  const lms = launch();
  const { session } = open(lms, new World());
  session.journal(interaction("1 été_2", false, { weight: 12_345 }));
  session.update(answerCheck(session.state, course, 0, 0, false), "now");
  assert.deepEqual(sets(lms, "cmi.interactions.0.id"), ["q-1--t-_2"]);
  assert.deepEqual(sets(lms, "cmi.interactions.0.weighting"), ["100"]);
  assert.deepEqual(errors(lms), []);
});

test("Without credit the position is saved, and no status, score or interactions", () => {
  const lms = launch({}, { credit: "no-credit" });
  const { session } = open(lms, new World());
  session.journal(interaction("check-0_1", false));
  submit(session, [true, true, true]);
  session.finish();
  const written = new Set(lms.calls.filter((call) => call.name === "LMSSetValue").map((call) => call.args[0]));
  assert.deepEqual([...written].sort(), [
    "cmi.core.exit",
    "cmi.core.lesson_location",
    "cmi.core.session_time",
    "cmi.suspend_data",
  ]);
  assert.deepEqual(errors(lms), []);
});

test("An element that the LMS never accepts does not count as a failed save", () => {
  const lms = launch();
  let refused = 0;
  let error = "0";
  const world = World.withStorage();
  const { session, heard } = open(lms, world, {
    LMSSetValue: (element = "", value = "") => {
      error = "0";
      if (element !== "cmi.core.lesson_location" && element !== "cmi.core.score.min")
        return lms.API.LMSSetValue?.(element, value);
      refused++;
      error = element.endsWith("min") ? "401" : "405";
      return "false";
    },
    LMSGetLastError: () => (error !== "0" ? error : lms.API.LMSGetLastError?.()),
  });
  submit(session, [true, false, false]);
  world.pass(120_000);
  assert.deepEqual(
    heard.filter((saving) => saving !== "saved"),
    [],
  );
  assert.ok(refused <= 2, String(refused));
});

test("Refused suspend data is reported to the learner", () => {
  const lms = launch();
  let full = false;
  let error = "0";
  const world = World.withStorage();
  const { session, heard } = open(lms, world, {
    LMSSetValue: (element = "", value = "") => {
      error = full && element === "cmi.suspend_data" ? "405" : "0";
      return error === "405" ? "false" : lms.API.LMSSetValue?.(element, value);
    },
    LMSGetLastError: () => (error !== "0" ? error : lms.API.LMSGetLastError?.()),
  });
  full = true;
  session.update(visit(session.state, course, 2), "now");
  world.pass(60_000);
  assert.equal(heard.at(-1), "not-saved");
});

test("When the LMS has ended the session, the learner is notified at once, and no more calls are made", () => {
  const lms = launch();
  let expired = false;
  let calls = 0;
  const gone =
    (name: "LMSSetValue" | "LMSCommit") =>
    (...args: string[]): unknown => {
      if (!expired) return lms.API[name]?.(...args);
      calls++;
      return "false";
    };
  const world = World.withStorage();
  const { session, heard } = open(lms, world, {
    LMSSetValue: gone("LMSSetValue"),
    LMSCommit: gone("LMSCommit"),
    LMSGetLastError: () => (expired ? "301" : lms.API.LMSGetLastError?.()),
  });
  expired = true;
  session.update(visit(session.state, course, 2), "now");
  assert.deepEqual(heard, ["lost"]);
  const after = calls;
  world.pass(300_000);
  assert.equal(calls, after);
  // This device has everything, and sends it to the LMS at the next launch.
  const next = launch(lms.stored());
  assert.equal(open(next, world).session.state.page, 2);
});

test("Each retry has a new revision, so that an LMS that considers the last one sent sends it again", () => {
  const lms = launch();
  const deaf = true;
  const world = World.withStorage();
  const { session } = open(lms, world, { LMSCommit: (...args) => (deaf ? "false" : lms.API.LMSCommit?.(...args)) });
  session.update(visit(session.state, course, 2), "now");
  const before = sets(lms, "cmi.suspend_data").length;
  world.pass(2_500);
  const texts = sets(lms, "cmi.suspend_data");
  assert.ok(texts.length > before);
  assert.equal(new Set(texts).size, texts.length);
});

test("An older attempt on another device does not come back into a new one", () => {
  const kept = new Map<string, string>();
  const deviceA = World.withStorage(kept, 1);
  const first = open(launch(), deviceA).session;
  submit(first, [true, true, true]);
  deviceA.pass(100); // the commit is proven
  first.finish();
  // A new attempt is started on another device, and continued on this one.
  const elsewhere = launch();
  open(elsewhere, World.withStorage(new Map(), 2)).session.finish();
  const back = open(launch(elsewhere.stored()), World.withStorage(kept, 3)).session;
  assert.equal(back.resumed, true);
  assert.equal(back.state.status, "incomplete");
});

test("Progress that an offline LMS confirmed but lost is restored from this device", () => {
  const kept = new Map<string, string>();
  const lms = launch();
  let offline = false;
  const { session } = open(lms, World.withStorage(kept), {
    LMSCommit: (...args) => (offline ? "true" : lms.API.LMSCommit?.(...args)),
  });
  offline = true;
  session.update(answerCheck(session.state, course, 0, 1, true), "now");
  const next = open(launch(lms.stored()), World.withStorage(kept)).session;
  assert.deepEqual(withoutRevision(next.state), withoutRevision(session.state));
});

test("Unused copies on this device are removed after thirty days", () => {
  const kept = new Map<string, string>();
  const world = World.withStorage(kept);
  open(launch(), world).session.finish();
  open(launch({ "cmi.core.student_id": "somebody-else" }), world).session.finish();
  const size = kept.size;
  world.pass(31 * 24 * 3_600_000);
  open(launch(), world).session.finish();
  assert.equal(kept.size, size - 1);
});

test("The course works when storage throws at every access", () => {
  const fail = (): never => {
    throw new Error("denied");
  };
  const world = new World({
    get length(): number {
      return fail();
    },
    key: fail,
    getItem: fail,
    setItem: fail,
    removeItem: fail,
  });
  const lms = launch();
  const { session } = open(lms, world);
  submit(session, [true, true, true]);
  session.finish();
  assert.equal(lms.stored()["cmi.core.lesson_status"], "passed");
  assert.deepEqual(errors(lms), []);
});

test("Saving continues when a missing adapter comes back", () => {
  const lms = launch();
  let gone = false;
  const api = new Proxy(
    {},
    {
      get:
        (_, name: string) =>
        (...args: string[]) => {
          if (gone) throw new Error("The window is closed.");
          return lms.API[name]?.(...args);
        },
    },
  );
  const world = World.withStorage();
  const session = startSession(course, connected(api), world, parts);
  gone = true;
  session.update(visit(session.state, course, 3), "now");
  gone = false;
  world.pass(5_000);
  assert.equal(lms.stored()["cmi.core.lesson_location"], "page-3");
});

const second = async (milliseconds: number): Promise<void> => void assert.equal(milliseconds, 1_000);

test("An LMS that refuses LMSInitialize at first is tried once more", async () => {
  const lms = launch();
  let asked = 0;
  const api = {
    ...lms.API,
    LMSInitialize: (...args: string[]) => (asked++ === 0 ? "false" : lms.API.LMSInitialize?.(...args)),
    LMSGetLastError: () => "0",
  };
  assert.ok(await connect(api as unknown as Scorm12Api, second));
});

test("An LMS whose session is already running is used; one that refuses everything is not", async () => {
  const lms = launch();
  lms.API.LMSInitialize?.("");
  assert.ok(await connect(lms.API as unknown as Scorm12Api, second));
  const no = { LMSInitialize: () => "false", LMSGetValue: () => "", LMSGetLastError: () => "101" };
  assert.equal(await connect(no as unknown as Scorm12Api, second), null);
});

test("An adapter that returns nothing and reports no error counts as successful", () => {
  const lms = launch();
  const mute = new Proxy(
    {},
    {
      get:
        (_, name: string) =>
        (...args: string[]) => {
          const result = lms.API[name]?.(...args);
          return result === "true" ? undefined : result;
        },
    },
  );
  const { session, heard } = {
    session: startSession(course, connected(mute), new World(), parts),
    heard: [] as string[],
  };
  session.onSaving((saving) => heard.push(saving));
  session.update(visit(session.state, course, 1), "now");
  assert.deepEqual(
    heard.filter((saving) => saving !== "saved"),
    [],
  );
});

const settle = async (world: World, milliseconds: number): Promise<void> => {
  for (let at = 0; at < milliseconds; at += 1_000) {
    world.pass(1_000);
    await Promise.resolve()
      .then(() => undefined)
      .then(() => undefined);
  }
};

test("A network loss is noticed even if every commit returns true, and then everything is sent again", async () => {
  const lms = launch();
  const world = World.withStorage();
  let offline = false;
  const { session, heard } = open(lms, world, {
    LMSCommit: (...args) => (offline ? "true" : lms.API.LMSCommit?.(...args)),
  });
  await settle(world, 61_000);
  offline = true;
  world.online = false;
  session.update(answerCheck(session.state, course, 0, 1, true), "now");
  await settle(world, 30_000);
  assert.equal(heard.at(-1), "not-saved");
  offline = false;
  world.online = true;
  await settle(world, 20_000);
  assert.equal(heard.at(-1), "saved");
  assert.deepEqual(open(launch(lms.stored()), new World()).session.state.checks, session.state.checks);
});

for (const [about, notices] of [
  ["that the browser notices", true],
  ["that only a probe notices", false],
] as const)
  test(`A pass during a network loss ${about} arrives, though the adapter sends no value twice`, () => {
    const server = new Map<string, string>();
    const world = World.withStorage();
    const lms = new RecordingLms(simulatedLms("moodle").traits, server, {
      online: () => world.online,
      block: () => undefined,
    });
    const session = startSession(course, connected(lms.API), world, parts);
    const heard: string[] = [];
    session.onSaving((saving) => heard.push(saving));
    session.journal(interaction("check-0_1", true));
    session.update(answerCheck(session.state, course, 0, 1, true), "now");
    world.pass(1_000);
    world.online = false;
    if (notices) world.happen("offline");
    session.journal(interaction("check-1_1", true));
    session.update(answerCheck(session.state, course, 1, 1, true), "now");
    submit(session, [true, true, true]);
    world.pass(5_000);
    assert.deepEqual(heard, ["trying"]);
    assert.equal(server.get("cmi.core.lesson_status"), "incomplete");
    world.online = true;
    if (notices) world.happen("online");
    else world.pass(5_000);
    world.pass(100);
    assert.deepEqual(heard, ["trying", "saved"]);
    assert.deepEqual(
      ["lesson_status", "score.raw", "lesson_location"].map((name) => server.get(`cmi.core.${name}`)),
      ["passed", "100", "page-0"],
    );
    assert.deepEqual(
      ["0.id", "0.result", "1.id", "1.type", "1.result", "2.id"].map((name) => server.get(`cmi.interactions.${name}`)),
      ["check-0_1", "correct", "check-1_1", "choice", "correct", undefined],
    );
  });

test("Interactions answered without a network arrive at the next launch, once", () => {
  const server = new Map<string, string>();
  const kept = new Map<string, string>();
  const launched = (isOnline: boolean): { session: Session; world: World } => {
    const world = World.withStorage(kept);
    const online = (): boolean => world.online;
    const lms = new RecordingLms(simulatedLms("moodle").traits, server, { online, block: () => undefined });
    const session = startSession(course, connected(lms.API), world, parts);
    world.pass(1_000);
    world.online = isOnline;
    return { session, world };
  };
  const first = launched(false);
  for (const tries of [1, 2]) {
    first.session.journal(interaction(`check-0_${tries}`, tries === 2));
    first.session.update(answerCheck(first.session.state, course, 0, tries - 1, tries === 2), "now");
  }
  first.world.happen("gone");
  assert.equal(server.get("cmi.interactions.0.id"), undefined);
  for (let launches = 0; launches < 2; launches++) launched(true).session.finish();
  assert.deepEqual(
    [0, 1, 2].map((index) => server.get(`cmi.interactions.${index}.id`)),
    ["check-0_1", "check-0_2", undefined],
  );
});

test("A network loss that ends within seconds, before the learner could notice it, is not reported", () => {
  const world = World.withStorage();
  const { session, heard } = open(launch(), world);
  world.pass(61_000);
  world.online = false;
  session.update(visit(session.state, course, 1), "now");
  world.pass(2_000);
  world.online = true;
  world.pass(30_000);
  assert.deepEqual(heard, []);
});

test("A probe that never answers counts as failed, and the learner is informed within five seconds", () => {
  const world = World.withStorage();
  const { session, heard } = open(launch(), world);
  world.pass(1_000);
  Object.assign(world, { reach: () => new Promise(() => undefined) });
  session.update(visit(session.state, course, 1), "now");
  world.pass(5_000);
  assert.deepEqual(heard, ["trying"]);
});

test("The copy on this device survives the loss of either storage, and leaves both when it is forgotten", () => {
  const stores = (): [Map<string, string>, Map<string, string>] => [
    new Map<string, string>(),
    new Map<string, string>(),
  ];
  const at = (kept: Map<string, string>, entries: Map<string, string>): World => {
    const world = World.withStorage(kept);
    world.backup = {
      entries,
      set: (key, text) => void entries.set(key, text),
      remove: (key) => void entries.delete(key),
    };
    return world;
  };
  const deaf: Overrides = { LMSCommit: () => "false" };
  for (const lost of [0, 1] as const) {
    const both = stores();
    const { session } = open(launch(), at(...both), deaf);
    session.update(answerCheck(session.state, course, 0, 1, true), "now");
    both[lost].clear();
    const next = open(launch(), at(...both), deaf).session;
    assert.deepEqual(next.state.checks, session.state.checks);
    assert.deepEqual(both[0], both[1]);
    next.forget();
    const left = both.map((kept) => [...kept.keys()].filter((key) => !key.endsWith(":salt")));
    assert.deepEqual(left, [[], []]);
  }
});

test("The copy on this device is removed when the LMS has returned it and confirmed the final state", () => {
  const kept = new Map<string, string>();
  const copies = (): string[] => [...kept.keys()].filter((key) => !key.endsWith(":salt"));
  const lms = launch();
  const world = World.withStorage(kept);
  const { session } = open(lms, world);
  submit(session, [true, true, true]);
  world.pass(100);
  session.finish();
  assert.equal(copies().length, 1);
  const later = World.withStorage(kept);
  const next = open(launch(lms.stored()), later).session;
  later.pass(100);
  next.finish();
  assert.deepEqual(copies(), []);
});

test("A second window gives way and writes nothing more", () => {
  const kept = new Map<string, string>();
  const [one, two] = [World.withStorage(kept), World.withStorage(kept)];
  two.bus = one.bus;
  const first = open(launch(), one);
  const lms = launch();
  const second = open(lms, two);
  const calls = lms.calls.length;
  second.session.update(visit(second.session.state, course, 3), "now");
  two.pass(300_000);
  assert.equal(lms.calls.length, calls);
  assert.equal(first.heard.includes("elsewhere"), false);
  first.session.update(visit(first.session.state, course, 2), "now");
  assert.equal(open(launch(), World.withStorage(kept)).session.state.page, 2);
});

test("Unfinished progress that the LMS confirmed and lost is restored, and the learner is notified", () => {
  const kept = new Map<string, string>();
  const first = open(launch(), World.withStorage(kept)).session;
  first.update(answerCheck(first.state, course, 0, 1, true), "now");
  const second = open(launch(), World.withStorage(kept)).session;
  assert.equal(second.restored, true);
  assert.deepEqual(withoutRevision(second.state), withoutRevision(first.state));
});

test("Finished progress that the LMS does not have is offered, and restored if the learner agrees", () => {
  const kept = new Map<string, string>();
  const world = World.withStorage(kept);
  const first = open(launch(), world).session;
  submit(first, [true, true, true]);
  world.pass(100); // the commit is proven
  const lms = launch();
  const second = open(lms, World.withStorage(kept)).session;
  assert.equal(second.offered, true);
  assert.equal(second.state.status, "incomplete");
  second.bringBack();
  assert.equal(lms.stored()["cmi.core.lesson_status"], "passed");
  assert.equal(open(launch(lms.stored()), World.withStorage(kept)).session.offered, false);
});

test("An LMS that saves at the end only has everything before a page enters the back-forward cache, and after", () => {
  const ends = courseOf({ pages: 4, checks: 2, items: 0, tracking: { savesAtFinish: true } });
  const server = new Map<string, string>();
  const calls: string[] = [];
  let lms = new RecordingLms(simulatedLms("finish-only").traits, server);
  const api = new Proxy(
    {},
    {
      get:
        (_, name: string) =>
        (...args: string[]) => {
          if (name === "LMSInitialize") lms = new RecordingLms(simulatedLms("finish-only").traits, server);
          if (/Init|Finish/.test(name)) calls.push(name);
          return lms.API[name]?.(...args);
        },
    },
  );
  for (const of of [ends, { ...ends, tracking: { ...ends.tracking, savesAtFinish: false } }]) {
    server.clear();
    calls.length = 0;
    const world = new World();
    const session = startSession(of, connected(api), world, parts);
    const stored = (): string => server.get("cmi.suspend_data") ?? "";
    world.pass(20_000);
    session.update(answerCheck(session.state, of, 0, 1, true), "now");
    assert.equal(stored(), "");
    world.happen("hidden");
    world.happen("gone", true);
    assert.equal(stored() !== "", of === ends);
    assert.deepEqual(calls, of === ends ? ["LMSInitialize", "LMSFinish"] : ["LMSInitialize"]);
    world.happen("back", true);
    world.happen("visible");
    world.pass(1_000);
    const before = stored();
    session.update(answerCheck(session.state, of, 1, 1, true), "now");
    world.happen("gone");
    assert.notEqual(stored(), before);
    const again = startSession(of, connected(api), new World(), parts);
    assert.deepEqual(again.state.checks, session.state.checks);
    // The time of each session counts once.
    const times = lms.calls.filter(({ args }) => args[0] === "cmi.core.session_time").map(({ args }) => args[1] ?? "");
    assert.deepEqual(times, ["0000:00:00.00"]);
    assert.equal(server.get("cmi.core.session_time"), undefined);
  }
});

test("An LMS that refuses a second session in one page is reported as lost, and nothing throws", () => {
  const of = courseOf({ pages: 4, checks: 2, items: 0, tracking: { savesAtFinish: true } });
  const lms = new RecordingLms(simulatedLms("standard").traits, new Map()); // one session per launch
  const world = World.withStorage();
  const session = startSession(of, connected(lms.API), world, parts);
  const heard: string[] = [];
  session.onSaving((saving) => heard.push(saving));
  world.happen("gone", true);
  world.happen("back", true);
  session.update(answerCheck(session.state, of, 1, 1, true), "now");
  world.pass(1_000);
  assert.deepEqual(heard, ["lost"]);
});
