import type { Call } from "../lms/personalities";
import { make, place } from "./dom";
import type { Told } from "./messages";

const most = 4096;
let calls: { call: Call; at: number; took: number }[] = [];

/** Takes what the page of the LMS told. */
export function hear(told: Told): void {
  if (told.kind === "opened") calls = [];
  else calls.push({ call: told.call, at: told.at, took: told.took });
  show(told.stored);
  list();
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

export const startInspector = (): void => place("filter").addEventListener("input", list);
