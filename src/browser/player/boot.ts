import { findApi, type Opening } from "./lms/find-api";
import { closeSessionOf, openSessionOf } from "./lms/scorm12-opening";
import { correctAddress } from "./page/address";
import { bring, handOver } from "./page/scripts";

// The only script in index.html. It starts the session with the LMS, shows the first page to new learners, and loads
// the program. A press before the program is loaded is repeated by the program.

const pause = 5_000;
const root = document.documentElement;
const part = <T extends HTMLElement>(name: string): T | null => document.querySelector<T>(`[data-${name}]`);

/** State at the moment when the program takes over. */
export interface Taken {
  /** The session with the LMS; null if no LMS was found. */
  readonly opening: Opening | null;
  /** The control that the learner pressed last. */
  readonly pressed: HTMLElement | null;
}

let opening: Opening | null = null;
let pressed: HTMLElement | null = null;
let isWaiting = true;

/**
 * Starts the course. The compiler writes the call.
 * @param file The script of the program.
 * @param course Id of the course, to find its copies on this device.
 * @param isAlone Whether the package has one language only.
 */
export function start(file: string, course: string, isAlone: boolean): void {
  correctAddress();
  root.classList.add("program");
  const api = findApi(window);
  opening = api && openSessionOf(api);
  if ((opening ? opening.isNew : !api) && !hasCopy(course) && (isAlone || isPreferred())) showFirst();
  addEventListener("click", press, true);
  addEventListener("pagehide", ({ persisted }) => persisted || end());
  load(file);
}

/** Called by the program when it runs. Returns null if the learner has left already. */
export function takeOver(): Taken | null {
  handOver("program", null);
  if (!isWaiting) return null;
  isWaiting = false;
  removeEventListener("click", press, true);
  part("saving")?.replaceChildren();
  return { opening, pressed };
}

/** Whether this device may have progress in this course. The program compares it with that of the LMS. */
function hasCopy(course: string): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(`protect-scorm:${course}:`));
  } catch {
    return false;
  }
}

/** Whether the language of the page is the browser's first preference. */
function isPreferred(): boolean {
  return navigator.language.split("-")[0] === root.lang.split("-")[0];
}

function showFirst(): void {
  const pages = document.querySelectorAll<HTMLElement>("[data-page]");
  pages.forEach((page, at) => (page.hidden = at > 0));
  for (const name of ["turn", "leave", "menu-button"]) part(name)?.removeAttribute("hidden");
  const hasNext = pages.length > 1 || document.querySelectorAll("[data-module]").length > 1;
  for (const name of hasNext ? ["previous"] : ["previous", "next"]) part(name)?.setAttribute("hidden", "");
  root.classList.add("shown");
}

function press(event: MouseEvent): void {
  const control = (event.target as Element).closest<HTMLElement>("button:not([popovertarget]), a[data-page-link]");
  if (!control) return;
  event.preventDefault();
  if (control.dataset.leave !== undefined) leave();
  pressed = control;
  const place = part("place");
  if (place) place.textContent = part("loading")?.textContent ?? "";
}

/** Empties the screen, ends the session and redirects the window, as leaving.ts does once the program is loaded. */
function leave(): void {
  const closing = part("closing");
  for (const child of document.body.children as unknown as Iterable<HTMLElement>) child.hidden = child !== closing;
  isWaiting = false;
  // The empty screen is drawn first: an LMS may block in LMSFinish.
  setTimeout(() => {
    if (opening) closeSessionOf(opening);
    const to = part<HTMLAnchorElement>("elsewhere");
    try {
      if (to) (window.top ?? window).location.replace(to.href);
    } catch {
      if (to) to.target = "_self"; // the frame must not redirect the window
    }
  }, 50);
}

function end(): void {
  if (isWaiting && opening) closeSessionOf(opening);
  isWaiting = false;
}

/** Loads the program, and retries until it arrives. Meanwhile the page is readable, and says that nothing is saved. */
function load(file: string): void {
  bring("program", file).catch((fault: unknown) => {
    console.error(fault);
    if (!isWaiting) return;
    root.classList.add("shown");
    const line = part("saving");
    if (line) line.textContent = line.dataset.saving ?? "";
    setTimeout(() => isWaiting && load(file), pause);
  });
}
