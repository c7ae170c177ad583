import type { Page } from "puppeteer-core";
import type { Held, Lms } from "./lms";
import { shell } from "./shell";

/** How to reach a Moodle: its address, its learners, and commands for what only its administrator may do. */
export interface MoodleOptions {
  readonly address: string;
  readonly version: string;
  /** Name and password of the learners, such as "s{n}:secret". */
  readonly learners: string;
  /** The number of the first learner to use. */
  readonly first: number;
  /** Adds the package $ZIP as an activity called $NAME with the form's fields $SETTINGS, and prints its id. */
  readonly add: string;
  /** Replaces the package of $ACTIVITY by $ZIP. */
  readonly update: string;
  /** Gives the setting $NAME of the SCORM plugin the value $VALUE. */
  readonly set: string;
  /** Prints what Moodle holds of $LEARNER in $ACTIVITY, as JSON (see Held). */
  readonly held: string;
}

/** A running Moodle. Learners use its own pages: login, activity, player. */
export function moodle(options: MoodleOptions): Lms {
  let next = options.first;
  let added = 0;
  const [names = "", password = ""] = options.learners.split(":");

  async function go(page: Page, path: string): Promise<void> {
    page.setDefaultTimeout(120_000); // a busy server is slow, not wrong
    await page.goto(`${options.address}/${path}`);
  }

  return {
    name: `Moodle ${options.version}`,
    has: ["settings", "popup", "update", "review", "login", "score", "interactions"],
    add: (zip, settings) => shell(options.add, { ZIP: zip, NAME: `Journey ${++added}`, SETTINGS: settings }),
    async update(activity, zip) {
      await shell(options.update, { ACTIVITY: activity, ZIP: zip });
    },
    async set(name, value) {
      await shell(options.set, { NAME: name, VALUE: value });
    },
    learner: () => names.replace("{n}", String(next++)),
    async login(device, learner) {
      const page = await device.newPage();
      for (let attempt = 1; ; attempt++) {
        await go(page, "login/index.php");
        await page.waitForNetworkIdle(); // a later request of this page may make its login token invalid
        await page.type("#username", learner);
        await page.type("#password", password);
        await Promise.all([page.waitForNavigation(), page.click("#loginbtn")]);
        if (!(await page.$("#loginbtn"))) break;
        if (attempt === 3) throw new Error(`${learner} cannot log in`);
      }
      await page.close();
    },
    async open(tab, activity) {
      await go(tab, `mod/scorm/view.php?id=${activity}`);
      const enter = await tab.waitForSelector("#scormviewform [type=submit]:not([value=browse])");
      await enter?.click();
    },
    held: async (activity, learner) =>
      JSON.parse(await shell(options.held, { ACTIVITY: activity, LEARNER: learner })) as Held,
  };
}
