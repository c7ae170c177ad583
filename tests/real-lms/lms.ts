import type { BrowserContext, Page } from "puppeteer-core";

/** Stored data of one learner in one activity. */
export interface Held {
  /** Elements and values of each attempt of the LMS. */
  readonly attempts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly grade: number | string | null;
  /** Completion of the activity, as the LMS counts it. */
  readonly ticked: number | string | boolean | null;
}

/** An LMS as the journeys use it. A browser context is a device. */
export interface Lms {
  /** Name and version, for the table. */
  readonly name: string;
  /** What only some LMSs have: journeys that need something else are not played. */
  readonly has: readonly Ability[];
  /** Adds a package as an activity, and returns the id of the activity. */
  add(zip: string, settings: string): Promise<string>;
  /** Replaces the package of an activity. */
  update(activity: string, zip: string): Promise<void>;
  /** Changes a setting of the site. */
  set(name: string, value: string): Promise<void>;
  /** The name of a learner that has not been used yet. */
  learner(): string;
  /** Logs in, as a learner does whose login has expired. */
  login(device: BrowserContext, learner: string): Promise<void>;
  /** Opens an activity in a tab, which is empty. */
  open(tab: Page, activity: string): Promise<void>;
  held(activity: string, learner: string): Promise<Held>;
  /** Makes the store fail while the network and the files of packages are still there, or ends that. */
  fail?(isDown: boolean): void;
  close?(): Promise<void>;
}

export type Ability = "settings" | "popup" | "update" | "review" | "login" | "outage" | "score" | "interactions";

/** The last attempt's value of an element. */
export const valueOf = ({ attempts }: Held, element: string): string => Object.values(attempts).at(-1)?.[element] ?? "";

/** The number of interactions that the last attempt holds, and of different ones. */
export function interactionsOf({ attempts }: Held): { count: number; different: number } {
  const values = Object.values(attempts).at(-1) ?? {};
  const ids = Object.entries(values).filter(([name]) => /^cmi\.interactions[._]\d+\.id$/.test(name));
  const entries = ids.map(([name, id]) => `${id} ${values[name.replace(/id$/, "time")] ?? ""}`);
  return { count: entries.length, different: new Set(entries).size };
}

/** What the LMS holds, for the table. */
export function summary(held: Held): string {
  const score = valueOf(held, "cmi.core.score.raw");
  const parts = [
    valueOf(held, "cmi.core.lesson_status") || "no status",
    score === "" ? "no score" : `score ${Number(score)}`,
    ...(held.grade === null ? [] : [`grade ${Number(held.grade)}`]),
    ...(held.ticked === null ? [] : [`completion ${held.ticked}`]),
    `${interactionsOf(held).count} interactions`,
  ];
  return parts.join(", ");
}
