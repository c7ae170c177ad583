import { readFileSync, writeFileSync } from "node:fs";

// From src/browser/out/tests.
const file = new URL("../../../../tests/fuzz.json", import.meta.url);
const minutes = Number(process.env.PROTECT_FUZZ ?? "0");
const read = (): Record<string, number> => JSON.parse(readFileSync(file, "utf8")) as Record<string, number>;

/**
 * Runs one kind of random input many times. Each run is repeatable by its number. `PROTECT_FUZZ` (minutes per kind)
 * goes on after the runs that tests/fuzz.json counts, and counts its own there.
 */
export function fuzz(kind: string, usual: number, run: (seed: number) => void): number {
  const first = minutes > 0 ? (read()[kind] ?? 0) : 0;
  const end = Date.now() + minutes * 60_000;
  let at = first;
  for (; minutes > 0 ? Date.now() < end : at < usual; at++) {
    try {
      run(at);
    } catch (fault) {
      throw new Error(`Run ${at} of “${kind}” failed: ${fault instanceof Error ? fault.stack : String(fault)}`);
    }
  }
  if (minutes > 0) writeFileSync(file, `${JSON.stringify({ ...read(), [kind]: at }, null, 2)}\n`);
  return at - first;
}
