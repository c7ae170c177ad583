import type { Call, Record12 } from "./calls";
import { launchAs, type ItemData } from "./runtime";
import { standard } from "./traits";

export type { Call, Record12 } from "./calls";

export interface StrictLms {
  /** The object that content finds as `API`. */
  readonly API: Readonly<Record<string, (...args: string[]) => string>>;
  readonly calls: readonly Call[];
  /** The record at the next launch: everything committed so far. */
  stored(): Record12;
}

/**
 * Launches content in an exact SCORM 1.2 LMS: scorm-again with strict errors, plus the limit of 4,096 characters of
 * suspend data.
 */
export const launch = (before: Record12 = {}, item: ItemData = {}): StrictLms =>
  launchAs(before, standard, { item }) as StrictLms;
