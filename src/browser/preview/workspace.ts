// Courses and packages on the server, and their changes.

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly slug: string;
  readonly severity: string;
  readonly message: string;
  readonly help: string;
}

export interface Language {
  readonly tag: string;
  readonly sound: boolean;
  /** Number of all texts; absent for the source language. */
  readonly total?: number;
  readonly missing?: number;
  readonly stale?: number;
  readonly reviewed?: number;
}

export interface Country {
  readonly code: string;
  readonly name: string;
  readonly sound: boolean;
  readonly draft: boolean;
  readonly missing: number;
  readonly unchecked: number;
}

/** The build options of a course, and the state of each. */
export interface Offers {
  readonly languages: readonly Language[];
  readonly countries: readonly Country[];
  readonly editions: readonly { readonly id: string; readonly title: string }[];
  readonly organisations: readonly string[];
  readonly lms: string;
  readonly passMark?: number;
  readonly lowest?: number;
  readonly highest?: number;
}

export interface Item {
  readonly id: string;
  readonly kind: "course" | "package";
  readonly name: string;
  readonly title: string | null;
  readonly href: string | null;
  readonly folder?: string;
  readonly findings: readonly Finding[];
  /** Number of successful compilations of a course. */
  readonly version: number;
  /** For a course: whether it has been compiled. */
  readonly compiled?: boolean;
  readonly facts?: {
    readonly bytes?: number;
    readonly pages: number;
    readonly questions: number;
    readonly state: number;
    readonly limit: number;
  };
  readonly offers?: Offers;
  readonly bytes?: number;
  readonly maker?: string | null;
}

export interface Workspace {
  /** The origin of the played packages. */
  readonly play: string;
  readonly lms: readonly { readonly id: string; readonly name: string }[];
  readonly items: readonly Item[];
}

let loaded: Workspace = { play: "", lms: [], items: [] };

/** The workspace as last loaded. */
export const workspace = (): Workspace => loaded;

export async function refresh(): Promise<void> {
  loaded = (await (await fetch("/workspace")).json()) as Workspace;
}

/** Reports the id of each changed item, until the page is closed. */
export function onChange(changed: (id: string) => void): void {
  new EventSource("/changes").addEventListener("message", (event) => changed(String(event.data)));
}

/** Sends a changing request to the server, with a header that only the tool's pages can send. */
export const ask = (address: string, body: BodyInit): Promise<Response> =>
  fetch(address, { method: "POST", headers: { "X-Protect-Scorm": "1" }, body });

export const count = (findings: readonly Finding[], severity: string): number =>
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
