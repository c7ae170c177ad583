import type { Record12 } from "../lms/calls";
import { simulatedLms } from "../lms/simulated-lms";
import { make, place } from "./dom";
import type { Moment } from "./history";
import { reportOf, type Answer, type Report } from "./report";

const nearlyFull = 0.8;
const mostAnswers = 300;
const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
let drawn = "";

/** Shows status, score, time, attempts and answers, as a coordinator sees them in the chosen LMS. */
export function showReport({ record }: Moment, earlier: readonly Record12[], as: string): void {
  const lms = simulatedLms(as);
  const now = reportOf(record);
  showMeter((record.get("cmi.suspend_data") ?? "").length, lms.traits.suspendData);
  const all = [...earlier.map((one) => reportOf(new Map(Object.entries(one)))), now];
  const text = JSON.stringify([all, as]);
  if (text === drawn) return;
  drawn = text;
  place("shows").replaceChildren(...facts(now).flatMap(([name, value]) => [make("dt", name), make("dd", value)]));
  place("about-answers").textContent = `${lms.name}: ${lms.answers}`;
  place("answers").replaceChildren(...(now.answers.length > 0 ? [answers(now.answers)] : []));
  place("attempts").replaceChildren(...(all.length > 1 ? [attempts(all)] : []));
}

const facts = (report: Report): [string, string][] => [
  ["Status", report.status],
  ["Score", report.score],
  ["Time", report.time],
  ["Place", report.place],
  ["Answers", String(report.answers.length)],
];

function showMeter(used: number, limit: number): void {
  const meter = place<HTMLMeterElement>("meter");
  [meter.max, meter.high, meter.optimum, meter.value] = [limit, limit * nearlyFull, 0, Math.min(used, limit)];
  const warning = used > limit * nearlyFull ? "; nearly full" : "";
  place("meter-text").textContent = `Suspend data: ${thousands(used)} of ${thousands(limit)} characters${warning}`;
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const around = make("div", "", { class: "table", tabindex: "0", role: "region", "aria-label": caption });
  const made = make("table");
  const head = make("tr");
  head.append(...heads.map((name) => make("th", name, { scope: "col" })));
  const thead = make("thead");
  thead.append(head);
  const body = make("tbody");
  body.append(
    ...rows.map((cells) => {
      const row = make("tr");
      row.append(...cells.map((cell) => make("td", cell)));
      return row;
    }),
  );
  made.append(make("caption", caption), thead, body);
  around.append(made);
  return around;
}

const answers = (all: readonly Answer[]): HTMLElement =>
  table(
    all.length > mostAnswers ? `Answers, the last ${mostAnswers} of ${all.length}` : "Answers",
    ["Question", "Given", "Right", "Result", "At", "Took"],
    all
      .slice(-mostAnswers)
      .map(({ id, type, given, right, result, time, latency }) => [
        type ? `${id} (${type})` : id,
        given,
        right || "–",
        result || "–",
        time || "–",
        latency || "–",
      ]),
  );

const attempts = (all: readonly Report[]): HTMLElement =>
  table(
    "Attempts",
    ["Attempt", "Status", "Score", "Time"],
    all.map(({ status, score, time }, at) => [
      `${at + 1}${at === all.length - 1 ? ", open" : ""}`,
      status,
      score,
      time,
    ]),
  );
