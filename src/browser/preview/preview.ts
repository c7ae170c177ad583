import { personalities, type Call } from "../lms/personalities";
import { toldBy, type Order } from "./messages";

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly message: string;
  readonly help: string;
}

interface Item {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly href: string | null;
  readonly folder: string | null;
  readonly findings: readonly Finding[];
}

const place = <T extends HTMLElement = HTMLElement>(name: string): T => document.querySelector<T>(`[data-${name}]`) as T;
const make = (tag: string, text = "", attributes: Record<string, string> = {}): HTMLElement => {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

const most = 4096;
let play = "";
let items: readonly Item[] = [];
let here: Item | null = null;
let frame: HTMLIFrameElement | null = null;
let calls: { call: Call; at: number; took: number }[] = [];

async function look(): Promise<void> {
  const shelf = (await (await fetch("/shelf")).json()) as { play: string; items: readonly Item[] };
  play = shelf.play;
  items = shelf.items;
  place("items").replaceChildren(...items.map((item) => {
    const errors = item.findings.filter((finding) => finding.severity === "error").length;
    const link = make("a", item.title ?? item.name, { href: `#${item.id}` });
    if (item.id === here?.id) link.setAttribute("aria-current", "page");
    const entry = make("li");
    entry.append(link, make("small", errors > 0 ? ` ${errors} ${errors === 1 ? "error" : "errors"}` : ""));
    return entry;
  }));
}

function open(): void {
  here = items.find((item) => `#${item.id}` === location.hash) ?? null;
  place("view").hidden = !here;
  place("empty").hidden = here !== null;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === location.hash) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (!here) return;
  const title = document.getElementById("title") as HTMLElement;
  title.textContent = here.title ?? here.name;
  document.title = `${title.textContent} – Preview`;
  report(here);
  put();
}

/** Puts the package into a new frame of the other origin. */
function put(): void {
  frame?.remove();
  frame = null;
  if (!here?.href) return;
  frame = document.createElement("iframe");
  frame.title = "Package";
  frame.src = `${play}/lms/${here.id}?href=${encodeURIComponent(here.href)}&as=${place<HTMLSelectElement>("as").value}`;
  resize();
  place("frame").append(frame);
}

function resize(): void {
  const width = place<HTMLSelectElement>("width").value;
  if (frame) frame.style.inlineSize = width ? `${width}px` : "";
}

function report(item: Item): void {
  const found = item.findings.filter((finding) => finding.severity !== "note");
  place("findings").hidden = found.length === 0;
  place("findings-list").replaceChildren(...found.map((finding) => {
    const entry = make("li");
    const where = `${finding.file}:${finding.line}:${finding.column}`;
    const inside = item.folder && finding.file.startsWith(`${item.name}/`) ? `${item.folder}/${finding.file.slice(item.name.length + 1)}` : null;
    entry.append(inside ? make("a", where, { href: `vscode://file/${encodeURI(inside)}:${finding.line}:${finding.column}` }) : make("span", where), make("p", `${finding.severity}: ${finding.message} ${finding.help}`));
    return entry;
  }));
}

/** Status, score, time and place as a coordinator reads them, from what was committed. */
function show(stored: Record<string, string>): void {
  const rows: [string, string][] = [
    ["Status", stored["cmi.core.lesson_status"] ?? "not attempted"], ["Score", stored["cmi.core.score.raw"] ?? "none"],
    ["Time, last visit", stored["cmi.core.total_time"] ?? [...calls].reverse().find(({ call }) => call.args[0] === "cmi.core.session_time")?.call.args[1] ?? "not told yet"],
    ["Place", stored["cmi.core.lesson_location"] ?? "none"],
    ["Answers reported", String(new Set(Object.keys(stored).flatMap((name) => /^cmi\.interactions\.(\d+)\./.exec(name)?.[1] ?? [])).size)],
  ];
  place("shows").replaceChildren(...rows.flatMap(([name, value]) => [make("dt", name), make("dd", value || "none")]));
  const used = stored["cmi.suspend_data"]?.length ?? 0;
  place("meter").textContent = `Suspend data: ${used} of ${most} characters`;
}

function list(): void {
  const wanted = place<HTMLInputElement>("filter").value.toLowerCase();
  const shown = calls.filter(({ call }) => `${call.name} ${call.args.join(" ")}`.toLowerCase().includes(wanted));
  place("calls").replaceChildren(...shown.slice(-500).map(({ call, at, took }) => {
    const row = make("tr");
    if (call.error !== "0") row.className = "fault";
    row.append(make("td", `${(at / 1000).toFixed(2)} s${took > 20 ? `, ${took} ms` : ""}`), make("td", `${call.name}(${call.args.join(", ")})`), make("td", call.result), make("td", call.error === "0" ? "" : call.error));
    return row;
  }));
  place("status").textContent = `${calls.length} calls, ${calls.filter(({ call }) => call.error !== "0").length} with an error`;
}

const order = (asked: Order): void => frame?.contentWindow?.postMessage(asked, play);

addEventListener("message", (event) => {
  if (event.origin !== play || event.source !== frame?.contentWindow) return;
  const told = toldBy(event.data);
  if (!told) return;
  if (told.kind === "opened") calls = [];
  else calls.push({ call: told.call, at: told.at, took: told.took });
  show(told.stored);
  list();
});

for (const name of Object.keys(personalities)) place("as").append(make("option", name, { value: name, ...(name === "strict" ? { selected: "" } : {}) }));
place("as").addEventListener("change", put);
place("width").addEventListener("change", resize);
place("filter").addEventListener("input", list);
place("offline").addEventListener("change", (event) => order({ order: "online", on: !(event.target as HTMLInputElement).checked }));
for (const button of document.querySelectorAll<HTMLElement>("[data-order]")) button.addEventListener("click", () => order({ order: button.dataset.order as "again" | "forget" | "vanish" }));
addEventListener("hashchange", open);

new EventSource("/changes").addEventListener("message", (event) => {
  void look().then(() => {
    if (here?.id !== event.data) return;
    const changed = items.find((item) => item.id === event.data);
    if (!changed) return;
    here = changed;
    report(changed);
    // The last good version stays where a save broke something.
    if (!changed.findings.some((finding) => finding.severity === "error")) order({ order: "again" });
  });
});

void look().then(() => {
  if (!location.hash && items.length === 1) location.hash = items[0]?.id ?? "";
  open();
});
