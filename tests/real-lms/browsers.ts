import { existsSync } from "node:fs";
import puppeteer, { type Browser } from "puppeteer-core";

const places = {
  chrome: ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"],
  firefox: ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
};

/** Starts Chromium or Firefox without windows: the one in PROTECT_CHROMIUM or PROTECT_FIREFOX, or an installed one. */
export async function start(browser: "chrome" | "firefox"): Promise<Browser> {
  const named = process.env[browser === "chrome" ? "PROTECT_CHROMIUM" : "PROTECT_FIREFOX"];
  const executablePath = named || places[browser].find((place) => existsSync(place));
  if (!executablePath) throw new Error(`No ${browser} is installed.`);
  const isRoot = process.getuid?.() === 0;
  return puppeteer.launch({
    browser,
    executablePath,
    headless: executablePath.endsWith("shell") ? "shell" : true,
    args: browser === "chrome" ? ["--disable-gpu", ...(isRoot ? ["--no-sandbox"] : [])] : [],
    defaultViewport: { width: 1280, height: 800 },
    protocolTimeout: 600_000, // a visit to all pages of a course is one call
  });
}
