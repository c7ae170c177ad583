import type { Parts } from "./contract";
import { bring, handOver } from "./scripts";

/** Called by later.js when it runs. */
export function receiveLater(parts: Parts): void {
  handOver("later", parts);
}

/** Called by assessment.js when it runs. */
export function receiveAssessment(parts: Parts): void {
  handOver("assessment", parts);
}

/** Loads the part that runs an assessment. It uses those of `bringLater`. */
export async function bringAssessment(parts: Parts): Promise<void> {
  Object.assign(parts, await bring<Parts>("assessment", "assessment.js"));
}

/** Loads the rest of the program and its style sheet, and adds its parts to `parts`. */
export async function bringLater(parts: Parts): Promise<void> {
  const [more] = await Promise.all([bring<Parts>("later", "later.js"), bringStyle()]);
  const strings = Object.assign(parts.strings, more.strings); // the same object, which the page already uses
  Object.assign(parts, {
    ...more,
    strings,
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
