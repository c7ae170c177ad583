import { readFileSync, writeFileSync } from "node:fs";

// From src/browser/out/tests.
const fileOf = (kind: string): URL => new URL(`../../../../tests/fuzz/${kind}.txt`, import.meta.url);
const minutes = Number(process.env.PROTECT_FUZZ ?? "0");

/**
 * Runs one kind of random input many times. Each run is repeatable by its number. `PROTECT_FUZZ` (minutes per kind)
 * goes on after the runs that tests/fuzz counts, and counts its own there.
 */
export function fuzz(kind: string, usual: number, run: (seed: number) => void): number {
  const first = minutes > 0 ? Number(readFileSync(fileOf(kind), "utf8")) : 0;
  const end = Date.now() + minutes * 60_000;
  let at = first;
  for (; minutes > 0 ? Date.now() < end : at < usual; at++) {
    try {
      run(at);
    } catch (fault) {
      throw new Error(`Run ${at} of “${kind}” failed: ${fault instanceof Error ? fault.stack : String(fault)}`);
    }
  }
  if (minutes > 0) writeFileSync(fileOf(kind), `${at}\n`);
  return at - first;
}
