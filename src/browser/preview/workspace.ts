// Courses and packages on the server, and their changes.

import type { DiagnosticEntry, ItemData, WorkspaceData } from "./data.generated";

export type {
  CountryOffer as Country,
  CourseOffers as Offers,
  DiagnosticEntry as Finding,
  ItemData as Item,
  LanguageOffer as Language,
} from "./data.generated";

let loaded: WorkspaceData = { play: "", lms: [], items: [] };

/** The workspace as last loaded. */
export const workspace = (): WorkspaceData => loaded;

export async function refresh(): Promise<void> {
  loaded = (await (await fetch("/workspace")).json()) as WorkspaceData;
}

let resolves: Promise<boolean> | null = null;

/** Returns the origin in which an item plays: its own, or that of all if the browser does not resolve its host. */
export async function originOf({ play }: ItemData): Promise<string> {
  resolves ??= fetch(`${play}/reachable`, { mode: "no-cors" }).then(
    () => true,
    () => false,
  );
  return (await resolves) ? play : loaded.play;
}

/** Reports the id of each changed item, until the page is closed. */
export function onChange(changed: (id: string) => void): void {
  new EventSource("/changes").addEventListener("message", (event) => changed(String(event.data)));
}

/** Sends a changing request to the server, with a header that only the tool's pages can send. */
export const ask = (address: string, body: BodyInit): Promise<Response> =>
  fetch(address, { method: "POST", headers: { "X-Protect-Scorm": "1" }, body });

export const count = (findings: readonly DiagnosticEntry[], severity: DiagnosticEntry["severity"]): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** Formats a number of bytes in a language. */
export const size = (bytes: number, language = "en"): string => {
  const mega = bytes >= 1_000_000;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: mega ? "megabyte" : "kilobyte",
    maximumFractionDigits: mega ? 1 : 0,
  }).format(bytes / (mega ? 1_000_000 : 1_000));
};
