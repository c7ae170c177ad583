import { readFile } from "node:fs/promises";
import type { BrowserContext, Frame, Page } from "puppeteer-core";
import type { Lms } from "./lms";

const program = new URL("in-page.js", import.meta.url);
const patience = 120_000;

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Polls until `look` returns something. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  milliseconds = patience,
): Promise<T> {
  for (const end = Date.now() + milliseconds; ; await pause(100)) {
    const found = await look().catch(() => null);
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited too long for ${what}`);
  }
}

/** One visit of a learner to the course, from opening to leaving. */
export interface Visit {
  /** The tab of the LMS. */
  readonly tab: Page;
  /** The window and the frame of the course. */
  readonly window: Page;
  readonly frame: Frame;
  /** Calls a function of in-page.ts in the course. */
  call<T = void>(name: string, ...args: readonly (string | boolean)[]): Promise<T>;
  offline(isOffline: boolean): Promise<void>;
  /** Closes the windows without leaving the course. */
  close(): Promise<void>;
}

/** Finds the course in the windows of a device; the newest window first. */
async function findCourse(device: BrowserContext, known: readonly Page[]): Promise<[Page, Frame] | null> {
  for (const page of (await device.pages()).reverse()) {
    if (known.includes(page)) continue;
    for (const frame of page.frames()) {
      const isCourse = await frame.evaluate("!!document.querySelector('.ready [data-pages-here]')").catch(() => false);
      if (isCourse) return [page, frame];
    }
  }
  return null;
}

/** Size of a window, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Opens the activity on a device, and waits until the course is ready. */
export async function open(lms: Lms, device: BrowserContext, activity: string, size?: Size): Promise<Visit> {
  const before = await device.pages();
  const tab = await device.newPage();
  if (size) await tab.setViewport(size);
  await lms.open(tab, activity);
  const [window, frame] = await until("the course", () => findCourse(device, before));
  await frame.evaluate(await readFile(program, "utf8"));
  if (!(await frame.evaluate("inCourse.read()"))) throw new Error("this is not a course of this project");
  return {
    tab,
    window,
    frame,
    call: <T>(name: string, ...args: readonly (string | boolean)[]) =>
      frame.evaluate(`inCourse.${name}(${args.map((one) => JSON.stringify(one)).join(", ")})`) as Promise<T>,
    async offline(isOffline) {
      for (const page of new Set([tab, window])) await page.setOfflineMode(isOffline);
    },
    async close() {
      for (const page of new Set([window, tab])) if (!page.isClosed()) await page.close();
    },
  };
}
