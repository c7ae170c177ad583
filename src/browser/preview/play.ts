import type { Record12 } from "../lms/calls";
import type { Fault } from "../lms/faults";
import type { ItemData } from "../lms/runtime";
import { simulatedLms } from "../lms/simulated-lms";
import { offerChoices, openings, type Opening } from "./choosing";
import { listLaunches } from "./contents";
import type { LaunchData, LaunchesData } from "./data.generated";
import { make, place } from "./dom";
import { receive, startInspector } from "./inspector";
import { report, swap } from "./live";
import { readMessage, type Command } from "./messages";
import { originOf, type Item } from "./workspace";

let played: Item | null = null;
/** Origin of the played item. */
let origin = "";
let launches: readonly LaunchData[] = [];
let chosen = 0;
let frame: HTMLIFrameElement | null = null;
const faults = new Set<Fault>();
/** A preloaded frame with the LMS page for the next version. */
let spare: HTMLIFrameElement | null = null;
/** Window of the previous version while it ends its visit. */
let leaving: MessageEventSource | null = null;
/** Conditions for the launch: the LMS page is ready, and the previous version has ended its visit. */
const awaited = new Set<"ready" | "rested">();
/** Milliseconds from visible content until the next frame is preloaded. */
const breath = 250;
/** Most milliseconds to wait for the end of the previous visit. */
const lastWord = 200;
/** The version in the frame; 0 before the first one. */
let shows = 0;
let isDrawn = (): void => undefined;
/** Counts requests, to ignore responses that are out of date. */
let asked = 0;
let isAsking = false;

const as = (): string => place<HTMLSelectElement>("as").value;
const send = (asked: Command): void => frame?.contentWindow?.postMessage(asked, origin);

/** Plays an item of the workspace in place of another. */
export async function showPlay(item: Item): Promise<void> {
  played = item;
  const turn = ++asked;
  name(item);
  clear();
  isAsking = true;
  const [found, own] = await Promise.all([
    fetch(`/launches/${item.id}`).then(async (answer) => ((await answer.json()) as LaunchesData).launches),
    originOf(item),
  ]);
  if (turn !== asked) return;
  origin = own;
  isAsking = false;
  launches = found;
  chosen = 0;
  listLaunches(launches, (index) => {
    chosen = index;
    put();
  });
  put();
}

/** Stops playing. */
export function hidePlay(): void {
  asked++;
  isAsking = false;
  clear();
  played = null;
}

/** Shows title and problems of an item; a course has a title once it is compiled. */
function name(item: Item): void {
  (document.getElementById("title") as HTMLElement).textContent = item.title ?? item.name;
  report(item);
}

function clear(): void {
  place("frame").replaceChildren();
  frame = spare = leaving = null;
}

/** Updates the page after the item was recompiled. If it has errors, the last good version stays. */
export function playChanged(item: Item): void {
  if (played?.id !== item.id) return;
  played = item;
  name(item);
  if (isAsking) return;
  if (!frame || item.version === 0) void showPlay(item);
  else if (shows === 0)
    shows = item.version; // the first version was compiled while the frame loaded
  else if (item.version > shows) renew();
}

/** Opens the LMS page in a new frame; it reports when it is ready to play. */
function put(): void {
  clear();
  [place("killed").hidden, place("frame").hidden] = [true, false];
  place("about").textContent = simulatedLms(as()).about;
  if (launches.length === 0) place("frame").append(make("p", "There is nothing to launch here."));
  else show(framed());
}

/** Uses this frame for the next launch, once its LMS page is ready. */
function show(next: HTMLIFrameElement): void {
  const { width, height } = opening() ?? {};
  frame = next;
  next.style.inlineSize = width ? `${width}px` : "";
  next.style.blockSize = height ? `${height}px` : "";
  shows = played?.version ?? 0;
  awaited.clear();
  awaited.add("ready");
  place("frame").classList.toggle("device", width !== undefined);
  if (!next.isConnected) place("frame").append(next);
}

/** Loads the new version in a second frame, which replaces the first one once it is drawn. */
function renew(): void {
  if (!played || !frame) return;
  if (opening()?.container === "window" || place("frame").hidden) {
    shows = played.version;
    send({ order: "again" });
    return;
  }
  const next = spare ?? framed();
  leaving = frame.contentWindow;
  send({ order: "rest" });
  show(next);
  next.hidden = false;
  spare = null;
  awaited.add("rested");
  if (next.dataset.ready) awaited.delete("ready");
  setTimeout(() => frame === next && rested(), lastWord);
  swap(next, new Promise((resolve) => (isDrawn = resolve)));
}

function rested(): void {
  if (awaited.delete("rested") && awaited.size === 0) begin();
}

/** Preloads a frame for the next version. */
function prepare(): void {
  if (spare || !frame || played?.kind !== "course") return;
  spare = framed();
  spare.classList.add("coming");
  spare.hidden = true;
  place("frame").append(spare);
}

const opening = (): Opening | undefined => openings[place<HTMLSelectElement>("way").value];

/** Creates a frame with the LMS page. */
function framed(): HTMLIFrameElement {
  const made = document.createElement("iframe");
  made.title = "Package";
  made.allow = "autoplay; fullscreen";
  made.src = `${origin}/lms/${played?.id}`;
  return made;
}

function begin(): void {
  const launch = launches[chosen];
  if (!played || !launch) return;
  const data: ItemData = {
    launchData: launch.launchData ?? undefined,
    mastery: launch.mastery ?? undefined,
    maxTime: launch.maxTime ?? undefined,
    timeLimitAction: launch.timeLimitAction ?? undefined,
  };
  const container = opening()?.container ?? "frame";
  send({
    order: "begin",
    plan: {
      item: played.id,
      sco: launch.id,
      href: launch.href,
      as: as(),
      container,
      slow: place<HTMLInputElement>("slow").checked,
      data,
      faults: [...faults],
    },
  });
}

/** Sends a command that relaunches the content, also after a kill. */
function relaunch(asked: Command): void {
  place("killed").hidden = true;
  place("frame").hidden = false;
  send(asked);
}

export function startPlay(): void {
  addEventListener("message", (event) => {
    if (event.origin !== origin) return;
    const message = readMessage(event.data);
    if (message?.kind === "ready" && spare && event.source === spare.contentWindow) spare.dataset.ready = "true";
    if (message?.kind === "rested" && event.source === leaving) rested();
    if (event.source !== frame?.contentWindow) return;
    if (message?.kind === "ready") {
      awaited.delete("ready");
      if (awaited.size === 0) begin();
    } else if (message?.kind === "drawn") {
      isDrawn();
      setTimeout(prepare, breath);
    } else if (message?.kind === "rested") return;
    else if (message?.kind === "ended") [place("killed").hidden, place("frame").hidden] = [false, true];
    else if (message) receive(message);
  });
  offerChoices(faults, () => send({ order: "faults", faults: [...faults] }));
  for (const name of ["as", "way", "slow"]) place(name).addEventListener("change", put);
  for (const button of document.querySelectorAll<HTMLElement>("[data-order]"))
    button.addEventListener("click", () =>
      relaunch({ order: button.dataset.order as "again" | "attempt" | "forget" | "kill" }),
    );
  startInspector({
    played: () => ({ name: played?.name ?? "", launch: launches[chosen]?.id ?? "", as: as() }),
    decode: (text) => send({ order: "decode", text }),
    outline: (on) => send({ order: "outline", on }),
    relaunch: (record: Record12) => relaunch({ order: "relaunch", record }),
  });
}
