import assert from "node:assert/strict";
import { test } from "node:test";
import { openBackup } from "../../src/browser/player/lms/backup";
import { findApi, isWalled, waitForApi } from "../../src/browser/player/lms/find-api";
import { browserHost, type Host, type HostEvent } from "../../src/browser/player/lms/host";
import { probe } from "../../src/browser/player/lms/probe";
import { watchTabs } from "../../src/browser/player/lms/tabs";
import { World } from "./world";

// Parts of a browser that the player uses, with windows made for these tests.

type Listener = (event: object) => void;

/** A window and its document: listeners by name, timers, and a local storage. */
class Page {
  readonly heard = new Map<string, { listener: Listener; options: unknown }[]>();
  visibilityState = "visible";
  readonly timers = new Map<number, { run: () => void; milliseconds: number }>();
  readonly window: Window;

  constructor(more: object = {}) {
    const target = (owner: string): object => ({
      addEventListener: (name: string, listener: Listener, options: unknown) => {
        const key = `${owner} ${name}`;
        this.heard.set(key, [...(this.heard.get(key) ?? []), { listener, options }]);
      },
    });
    const document = target("document");
    Object.defineProperty(document, "visibilityState", { get: () => this.visibilityState });
    this.window = Object.assign(target("window"), {
      document,
      location: { protocol: "https:" },
      setTimeout: (run: () => void, milliseconds: number) => {
        this.timers.set(this.timers.size + 1, { run, milliseconds });
        return this.timers.size;
      },
      clearTimeout: (timer: number) => void this.timers.delete(timer),
      ...more,
    }) as unknown as Window;
  }

  happen(name: string, event: object = {}): void {
    for (const { listener } of this.heard.get(name) ?? []) listener(event);
  }
}

test("Each event of a page reaches the player in every way that browsers fire it, and no other event does", () => {
  const names: HostEvent[] = ["hidden", "visible", "leaving", "gone", "back", "touched", "online", "offline"];
  const page = new Page();
  const host = browserHost(page.window, null);
  let heard: string[] = [];
  for (const name of names) host.on(name, (persisted) => heard.push(`${name}${persisted ? " persisted" : ""}`));
  const after = (name: string, event?: object, state = "visible"): string[] => {
    heard = [];
    page.visibilityState = state;
    page.happen(name, event);
    return heard;
  };
  assert.deepEqual(after("document visibilitychange", {}, "hidden"), ["hidden"]);
  assert.deepEqual(after("document visibilitychange", {}, "visible"), ["visible"]);
  assert.deepEqual(after("document freeze"), ["hidden"]);
  assert.deepEqual(after("document resume"), ["visible"]);
  assert.deepEqual(after("window beforeunload"), ["leaving"]);
  assert.deepEqual(after("window pagehide", { persisted: true }), ["gone persisted"]);
  assert.deepEqual(after("window pagehide", { persisted: false }), ["gone"]);
  assert.deepEqual(after("window pageshow", { persisted: true }), ["back persisted"]);
  assert.deepEqual(after("window pageshow", { persisted: false }), []);
  assert.deepEqual(after("window online"), ["online"]);
  assert.deepEqual(after("window offline"), ["offline"]);
  for (const name of ["pointerdown", "keydown", "wheel", "touchmove", "timeupdate"]) {
    assert.deepEqual(after(`document ${name}`), ["touched"]);
    // A video stops its events where it is, and a listener may not delay the page.
    assert.deepEqual(page.heard.get(`document ${name}`)?.[0]?.options, { passive: true, capture: true });
  }
  assert.equal(page.heard.size, 13);
});

test("Storage is used only if it keeps a trial text, which is removed again", () => {
  const kept = new Map<string, string>();
  const storage = {
    setItem: (key: string, value: string) => void kept.set(key, value),
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
  };
  assert.equal(browserHost(new Page({ localStorage: storage }).window, null).storage, storage);
  assert.equal(kept.size, 0);
  const silent = { ...storage, setItem: () => undefined };
  assert.equal(browserHost(new Page({ localStorage: silent }).window, null).storage, null);
  const blocked = new Page();
  Object.defineProperty(blocked.window, "localStorage", {
    get() {
      throw new Error("SecurityError");
    },
  });
  assert.equal(browserHost(blocked.window, null).storage, null);
});

test("Windows of one site hear each other's messages as texts, and a browser without channels goes on", () => {
  const made: { name: string; onmessage?: (event: { data: unknown }) => void; log: string[] }[] = [];
  class BroadcastChannel {
    log: string[] = [];
    constructor(readonly name: string) {
      made.push(this);
    }
    postMessage(message: string): void {
      this.log.push(message);
    }
    close(): void {
      this.log.push("(closed)");
    }
  }
  const heard: string[] = [];
  const channel = browserHost(new Page({ BroadcastChannel }).window, null).channel("a", (text) => heard.push(text));
  channel?.post("hello");
  channel?.close();
  made[0]?.onmessage?.({ data: "here" });
  made[0]?.onmessage?.({ data: 7 });
  assert.deepEqual([made[0]?.name, made[0]?.log, heard], ["a", ["hello", "(closed)"], ["here", "7"]]);
  assert.equal(
    browserHost(new Page().window, null).channel("a", () => undefined),
    null,
  );
});

test("The server is reached only if it returns the file of this package itself", async () => {
  const { fetch } = globalThis;
  const asked: unknown[][] = [];
  const reach = (answer: object, protocol = "https:"): Promise<boolean> => {
    globalThis.fetch = ((...args: unknown[]) => {
      asked.push(args);
      return Promise.resolve({
        ok: true,
        redirected: false,
        text: () => Promise.resolve("protect-scorm\n"),
        ...answer,
      });
    }) as unknown as typeof globalThis.fetch;
    return browserHost(new Page({ location: { protocol } }).window, null).reach();
  };
  try {
    assert.equal(await reach({}), true);
    assert.equal(await reach({}, "http:"), true);
    assert.match(String(asked[0]?.[0]), /^probe\.txt\?\d{13}$/);
    assert.deepEqual(asked[0]?.[1], { cache: "no-store" });
    assert.equal(await reach({ ok: false }), false);
    assert.equal(await reach({ redirected: true }), false);
    assert.equal(await reach({ text: () => Promise.resolve("<html>Log in</html>") }), false);
    const before = asked.length;
    assert.equal(await reach({ ok: false }, "file:"), true);
    assert.equal(asked.length, before);
  } finally {
    globalThis.fetch = fetch;
  }
});

test("Time, timers and random numbers are those of the browser", () => {
  const page = new Page();
  const backup = { entries: new Map(), set: () => undefined, remove: () => undefined };
  const host = browserHost(page.window, backup);
  assert.equal(host.backup, backup);
  let ran = false;
  const timer = host.setTimeout(() => (ran = true), 70);
  assert.equal(page.timers.get(timer)?.milliseconds, 70);
  page.timers.get(timer)?.run();
  assert.ok(ran);
  host.clearTimeout(timer);
  assert.equal(page.timers.size, 0);
  const now = host.now();
  assert.ok(Math.abs(now - performance.now()) < 1_000);
  assert.ok(Math.abs(host.date().getTime() - Date.now()) < 1_000);
  const some = Array.from({ length: 20 }, () => host.random());
  assert.ok(some.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 32));
  assert.ok(new Set(some).size > 10);
});

/** A database of one table. Requests answer in the next microtask. */
function databaseOf(kept: Map<string, string>, fault?: "open" | "error" | "silent" | "read" | "full" | "old"): object {
  const log: string[] = [];
  const answer = (result: unknown, failed = false): Record<string, unknown> => {
    const request: Record<string, unknown> = { result, error: null };
    if (fault !== "silent")
      queueMicrotask(() => (request[failed ? "onerror" : "onsuccess"] as (() => void) | undefined)?.());
    return request;
  };
  const store = {
    getAllKeys: () => answer([...kept.keys()], fault === "read"),
    getAll: () => answer([...kept.values()]),
    put: (text: string, key: string) => void kept.set(key, text),
    delete: (key: string) => void kept.delete(key),
  };
  let isMade = kept.size > 0;
  const database = {
    createObjectStore: (name: string) => {
      isMade = true;
      log.push(`create ${name}`);
    },
    transaction: (name: string, mode: string) => {
      if (!isMade) throw new Error("NotFoundError");
      if (fault === "full" && mode === "readwrite") throw new Error("QuotaExceededError");
      log.push(`${mode} ${name}`);
      return {
        objectStore: () => store,
        ...(fault === "old" ? {} : { commit: () => log.push("commit") }),
      };
    },
  };
  return {
    log,
    open(name: string) {
      log.push(`open ${name}`);
      if (fault === "open") throw new Error("SecurityError");
      const request = answer(database, fault === "error");
      if (!isMade && fault !== "silent") queueMicrotask(() => (request.onupgradeneeded as () => void)());
      // The upgrade comes before the success.
      if (!isMade && fault !== "silent") {
        const first = request as { onsuccess?: () => void };
        let done: (() => void) | undefined;
        Object.defineProperty(first, "onsuccess", {
          set: (value: () => void) => (done = value),
          get: () => () => queueMicrotask(() => done?.()),
        });
      }
      return request;
    },
  };
}

test("The second copy on this device is read when the page opens, and every change is stored at once", async () => {
  for (const fault of [undefined, "old"] as const) {
    const kept = new Map([["a", "one"]]);
    const indexedDB = databaseOf(kept, fault) as { log: string[] };
    const backup = (await openBackup(new Page({ indexedDB }).window))!;
    assert.deepEqual([...backup.entries], [["a", "one"]]);
    backup.set("b", "two");
    assert.equal(backup.entries.get("b"), "two");
    backup.remove("a");
    assert.deepEqual([...backup.entries.keys()], ["b"]);
    assert.deepEqual([...kept], [["b", "two"]]);
    const changes = fault === "old" ? ["readwrite copies"] : ["readwrite copies", "commit"];
    assert.deepEqual(indexedDB.log, ["open protect-scorm", "readonly copies", ...changes, ...changes]);
  }
});

test("The second copy is made at the first visit", async () => {
  const kept = new Map<string, string>();
  const indexedDB = databaseOf(kept) as { log: string[] };
  const backup = await openBackup(new Page({ indexedDB }).window);
  assert.deepEqual(indexedDB.log.slice(0, 2), ["open protect-scorm", "create copies"]);
  backup?.set("a", "one");
  assert.deepEqual([...kept], [["a", "one"]]);
});

test("A blocked, damaged or silent database stops nothing, and is waited for three seconds", async () => {
  const kept = new Map([["a", "one"]]);
  for (const fault of ["open", "error", "read"] as const)
    assert.equal(await openBackup(new Page({ indexedDB: databaseOf(kept, fault) }).window), null);
  assert.equal(await openBackup(new Page().window), null);
  const page = new Page({ indexedDB: databaseOf(kept, "silent") });
  const opening = openBackup(page.window);
  const [timer] = [...page.timers.values()];
  assert.equal(timer?.milliseconds, 3_000);
  timer?.run();
  assert.equal(await opening, null);
});

test("When the database is full, the copy stays in the memory of the page, and nothing throws", async () => {
  const kept = new Map([["a", "one"]]);
  const backup = (await openBackup(new Page({ indexedDB: databaseOf(kept, "full") }).window))!;
  backup.set("b", "two");
  backup.remove("a");
  assert.deepEqual([...backup.entries], [["b", "two"]]);
  assert.deepEqual([...kept], [["a", "one"]]);
});

test("The first answer to a probe counts: the server's, a failure, or none within two and a half seconds", async () => {
  const results: boolean[] = [];
  const world = new World();
  const host = (reach: () => Promise<boolean>): Host => Object.assign(world, { reach });
  const later = (milliseconds: number, reached: boolean) => (): Promise<boolean> =>
    ({ then: (heard: (one: boolean) => void) => world.setTimeout(() => heard(reached), milliseconds) }) as never;
  probe(host(later(2_400, true)), (reached) => results.push(reached));
  world.pass(2_400);
  assert.deepEqual(results, [true]);
  world.pass(10_000);
  assert.deepEqual(results, [true]);
  probe(host(later(2_600, true)), (reached) => results.push(reached));
  world.pass(2_499);
  assert.deepEqual(results, [true]);
  world.pass(10_000);
  assert.deepEqual(results, [true, false]);
  probe(
    host(() => Promise.reject(new Error("offline"))),
    (reached) => results.push(reached),
  );
  await Promise.resolve();
  await Promise.resolve();
  assert.deepEqual(results, [true, false, false]);
});

test("Of several windows of a course the first keeps it, also when a later one wakes up", () => {
  const bus = new Map<string, Set<(message: string) => void>>();
  const gaveWay: string[] = [];
  const open = (name: string): { world: World; stop: () => void } => {
    const world = new World();
    world.bus = bus;
    return { world, stop: watchTabs(world, "course", () => gaveWay.push(name)) };
  };
  const first = open("first");
  assert.equal(gaveWay.length, 0);
  const second = open("second");
  assert.deepEqual(gaveWay, ["second"]);
  second.world.happen("visible");
  second.world.happen("back");
  // The window that gave way does not defend the course.
  first.stop();
  const third = open("third");
  assert.deepEqual(gaveWay, ["second"]);
  third.world.happen("visible");
  third.stop();
  // Two windows that slept: the one that wakes up asks.
  const fourth = open("fourth");
  const others = bus.get("course")!;
  for (const event of ["back", "visible"] as const) {
    let asked = 0;
    const ear = (message: string): void => void (asked += Number(message === "anybody?"));
    others.add(ear);
    fourth.world.happen(event);
    others.delete(ear);
    assert.equal(asked, 1);
  }
  // A course of another name is another course.
  const apart = new World();
  apart.bus = bus;
  watchTabs(apart, "other", () => gaveWay.push("apart"));
  assert.deepEqual(gaveWay, ["second"]);
  // A browser without channels.
  const silent = Object.assign(new World(), { channel: () => null });
  const stop = watchTabs(silent, "course", () => gaveWay.push("silent"));
  silent.happen("visible");
  stop();
  assert.deepEqual(gaveWay, ["second"]);
});

const api = { LMSInitialize: () => "true" };

/** Windows inside each other; the outermost one has the adapter. */
function nested(levels: number, outer: object = { API: api }): Window {
  let at: Record<string, unknown> = { opener: null, ...outer };
  at.parent = at;
  const top = at;
  for (let level = 0; level < levels; level++) at = { opener: null, parent: at };
  at.top = top;
  return at as unknown as Window;
}

test("The adapter is found up to fifty windows away, by window and opener", () => {
  assert.equal(findApi(nested(49)), api);
  assert.equal(findApi(nested(50)), null);
  const opened = nested(0, {});
  (opened as { opener: unknown }).opener = nested(3);
  assert.equal(findApi(opened), api);
  // The opener of the outermost window.
  const framed = nested(2, { opener: nested(1) });
  assert.equal(findApi(framed), api);
  const gone = {};
  for (const name of ["parent", "opener", "top"])
    Object.defineProperty(gone, name, {
      get() {
        throw new Error("closed");
      },
    });
  assert.equal(findApi(gone as Window), null);
  assert.equal(isWalled(gone as Window), false);
  // A detached window has no parent.
  assert.equal(findApi({ parent: null, top: null, opener: null } as unknown as Window), null);
  assert.equal(isWalled({ parent: null } as unknown as Window), false);
});

test("A parent of another origin is noticed at any depth, and a ring of windows ends the search", () => {
  const foreign = new Proxy(
    {},
    {
      get() {
        throw new Error("SecurityError");
      },
    },
  );
  const open = (levels: number, outer: object): Window => {
    let at = outer;
    for (let level = 0; level < levels; level++) at = { location: { href: "x" }, parent: at };
    return at as Window;
  };
  for (const levels of [1, 2, 50]) assert.equal(isWalled(open(levels, foreign)), true, String(levels));
  assert.equal(isWalled(open(51, foreign)), false);
  const ring: Record<string, unknown> = { location: { href: "x" } };
  ring.parent = { location: { href: "x" }, parent: ring };
  assert.equal(isWalled(ring as unknown as Window), false);
});

test("The player looks for a late adapter seven times in two seconds", async () => {
  const pauses: number[] = [];
  const wait = (milliseconds: number): Promise<void> => Promise.resolve(void pauses.push(milliseconds));
  assert.equal(await waitForApi(nested(1, {}), wait), null);
  assert.deepEqual(pauses, [50, 100, 200, 400, 600, 650]);
  pauses.length = 0;
  const opened = nested(0, {});
  (opened as { opener: unknown }).opener = nested(0, {});
  assert.equal(await waitForApi(opened, wait), null);
  assert.deepEqual(pauses, [50, 100, 200, 400, 600, 650]);
  pauses.length = 0;
  assert.equal(await waitForApi(nested(0, {}), wait), null);
  assert.deepEqual(pauses, [50]);
  pauses.length = 0;
  assert.equal(await waitForApi(nested(0), wait), api);
  assert.deepEqual(pauses, []);
});
