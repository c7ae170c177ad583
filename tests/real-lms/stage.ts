import type { Browser, BrowserContext } from "puppeteer-core";
import { type Ability, type Held, type Lms, valueOf } from "./lms";
import type { Package, Packages } from "./packages";
import { open, until, type Size, type Visit } from "./visit";

/** A journey of one learner. It throws if a promise of the product does not hold. */
export interface Journey {
  readonly name: string;
  readonly package: Package;
  /** Fields of the LMS's form, for LMSs that have them. */
  readonly settings?: string;
  readonly needs?: readonly Ability[];
  play(stage: Stage): Promise<void>;
}

/** What a journey can use. */
export interface Stage {
  readonly lms: Lms;
  readonly activity: string;
  readonly learner: string;
  package(name: Package): Promise<string>;
  /** Another device of the learner, logged in. */
  device(): Promise<BrowserContext>;
  /** Opens the course; on a new device if none is given. */
  open(device?: BrowserContext, size?: Size): Promise<Visit>;
  /** Ends the login of a device, as when it expires. */
  expire(device: BrowserContext): Promise<void>;
  held(): Promise<Held>;
  /** Waits until the LMS holds a status. */
  reaches(status: string): Promise<void>;
}

export const check = (isTrue: boolean, message: string): void => {
  if (!isTrue) throw new Error(message);
};

export const same = (actual: unknown, expected: unknown, what: string): void =>
  check(
    JSON.stringify(actual) === JSON.stringify(expected),
    `${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`,
  );

/** Plays a journey with a new learner, and returns what failed, if anything, and what the LMS holds at the end. */
export async function playOne(
  browser: Browser,
  lms: Lms,
  made: Packages,
  activity: string,
  journey: Journey,
  pictures: string,
): Promise<{ failure: string | null; held: Held | null }> {
  const learner = lms.learner();
  const devices: BrowserContext[] = [];
  const stage: Stage = {
    lms,
    activity,
    learner,
    package: (name) => made.of(name),
    async device() {
      const device = await browser.createBrowserContext();
      devices.push(device);
      await lms.login(device, learner);
      return device;
    },
    async open(device, size) {
      return open(lms, device ?? (await stage.device()), activity, size);
    },
    async expire(device) {
      await device.deleteCookie(...(await device.cookies()));
    },
    held: () => lms.held(activity, learner),
    async reaches(status) {
      await until(
        `“${status}” in the LMS`,
        async () => valueOf(await stage.held(), "cmi.core.lesson_status") === status,
      );
    },
  };
  let failure: string | null = null;
  try {
    await journey.play(stage);
  } catch (error) {
    failure = (error as Error).message.split("\n")[0] ?? "";
  }
  const held = await stage.held().catch(() => null);
  if (failure !== null && pictures)
    for (const device of devices)
      for (const [index, page] of (await device.pages()).entries())
        await page.screenshot({ path: `${pictures}/${learner}-${devices.indexOf(device)}-${index}.png` }).catch(String);
  for (const device of devices) await device.close().catch(() => undefined);
  return { failure, held };
}
