// The page of the small LMS that plays a package. It shares its origin with the package and nothing with the tool's pages: those get words, by messages.
import { personalities, RecordingLms, type Call, type Personality } from "../lms/personalities";
import { launch } from "../lms/strict";
import { leavePlace, takePlace } from "./keep-place";
import type { Drawn, Order, Told } from "./messages";

const query = new URLSearchParams(location.search);
const item = location.pathname.split("/").pop() ?? "";
const href = query.get("href") ?? "index.html";
const as = (query.get("as") ?? "strict") as Personality;
const key = `lms ${item} ${as}`;

const tell = (told: Told | Drawn): void => parent.postMessage(told, "*"); // only the tool may frame this page
let online = true;
let gone = false;

interface Running {
  readonly API: Readonly<Record<string, (...args: string[]) => string | boolean>>;
  readonly calls: readonly Call[];
  stored(): Record<string, string>;
}

/** “strict” is scorm-again at its word; every other character is a table of traits. */
function start(before: Record<string, string>): Running {
  if (as === "strict") {
    const lms = launch(before);
    return { API: lms.API, calls: lms.calls, stored: () => ({ ...lms.stored() }) };
  }
  const server = new Map(Object.entries(before));
  const lms = new RecordingLms(personalities[as] ?? personalities.standard, server, { online: () => online, block });
  return { API: lms.API, calls: lms.calls, stored: () => Object.fromEntries(server) };
}

function block(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

const before = JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, string>;
const lms = start(before);
const adapter: Record<string, (...args: string[]) => string | boolean> = {};
for (const [name, call] of Object.entries(lms.API)) {
  adapter[name] = (...args) => {
    if (gone) throw new Error("The LMS is gone.");
    const earlier = lms.calls.length;
    const began = performance.now();
    try {
      return call(...args.map(String));
    } finally {
      const stored = lms.stored();
      localStorage.setItem(key, JSON.stringify(stored));
      for (const made of lms.calls.slice(earlier)) tell({ kind: "call", call: made, at: Math.round(began), took: Math.round(performance.now() - began), stored });
    }
  };
}

const frame = document.createElement("iframe");

addEventListener("message", (event: MessageEvent<Order>) => {
  if (event.source !== parent) return;
  switch (event.data.order) {
    case "again":
      location.reload();
      break;
    case "forget":
      // The package goes first: on its way out it may still keep something on this device.
      gone = true;
      frame.remove();
      for (const name of Object.keys(localStorage)) if (name === key || !name.startsWith("lms ")) localStorage.removeItem(name);
      location.reload();
      break;
    case "rest":
      // Another version takes over in a frame beside this one: the visit ends, what is on the screen stays.
      if (frame.contentWindow) leavePlace(frame.contentWindow);
      break;
    case "online":
      online = event.data.on;
      break;
    case "vanish":
      gone = true;
      break;
  }
});

const offer = (): void => {
  (window as unknown as { API: unknown }).API = adapter;
};
const late = personalities[as]?.late ?? 0;
if (late > 0) setTimeout(offer, late);
else offer();
tell({ kind: "opened", stored: before });
frame.addEventListener("load", () => {
  const { contentWindow: course } = frame;
  if (!course) return;
  takePlace(course);
  // Two frames: the first is being drawn when it is asked for.
  requestAnimationFrame(() => requestAnimationFrame(() => tell({ kind: "drawn" })));
});
frame.title = "Course";
frame.src = `/course/${item}/${href}`;
document.body.append(frame);
