import { lmsTraits } from "./simulated-lms";
import { launchAs, type Call, type ItemData, type Record12 } from "./runtime";

export type { Call, Record12 } from "./runtime";

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
  launchAs(before, lmsTraits.standard, { item }) as StrictLms;
