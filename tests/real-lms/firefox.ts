// Plays one learner in Firefox, for FirefoxTests: node firefox.mjs <folder with lms.html, strict-lms.js and course/>
// prints as JSON what the page shows and what the LMS holds.
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, Frame, Page } from "puppeteer-core";
import { start } from "./browsers";
import { serve } from "./serve";
import { until } from "./visit";

const [folder = "."] = process.argv.slice(2);

const server = await serve(async ({ url }) => {
  const name = url.pathname === "/lms" ? "lms.html" : url.pathname.slice(1);
  const body = await readFile(path.join(folder, name)).catch(() => null);
  return body && { body, type: name === "lms.html" ? "text/html; charset=utf-8" : undefined };
});

async function launch(browser: Browser): Promise<{ page: Page; course: Frame }> {
  const page = await browser.newPage();
  await page.goto(`${server.address}/lms?mode=normal&as=frame`);
  const course = await until("the course", async () => {
    const frame = page.frames().find((one) => one.url().includes("/course/"));
    return frame && (await frame.evaluate("!!document.querySelector('html.ready')")) ? frame : null;
  });
  return { page, course };
}

const shown = (course: Frame): Promise<unknown> =>
  course.evaluate(`({
    page: document.querySelector("article[data-page]:not([hidden])").dataset.page,
    notices: document.querySelector("[data-notices]").innerText,
    verdict: document.querySelector("form[data-question=check] [data-verdict]")?.dataset.verdict ?? "",
    chosen: [...document.querySelectorAll("[data-questions] input:checked")].length,
  })`);

const kept = async (page: Page, name: string): Promise<unknown> =>
  JSON.parse((await page.evaluate(`localStorage.getItem("${name}")`)) as string);

const browser = await start("firefox");
try {
  // A second tab of the LMS reads what the first one has stored.
  const reader = await browser.newPage();
  await reader.goto(`${server.address}/lms.html?as=elsewhere`);

  const first = await launch(browser);
  const launched = await shown(first.course);
  await first.course.evaluate(`
    document.querySelector("form[data-question=check] input[value='0']").click();
    document.querySelector("form[data-question=check] [data-check]").click();
    document.querySelector("[data-next]").click();
  `);
  const answered = await shown(first.course);
  // The last answer is given at the moment the tab closes, before any commit on a timer.
  await first.course.evaluate(`document.querySelector("[data-questions] form:not([hidden]) input").click()`);
  await first.page.close({ runBeforeUnload: true }); // as a person closes it

  const atClose = await kept(reader, "lms-record");
  await reader.evaluate(`Object.keys(localStorage)
    .filter((key) => key.startsWith("protect-scorm"))
    .forEach((key) => localStorage.removeItem(key));
    indexedDB.deleteDatabase("protect-scorm")`);

  const second = await launch(browser);
  const resumed = await shown(second.course);
  await second.course.evaluate(`document.querySelector("[data-previous]").click()`);
  const back = await shown(second.course);
  await second.page.goto(`${server.address}/lms.html?as=elsewhere`);
  const calls = await kept(reader, "lms-calls");
  console.log(JSON.stringify({ launched, answered, atClose, resumed, back, calls }));
} finally {
  await browser.close();
  await server.close();
}
