import type { Kinds } from "../kinds/kind";
import type { prepareAssessment } from "./assessment";
import type { prepareChecks } from "./checks";
import type * as languages from "./languages";
import type { Later } from "./later";
import type { lockOf } from "./locks";
import { bring, handOver } from "./scripts";

/**
 * The parts of the program that a course uses in addition to the core. Parts that the first page does not need are
 * loaded after it from separate files; until then `later` is undefined.
 */
export interface Parts extends Kinds {
  readonly later?: Later;
  readonly checks?: typeof prepareChecks;
  readonly assessment?: typeof prepareAssessment;
  readonly languages?: typeof languages;
  readonly locks?: typeof lockOf;
}

/** Called by later.js when it runs. */
export function receiveLater(parts: Parts): void {
  handOver("later", parts);
}

/** Loads the rest of the program and its style sheet, and adds its parts to `parts`. */
export async function bringLater(parts: Parts): Promise<void> {
  const [more] = await Promise.all([bring<Parts>("later", "later.js"), bringStyle()]);
  Object.assign(parts, {
    ...more,
    questions: { ...parts.questions, ...more.questions },
    blocks: { ...parts.blocks, ...more.blocks },
  });
}

function bringStyle(): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(link.href));
    };
    link.href = "later.css";
    document.head.append(link);
  });
}
