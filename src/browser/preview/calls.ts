import { errorMeanings } from "../lms/data-model";
import { make, place, write } from "./dom";
import { isError, type History, type Kind, type Step } from "./history";

const pageSize = 100;
/** Pages back from the last; 0 follows new calls. */
let back = 0;
let redraw = (): void => undefined;
let travel = (_: number): void => undefined;
const rows = new Map<number, HTMLElement>();
let drawn: History | null = null;

export function showCalls(history: History): void {
  if (drawn !== history) rows.clear();
  drawn = history;
  const kinds = new Set(
    [...document.querySelectorAll<HTMLInputElement>("[data-kind]:checked")].map((box) => box.dataset.kind as Kind),
  );
  const found = history.found(kinds, place<HTMLInputElement>("filter").value);
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  back = Math.min(back, pages - 1);
  const end = found.length - back * pageSize;
  const shown = found.slice(Math.max(0, end - pageSize), end);
  const scroll = place("scroll");
  const atEnd = scroll.scrollTop + scroll.clientHeight >= scroll.scrollHeight - 4;
  put(shown);
  if (back === 0 && atEnd) scroll.scrollTop = scroll.scrollHeight;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-page]"))
    button.disabled = button.dataset.page === "1" ? back === 0 : back === pages - 1;
  const gone = history.count - history.steps.length;
  place("status").textContent = [
    `${history.count} ${history.count === 1 ? "call" : "calls"}, ${history.errors} with an error`,
    found.length < history.steps.length ? `, ${found.length} shown` : "",
    pages > 1 ? `, page ${pages - back} of ${pages}` : "",
    gone > 0 ? `; ${gone} are not listed` : "",
  ].join("");
}

/** Updates the table. Unchanged rows keep their elements, and so the focus and the selection. */
function put(shown: readonly Step[]): void {
  const wanted = new Set(shown.map(({ number }) => number));
  for (const [number, row] of rows) {
    if (wanted.has(number)) continue;
    row.remove();
    rows.delete(number);
  }
  const body = place("calls");
  let before: Element | null = body.firstElementChild;
  for (const step of shown) {
    let row = rows.get(step.number);
    if (!row) rows.set(step.number, (row = rowOf(step)));
    if (row === before) before = before.nextElementSibling;
    else body.insertBefore(row, before);
  }
  while (before) {
    const next: Element | null = before.nextElementSibling;
    before.remove();
    before = next;
  }
}

function rowOf({ number, call, at, took }: Step): HTMLElement {
  const row = make("tr");
  const button = make("button", String(number), {
    type: "button",
    class: "number",
    "aria-label": `State after call ${number}`,
  });
  button.addEventListener("click", () => travel(number));
  const first = make("td");
  first.append(button);
  const wrong = isError(call);
  if (wrong) row.className = "fault";
  const error = call.error === "0" ? (wrong ? "refused" : "") : `${call.error} ${errorMeanings[call.error] ?? ""}`;
  row.append(
    first,
    make("td", `${(at / 1000).toFixed(2)} s${took >= 20 ? `, took ${took} ms` : ""}`),
    write(make("td"), `${call.name}(${call.args.join(", ")})`),
    write(make("td"), call.result),
    make("td", error.trim()),
  );
  return row;
}

export function startCalls(soon: () => void, go: (number: number) => void): void {
  [redraw, travel] = [soon, go];
  const again = (): void => {
    back = 0;
    redraw();
  };
  place("filter").addEventListener("input", again);
  for (const box of document.querySelectorAll("[data-kind]")) box.addEventListener("change", again);
  for (const button of document.querySelectorAll<HTMLElement>("[data-page]")) {
    button.addEventListener("click", () => {
      back = Math.max(0, back - Number(button.dataset.page));
      redraw();
    });
  }
}
