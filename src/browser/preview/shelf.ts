// What the server says is there: courses and packages, and which of them changed.

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly message: string;
  readonly help: string;
}

export interface Item {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly href: string | null;
  readonly folder: string | null;
  readonly findings: readonly Finding[];
}

export interface Shelf {
  /** The origin of what is played. */
  readonly play: string;
  readonly items: readonly Item[];
}

let shelf: Shelf = { play: "", items: [] };

/** As it was at the last look. */
export const shelved = (): Shelf => shelf;

export async function look(): Promise<void> {
  shelf = (await (await fetch("/shelf")).json()) as Shelf;
}

/** Tells the id of each item that changed, until the page is closed. */
export function onChange(changed: (id: string) => void): void {
  new EventSource("/changes").addEventListener("message", (event) => changed(String(event.data)));
}
