import { characters, faultNames } from "../lms/characters";
import { personalities, type Personality } from "../lms/personalities";
import type { Fault, ItemData, Record12 } from "../lms/runtime";
import { make, place } from "./dom";
import { hear, startInspector } from "./inspector";
import { report, swap } from "./live";
import { toldBy, type Order, type Way } from "./messages";
import { shelved, type Item } from "./shelf";

/** One item of the manifest that can be launched. */
interface Launch {
  readonly id: string;
  readonly title: string;
  readonly group: string | null;
  readonly href: string;
  readonly launchData: string | null;
  readonly mastery: string | null;
  readonly maxTime: string | null;
  readonly timeLimitAction: string | null;
}

/** How content is opened, and how wide and high its frame is then. A table. */
const openings: Readonly<Record<string, { readonly name: string; readonly way: Way; readonly width?: number; readonly height?: number }>> = {
  frame: { name: "In a frame", way: "frame" },
  nested: { name: "In a frame within a frame", way: "nested" },
  window: { name: "In a window of its own", way: "window" },
  narrow: { name: "On a narrow phone, 320 wide", way: "frame", width: 320, height: 568 },
  phone: { name: "On a phone, 390 wide", way: "frame", width: 390, height: 844 },
  tablet: { name: "On a tablet, 768 wide", way: "frame", width: 768, height: 1024 },
};

let played: Item | null = null;
let launches: readonly Launch[] = [];
let chosen = 0;
let frame: HTMLIFrameElement | null = null;
/** The version in the frame; 0 while the first one is waited for. */
let shows = 0;
let isDrawn = (): void => undefined;
const faults = new Set<Fault>();

const as = (): Personality => place<HTMLSelectElement>("as").value as Personality;
const order = (asked: Order): void => frame?.contentWindow?.postMessage(asked, shelved().play);

/** Plays an item of the shelf; the frame of another goes. */
export async function showPlay(item: Item): Promise<void> {
  played = item;
  (document.getElementById("title") as HTMLElement).textContent = item.title ?? item.name;
  report(item);
  const found = await launchesOf(item);
  if (played !== item) return;
  launches = found;
  chosen = 0;
  contents();
  put();
}

async function launchesOf(item: Item): Promise<readonly Launch[]> {
  return item.href === null ? [] : ((await (await fetch(`/launches/${item.id}`)).json()) as { launches: readonly Launch[] }).launches;
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
  if (!frame) void showPlay(item);
  else if (shows === 0) shows = item.version; // its first page was waited for
  else if (item.version > shows) renew();
}

/** Puts the page of the LMS into a new frame of the other origin; it asks what to play when it is ready. */
function put(): void {
  place("frame").replaceChildren();
  frame = null;
  place("killed").hidden = true;
  place("about").textContent = characters[as()].about;
  if (!played || launches.length === 0) return;
  frame = framed(played);
  place("frame").classList.toggle("device", opening()?.width !== undefined);
  place("frame").append(frame);
}

/** The version that was just saved goes into a frame of its own, which is shown once it is drawn. */
function renew(): void {
  if (!played || !frame) return;
  if (opening()?.way === "window" || place("frame").hidden) {
    shows = played.version;
    order({ order: "again" });
    return;
  }
  order({ order: "rest" });
  frame = framed(played);
  place("frame").append(frame);
  swap(frame, new Promise((resolve) => (isDrawn = resolve)));
}

const opening = (): (typeof openings)[string] | undefined => openings[place<HTMLSelectElement>("way").value];

function framed(item: Item): HTMLIFrameElement {
  const next = document.createElement("iframe");
  next.title = "Package";
  next.allow = "autoplay; fullscreen";
  next.src = `${shelved().play}/lms/${item.id}`;
  next.style.inlineSize = opening()?.width ? `${opening()?.width}px` : "";
  next.style.blockSize = opening()?.height ? `${opening()?.height}px` : "";
  shows = item.version;
  return next;
}

function begin(): void {
  const launch = launches[chosen];
  if (!played || !launch) return;
  const data: ItemData = { launchData: launch.launchData ?? undefined, mastery: launch.mastery ?? undefined, maxTime: launch.maxTime ?? undefined, timeLimitAction: launch.timeLimitAction ?? undefined };
  const way = opening()?.way ?? "frame";
  order({ order: "begin", plan: { item: played.id, sco: launch.id, href: launch.href, as: as(), way, slow: place<HTMLInputElement>("slow").checked, data, faults: [...faults] } });
}

/** A table of contents, where a package has more than one thing to launch. */
function contents(): void {
  place("contents").hidden = launches.length < 2;
  place("launches").replaceChildren(...launches.slice(0, 500).map((launch, index) => {
    const button = make("button", launch.title || launch.href, { type: "button" });
    mark(button, index === chosen);
    button.addEventListener("click", () => {
      chosen = index;
      for (const [at, other] of [...place("launches").querySelectorAll("button")].entries()) mark(other, at === index);
      put();
    });
    const entry = make("li");
    if (launch.group) entry.append(make("small", launch.group));
    entry.append(button);
    return entry;
  }));
}

function mark(button: HTMLElement, current: boolean): void {
  if (current) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
}

/** The frame begins anew; what was killed comes back. */
function anew(asked: Order): void {
  place("killed").hidden = true;
  place("frame").hidden = false;
  order(asked);
}

function choices(): void {
  const groups = new Map<string, HTMLElement>();
  for (const name of Object.keys(personalities) as Personality[]) {
    const { group, name: shown } = characters[name];
    if (!groups.has(group)) groups.set(group, make("optgroup", "", { label: group }));
    groups.get(group)?.append(make("option", shown, { value: name }));
  }
  place("as").append(...groups.values());
  place("way").append(...Object.entries(openings).map(([value, { name }]) => make("option", name, { value })));
  place("faults").append(...(Object.keys(faultNames) as Fault[]).map((fault) => {
    const label = make("label");
    const box = make("input", "", { type: "checkbox", "data-fault": fault, "aria-describedby": `about-${fault}` }) as HTMLInputElement;
    box.addEventListener("change", () => {
      if (box.checked) faults.add(fault);
      else faults.delete(fault);
      place("faults-count").textContent = `Faults: ${faults.size === 0 ? "none" : [...faults].map((one) => faultNames[one].name).join(", ")}`;
      order({ order: "faults", faults: [...faults] });
    });
    label.append(box, ` ${faultNames[fault].name}`);
    const entry = make("li");
    entry.append(label, make("small", faultNames[fault].about, { id: `about-${fault}` }));
    return entry;
  }));
}

export function startPlay(): void {
  addEventListener("message", (event) => {
    if (event.origin !== shelved().play || event.source !== frame?.contentWindow) return;
    const told = toldBy(event.data);
    if (told?.kind === "ready") begin();
    else if (told?.kind === "drawn") isDrawn();
    else if (told?.kind === "ended") [place("killed").hidden, place("frame").hidden] = [false, true];
    else if (told) hear(told);
  });
  choices();
  for (const name of ["as", "way", "slow"]) place(name).addEventListener("change", put);
  for (const button of document.querySelectorAll<HTMLElement>("[data-order]")) button.addEventListener("click", () => anew({ order: button.dataset.order as "again" | "attempt" | "forget" | "kill" }));
  startInspector({
    played: () => ({ name: played?.name ?? "", launch: launches[chosen]?.id ?? "", as: as() }),
    outline: (on) => order({ order: "outline", on }),
    relaunch: (record: Record12) => anew({ order: "relaunch", record }),
  });
}
