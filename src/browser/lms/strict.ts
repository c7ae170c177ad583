import { personalities } from "./personalities";
import { launchAs, type Call, type ItemData, type Record12 } from "./runtime";

export type { Call, Record12 } from "./runtime";

export interface StrictLms {
  /** The object content finds as `API`. */
  readonly API: Readonly<Record<string, (...args: string[]) => string>>;
  readonly calls: readonly Call[];
  /** What would be there at the next launch: all that was committed, nothing that was not. */
  stored(): Record12;
}

/** An LMS that takes SCORM 1.2 at its word: scorm-again with strict errors, and 4,096 characters of suspend data, which it does not hold by itself. */
export const launch = (before: Record12 = {}, item: ItemData = {}): StrictLms =>
  launchAs(before, personalities.standard, { item }) as StrictLms;
