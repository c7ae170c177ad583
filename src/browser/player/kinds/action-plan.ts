import { focusOn } from "./focus";
import type { BlockKind } from "./kind";

/** A plan with rows that learners add and remove. */
export const kind: BlockKind = {
  enhance(element, { privateNote }) {
    const rows = element.querySelector<HTMLElement>("[data-rows]") as HTMLElement;
    const all = (): HTMLElement[] => [...rows.querySelectorAll<HTMLElement>("[data-row]")];
    const fields = (row: HTMLElement): HTMLInputElement[] => [
      ...row.querySelectorAll<HTMLInputElement>("textarea, input"),
    ];
    const changed = (): boolean => element.dispatchEvent(new Event("input", { bubbles: true }));

    function number(): void {
      all().forEach((row, at) => {
        const place = row.querySelector("[data-number]");
        if (place) place.textContent = String(at + 1);
        (row.querySelector("[data-remove]") as HTMLElement).hidden = all().length < 2;
      });
    }
    function add(): HTMLElement {
      const row = (all()[0] as HTMLElement).cloneNode(true) as HTMLElement;
      for (const field of fields(row)) field.value = "";
      rows.append(row);
      number();
      return row;
    }

    const more = element.querySelector<HTMLElement>("[data-add]") as HTMLElement;
    more.hidden = false;
    more.addEventListener("click", () => {
      focusOn(fields(add())[0]);
      changed();
    });
    rows.addEventListener("click", ({ target }) => {
      const row = (target as Element).closest("[data-remove]")?.closest<HTMLElement>("[data-row]");
      if (!row) return;
      const next = (row.nextElementSibling ?? row.previousElementSibling) as HTMLElement;
      row.remove();
      number();
      focusOn(fields(next)[0]);
      changed();
    });
    const values = (): string[][] => all().map((row) => fields(row).map(({ value }) => value));
    privateNote(element, {
      read: () => JSON.stringify(values()),
      show(text) {
        const kept = rowsOf(text);
        while (all().length < kept.length) add();
        all()
          .slice(Math.max(kept.length, 1))
          .forEach((row) => row.remove());
        number();
        all().forEach((row, at) => fields(row).forEach((field, column) => (field.value = kept[at]?.[column] ?? "")));
      },
      text: () =>
        values()
          .map((row, at) => `${at + 1}. ${row.filter(Boolean).join(" – ")}`)
          .join("\r\n"),
    });
    number();
  },
};

/** Reads the rows of a stored note. It may be damaged or from an older release: then the plan is empty. */
function rowsOf(text: string): string[][] {
  try {
    const rows = JSON.parse(text) as unknown;
    return Array.isArray(rows) ? rows.map((row) => (Array.isArray(row) ? row.map(String) : [])) : [];
  } catch {
    return [];
  }
}
