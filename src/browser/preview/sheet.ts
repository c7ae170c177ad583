import type { LmsSheet, SheetEntry } from "./data.generated";
import { make, place } from "./dom";
import { say } from "./words";

let asked = "";

/** Shows the sheet for an LMS. The server makes it from its table of LMSs and the course's reporting. */
export async function showSheet(query: string): Promise<void> {
  if (query === asked) return;
  asked = query;
  const answer = await fetch(`/sheet?${query}`).catch(() => null);
  const sheet = answer?.ok ? ((await answer.json().catch(() => null)) as LmsSheet | null) : null;
  if (query !== asked) return; // another sheet was requested meanwhile
  const box = place("sheet");
  box.hidden = !sheet;
  if (!sheet) {
    asked = "";
    return;
  }
  const print = make("button", say("print"), { type: "button", class: "screen-only" });
  print.addEventListener("click", () => window.print());
  const top = make("div", "", { class: "top" });
  top.append(make("h2", sheet.title, { id: "sheet-title" }), print);
  box.replaceChildren(
    top,
    ...(sheet.notice ? [make("p", sheet.notice)] : []),
    make("p", sheet.evidence, { class: "quiet" }),
    ...sheet.parts.flatMap((part) => [make("h3", part.title), list(part.id, part.entries)]),
  );
  box.lang = sheet.language;
}

/** Makes a list: numbered for steps, else bulleted. */
function list(id: string, entries: readonly SheetEntry[]): HTMLElement {
  const all = make(id === "settings" || id === "check" ? "ol" : "ul");
  all.append(
    ...entries.map(({ text, why, source, language }) => {
      const entry = make("li");
      const other: Record<string, string> = language ? { lang: language } : {};
      entry.append(make("p", text, other));
      if (why) {
        const reason = make("p", "", { class: "why" });
        reason.append(make("strong", say("why")), " ", make("span", why, other));
        entry.append(reason);
      }
      if (source) entry.append(make("p", `${say("from")} ${source}`, { class: "quiet" }));
      return entry;
    }),
  );
  return all;
}

/** Makes the next call request the sheet in any case, since the language of the page has changed. */
export const forgetSheet = (): void => {
  asked = "";
};
