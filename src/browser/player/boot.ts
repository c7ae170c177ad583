import { findApi, type Opening } from "./lms/find-api";
import { closeSessionOf, openSessionOf } from "./lms/scorm12-opening";
import { correctAddress } from "./page/address";
import { bring, handOver } from "./page/scripts";

// The only script in index.html. It starts the session with the LMS, shows the first page to new learners, and loads
// the program. A press before the program has started is repeated by the program.

const pause = 5_000;
const root = document.documentElement;
const part = <T extends HTMLElement>(name: string): T | null => document.querySelector<T>(`[data-${name}]`);

/** Waits for the program; the program starts; the program's session with the LMS exists; the learner has left. */
type Phase = "waiting" | "starting" | "started" | "left";

let phase: Phase = "waiting";
let opening: Opening | null = null;
let pressed: HTMLElement | null = null;
let finish = (): void => {
  if (opening) closeSessionOf(opening);
};

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

/**
 * Called by the program when it runs. Returns the session with the LMS, null if no LMS was found, and undefined if the
 * learner has left already.
 */
export function takeOver(): Opening | null | undefined {
  handOver("program", null);
  if (phase !== "waiting") return undefined;
  phase = "starting";
  part("saving")?.replaceChildren();
  return opening;
}

/** Whether the learner has left while the program started. */
export const hasLeft = (): boolean => phase === "left";

/** Called by the program when it has made the session, with the function that ends it. */
export function sessionStarted(ending: () => void): void {
  phase = "started";
  finish = ending;
}

/** Called by the program before its controls work. Returns the control that the learner pressed last. */
export function endWaiting(): HTMLElement | null {
  removeEventListener("click", press, true);
  return pressed;
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
  if (!control || control.closest("dialog")) return;
  event.preventDefault();
  if (control.dataset.leave !== undefined) leave();
  pressed = control;
  const place = part("place");
  if (place) place.textContent = part("loading")?.textContent ?? "";
}

/** Empties the screen, ends the session and redirects the window, as leaving.ts does. */
function leave(): void {
  const closing = part("closing");
  for (const child of document.body.children as unknown as Iterable<HTMLElement>) child.hidden = child !== closing;
  phase = "left";
  // The empty screen is drawn first: an LMS may block in LMSFinish.
  setTimeout(() => {
    finish();
    const to = part<HTMLAnchorElement>("elsewhere");
    try {
      if (to) (window.top ?? window).location.replace(to.href);
    } catch {
      if (to) to.target = "_self"; // the frame must not redirect the window
    }
  }, 50);
}

/** Ends the session when the page is closed; one of the program ends itself. */
function end(): void {
  if (phase === "waiting" || phase === "starting") finish();
  phase = "left";
}

/** Loads the program, and retries until it arrives. Meanwhile the page is readable, and says that nothing is saved. */
function load(file: string): void {
  bring("program", file).catch((fault: unknown) => {
    console.error(fault);
    if (phase !== "waiting") return;
    root.classList.add("shown");
    const line = part("saving");
    if (line) line.textContent = line.dataset.saving ?? "";
    setTimeout(() => phase === "waiting" && load(file), pause);
  });
}
