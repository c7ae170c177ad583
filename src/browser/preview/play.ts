import { personalities } from "../lms/personalities";
import { make, place } from "./dom";
import { hear, startInspector } from "./inspector";
import { report, swap } from "./live";
import { saysDrawn, toldBy, type Order } from "./messages";
import { shelved, type Item } from "./shelf";

let played: Item | null = null;
let frame: HTMLIFrameElement | null = null;
/** The version in the frame; 0 while the first one is waited for. */
let shows = 0;
let isDrawn = (): void => {};

/** Plays an item of the shelf; the frame of another goes. */
export function showPlay(item: Item): void {
  played = item;
  const title = document.getElementById("title") as HTMLElement;
  title.textContent = item.title ?? item.name;
  report(item);
  put();
}

/** Leaves what is played. */
export function hidePlay(): void {
  place("frame").replaceChildren();
  frame = played = null;
}

/** The item was compiled anew. The last good version stays where a save broke something. */
export function playChanged(item: Item): void {
  if (played?.id !== item.id) return;
  played = item;
  report(item);
  if (!frame || item.version === 0) put();
  else if (shows === 0) shows = item.version; // its first page was waited for
  else if (item.version > shows) renew();
}

/** Puts the package into a new frame of the other origin. */
function put(): void {
  place("frame").replaceChildren();
  frame = null;
  if (!played?.href) return;
  frame = framed(played.href);
  place("frame").append(frame);
}

/** Puts the version that was just saved into a frame of its own, and shows it once it is drawn. */
function renew(): void {
  if (!played?.href) return;
  order({ order: "rest" });
  frame = framed(played.href);
  const drawn = new Promise<void>((resolve) => (isDrawn = resolve));
  place("frame").append(frame);
  swap(frame, drawn);
}

function framed(href: string): HTMLIFrameElement {
  const next = document.createElement("iframe");
  next.title = "Package";
  next.src = `${shelved().play}/lms/${played?.id}?href=${encodeURIComponent(href)}&as=${place<HTMLSelectElement>("as").value}`;
  shows = played?.version ?? 0;
  const width = place<HTMLSelectElement>("width").value;
  next.style.inlineSize = width ? `${width}px` : "";
  return next;
}

function resize(): void {
  const width = place<HTMLSelectElement>("width").value;
  if (frame) frame.style.inlineSize = width ? `${width}px` : "";
}

const order = (asked: Order): void => frame?.contentWindow?.postMessage(asked, shelved().play);

export function startPlay(): void {
  addEventListener("message", (event) => {
    if (event.origin !== shelved().play || event.source !== frame?.contentWindow) return;
    const told = toldBy(event.data);
    if (saysDrawn(event.data)) isDrawn();
    else if (told) hear(told);
  });
  for (const name of Object.keys(personalities)) place("as").append(make("option", name, { value: name, ...(name === "strict" ? { selected: "" } : {}) }));
  place("as").addEventListener("change", put);
  place("width").addEventListener("change", resize);
  place("offline").addEventListener("change", (event) => order({ order: "online", on: !(event.target as HTMLInputElement).checked }));
  for (const button of document.querySelectorAll<HTMLElement>("[data-order]")) button.addEventListener("click", () => order({ order: button.dataset.order as "again" | "forget" | "vanish" }));
  startInspector();
}
