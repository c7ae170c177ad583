// What the server says is there: courses and packages, and which of them changed.

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
  /** Texts in all; left out for the language of the source. */
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

/** What a course can be built for, and how far each choice is. */
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
  /** Counts the sound packages of a course. */
  readonly version: number;
  /** Of a course: whether it was compiled at all. */
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

export interface Shelf {
  /** The origin of what is played. */
  readonly play: string;
  readonly lms: readonly { readonly id: string; readonly name: string }[];
  readonly items: readonly Item[];
}

let shelf: Shelf = { play: "", lms: [], items: [] };

/** As it was at the last look. */
export const shelved = (): Shelf => shelf;

export async function look(): Promise<void> {
  shelf = (await (await fetch("/shelf")).json()) as Shelf;
}

/** Tells the id of each item that changed, until the page is closed. */
export function onChange(changed: (id: string) => void): void {
  new EventSource("/changes").addEventListener("message", (event) => changed(String(event.data)));
}

/** Asks the server to change something; only pages of this tool can send this header. */
export const ask = (address: string, body: BodyInit): Promise<Response> =>
  fetch(address, { method: "POST", headers: { "X-Protect-Scorm": "1" }, body });

export const count = (findings: readonly Finding[], severity: string): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** Bytes as people read them, in the language of the page. */
export const size = (bytes: number, language = "en"): string => {
  const mega = bytes >= 1_000_000;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: mega ? "megabyte" : "kilobyte",
    maximumFractionDigits: mega ? 1 : 0,
  }).format(bytes / (mega ? 1_000_000 : 1_000));
};
