import { elementOf } from "../lms/data-model";
import { make, place, write } from "./dom";
import type { Moment } from "./history";

const mostRows = 300;

/** The value of an element on the server, compared with the value in the adapter. */
function inLms(element: string, now: string | undefined, kept: string | undefined): string {
  if (elementOf(element)?.element.access === "read") return "from the LMS";
  if (element === "cmi.core.exit" || element === "cmi.core.session_time") return "for this visit";
  return kept === undefined ? "not saved" : kept === now ? "the same" : kept;
}

/** Shows the data model in the adapter and on the server. The last changes are marked by the word “changed”. */
export function showData({ session, record }: Moment, changed: readonly string[]): void {
  const elements = [...new Set([...session.keys(), ...record.keys()])].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  const rows = elements.slice(0, mostRows).map((element) => {
    const [now, kept] = [session.get(element), record.get(element)];
    const row = make("tr");
    const name = write(make("th", "", { scope: "row" }), element);
    if (changed.includes(element)) {
      row.className = "changed";
      name.append(make("strong", " changed"));
    }
    row.append(name, write(make("td"), now ?? "–"), write(make("td"), inLms(element, now, kept)));
    return row;
  });
  place("model").replaceChildren(...rows, ...(elements.length > mostRows ? [more(elements.length - mostRows)] : []));
}

function more(count: number): HTMLElement {
  const row = make("tr");
  row.append(make("td", `${count} more; the export has all of them`, { colspan: "3" }));
  return row;
}

export function showDecoded(rows: readonly (readonly [string, string])[]): void {
  place("undecoded").hidden = rows.length > 0;
  place("decoded").replaceChildren(...rows.flatMap(([name, value]) => [make("dt", name), make("dd", value)]));
}
