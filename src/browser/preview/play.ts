import { personalities } from "../lms/personalities";
import { make, place } from "./dom";
import { hear, startInspector } from "./inspector";
import { toldBy, type Order } from "./messages";
import { shelved, type Item } from "./shelf";

let played: Item | null = null;
let frame: HTMLIFrameElement | null = null;

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
  frame?.remove();
  frame = played = null;
}

/** The item was compiled anew. The last good version stays where a save broke something. */
export function playChanged(item: Item): void {
  if (played?.id !== item.id) return;
  played = item;
  report(item);
  if (!item.findings.some((finding) => finding.severity === "error")) order({ order: "again" });
}

/** Puts the package into a new frame of the other origin. */
function put(): void {
  frame?.remove();
  frame = null;
  if (!played?.href) return;
  frame = document.createElement("iframe");
  frame.title = "Package";
  frame.src = `${shelved().play}/lms/${played.id}?href=${encodeURIComponent(played.href)}&as=${place<HTMLSelectElement>("as").value}`;
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

const order = (asked: Order): void => frame?.contentWindow?.postMessage(asked, shelved().play);

export function startPlay(): void {
  addEventListener("message", (event) => {
    if (event.origin !== shelved().play || event.source !== frame?.contentWindow) return;
    const told = toldBy(event.data);
    if (told) hear(told);
  });
  for (const name of Object.keys(personalities)) place("as").append(make("option", name, { value: name, ...(name === "strict" ? { selected: "" } : {}) }));
  place("as").addEventListener("change", put);
  place("width").addEventListener("change", resize);
  place("offline").addEventListener("change", (event) => order({ order: "online", on: !(event.target as HTMLInputElement).checked }));
  for (const button of document.querySelectorAll<HTMLElement>("[data-order]")) button.addEventListener("click", () => order({ order: button.dataset.order as "again" | "forget" | "vanish" }));
  startInspector();
}
