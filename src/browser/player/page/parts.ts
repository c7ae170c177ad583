import type { Parts } from "./contract";
import { bring, handOver } from "./scripts";

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
