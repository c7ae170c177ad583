import type { Record12 } from "../lms/calls";
import { showCalls, startCalls } from "./calls";
import { showData, showDecoded } from "./data";
import { place } from "./dom";
import { History, type Moment } from "./history";
import type { OutlineLine, PageMessage } from "./messages";
import { showOutline } from "./outline";
import { showReport } from "./report-view";

/** Functions of the player page that the inspector uses. */
export interface Stage {
  readonly played: () => { readonly name: string; readonly launch: string; readonly as: string };
  readonly outline: (on: boolean) => void;
  /** Requests the decoded form of suspend data; null for the current one. */
  readonly decode: (text: string | null) => void;
  readonly relaunch: (record: Record12) => void;
}

const tabs = ["report", "calls", "data", "outline"] as const;
type Tab = (typeof tabs)[number];

let stage: Stage | null = null;
let history = new History();
let decoded: readonly (readonly [string, string])[] = [];
let lines: readonly OutlineLine[] = [];
let announced: readonly string[] = [];
let tab: Tab = "report";
/** Number of the call whose state is shown; null for the current state. */
let travelled: number | null = null;
let waiting = false;

/** Handles a message of the LMS page. */
export function receive(message: PageMessage): void {
  switch (message.kind) {
    case "opened":
      history = new History(message.session, message.record, message.earlier);
      travelled = null;
      decoded = lines = announced = [];
      if (tab === "outline") stage?.outline(true);
      break;
    case "calls":
      history.add(message.calls, message.skipped, message.rest);
      break;
    case "decoded":
      decoded = message.rows;
      break;
    case "outline":
      ({ lines, announced } = message);
      break;
  }
  soon();
}

/** Schedules a redraw: at most one per frame, however many messages arrive. */
function soon(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    draw();
  });
}

function draw(): void {
  const moment: Moment = travelled === null ? history.now : history.at(travelled);
  place("travel").hidden = travelled === null;
  if (travelled !== null) place("travel-text").textContent = `You see the state after call ${travelled}.`;
  if (tab === "report") showReport(moment, history.earlier, stage?.played().as ?? "standard");
  if (tab === "calls") showCalls(history);
  if (tab === "data") {
    showData(
      moment,
      travelled === null
        ? history.changed
        : (history.steps.find(({ number }) => number === travelled)?.set ?? []).map(([element]) => element),
    );
    showDecoded(decoded);
  }
  if (tab === "outline") showOutline(lines, announced);
}

function choose(wanted: Tab): void {
  if ((wanted === "outline") !== (tab === "outline")) stage?.outline(wanted === "outline");
  tab = wanted;
  for (const name of tabs) {
    const button = document.getElementById(`tab-${name}`) as HTMLElement;
    button.setAttribute("aria-selected", String(name === tab));
    button.tabIndex = name === tab ? 0 : -1;
    (document.getElementById(`panel-${name}`) as HTMLElement).hidden = name !== tab;
  }
  draw();
}

function travel(to: number | null): void {
  travelled = to;
  stage?.decode(to === null ? null : (history.at(to).session.get("cmi.suspend_data") ?? ""));
  if (to !== null) {
    choose("data");
    place("travel-launch").focus();
  } else draw();
}

/** Activates the tabs as in the WAI-ARIA tabs pattern: arrow keys, Home and End select. */
function startTabs(): void {
  for (const [at, name] of tabs.entries()) {
    const button = document.getElementById(`tab-${name}`) as HTMLElement;
    button.addEventListener("click", () => choose(name));
    button.addEventListener("keydown", ({ key }) => {
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[key];
      const next = to === undefined ? undefined : tabs.at(to % tabs.length);
      if (!next) return;
      choose(next);
      document.getElementById(`tab-${next}`)?.focus();
    });
  }
}

function save(): void {
  const { name, launch, as } = stage?.played() ?? { name: "", launch: "", as: "standard" };
  const { session, record } = history.now;
  const text = JSON.stringify(
    {
      package: name,
      launch,
      lms: as,
      calls: history.steps.map(({ number, call, at, took, set, kept }) => ({
        number,
        ...call,
        at,
        took,
        set: Object.fromEntries(set),
        kept: Object.fromEntries(kept),
      })),
      callsInAll: history.count,
      session: Object.fromEntries(session),
      record: Object.fromEntries(record),
      earlierAttempts: history.earlier,
    },
    null,
    1,
  );
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "calls.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function startInspector(on: Stage): void {
  stage = on;
  startTabs();
  startCalls(soon, travel);
  place("export").addEventListener("click", save);
  place("travel-end").addEventListener("click", () => {
    travel(null);
    document.getElementById(`tab-${tab}`)?.focus();
  });
  place("travel-launch").addEventListener("click", () => {
    if (travelled !== null) on.relaunch(Object.fromEntries(history.at(travelled).record));
  });
}
