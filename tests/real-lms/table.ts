import { readFile, writeFile } from "node:fs/promises";

export interface Row {
  readonly lms: string;
  readonly journey: string;
  readonly result: string;
  readonly held: string;
}

const file = "tests/README.md";
const [opening, ending] = ["<!-- real-lms -->", "<!-- /real-lms -->"];
const head = "| LMS | Date | Journey | Result | What the LMS holds |\n|---|---|---|---|---|";

/** Replaces the rows of the same LMS and journey in tests/README.md, and keeps all others. */
export async function writeTable(rows: readonly Row[], date: string): Promise<void> {
  const text = await readFile(file, "utf8");
  const [start, end] = [text.indexOf(opening), text.indexOf(ending)];
  if (start < 0 || end < start) throw new Error(`${file} has no place for the table`);
  const keyOf = (line: string): string => {
    const cells = line.split(" | ");
    return `${cells[0]} | ${cells[2]}`;
  };
  const lines = new Map(
    text
      .slice(start, end)
      .split("\n")
      .filter((line) => line.startsWith("| ") && !line.startsWith("| LMS |"))
      .map((line) => [keyOf(line), line]),
  );
  for (const { lms, journey, result, held } of rows) {
    const line = `| ${[lms, date, journey, result, held].map((cell) => cell.replace(/\|/g, "/")).join(" | ")} |`;
    lines.set(keyOf(line), line);
  }
  const table = [head, ...lines.values()].join("\n");
  await writeFile(file, `${text.slice(0, start)}${opening}\n${table}\n${text.slice(end)}`);
}
