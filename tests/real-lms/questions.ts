import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse, type GIFTQuestion, type TextFormat } from "gift-pegjs";
import { shell } from "./shell";
import type { Row } from "./table";

/** An answer as the LMS holds it; fractions from -1 to 1. */
interface Answer {
  readonly text: string;
  readonly fraction: number;
  readonly feedback: string;
}

/** A question as the LMS holds it. */
export interface Held {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly general: string;
  readonly tags: readonly string[];
  readonly answers?: readonly Answer[];
  readonly pairs?: readonly (readonly [string, string])[];
  readonly gaps?: readonly (readonly Answer[])[];
  /** Name and SHA-1 of each picture. */
  readonly files: readonly (readonly [string, string])[];
}

interface Imported {
  readonly errors: number;
  readonly questions: readonly Held[];
}

export interface QuestionOptions {
  readonly version: string;
  readonly tool: string;
  readonly importing: string;
  readonly only: string;
}

const courses = ["showcase", "protect"] as const;
const formats = [
  { option: "moodle-xml", format: "xml", name: "Moodle XML", read: readXml },
  { option: "gift", format: "gift", name: "GIFT", read: readGift },
] as const;

/** Exports the courses of this repository, imports the files into the LMS, and compares what it holds then. */
export async function questionRows(options: QuestionOptions): Promise<Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "real-lms-"));
  const rows: Row[] = [];
  try {
    for (const course of courses)
      for (const { option, format, name, read } of formats) {
        const journey = `questions of ${course} imported as ${name}: the same texts, keys and pictures`;
        if (!new RegExp(options.only).test(journey)) continue;
        const file = path.join(folder, `${course}.${format}`);
        await shell(`${options.tool} export courses/${course} --to ${option} --output ${file} 2>/dev/null`);
        const output = await shell(options.importing, { FILE: file, FORMAT: format });
        const imported = JSON.parse(output) as Imported;
        const expected = read(await readFile(file, "utf8"));
        const faults = [
          ...(imported.errors > 0 ? [`${imported.errors} errors of the importer`] : []),
          ...compare(expected, imported.questions),
        ];
        const pictures = imported.questions.reduce((sum, { files }) => sum + files.length, 0);
        rows.push({
          lms: `Moodle ${options.version}`,
          journey,
          result: faults.length === 0 ? "holds" : `**does not hold**: ${faults.slice(0, 3).join("; ")}`,
          held: `${imported.questions.length} questions, ${pictures} pictures`,
        });
      }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
}

/** Lists each difference, by the id of the question. */
export function compare(expected: readonly Held[], held: readonly Held[]): string[] {
  const known = new Map(held.map((question) => [question.id, question]));
  const faults = expected.length === held.length ? [] : [`${held.length} questions instead of ${expected.length}`];
  for (const question of expected) {
    const other = known.get(question.id);
    if (!other) {
      faults.push(`${question.id} is missing`);
      continue;
    }
    for (const key of ["kind", "text", "general", "tags", "answers", "pairs", "gaps", "files"] as const) {
      const [wanted, found] = [plain(question[key]), plain(other[key])];
      if (question[key] !== undefined && wanted !== found)
        faults.push(`${question.id}, ${key}: ${found} not ${wanted}`);
    }
  }
  return faults;
}

/** Moodle keeps shares with seven digits, and puts tags and files in an order of its own. */
function plain(value: unknown): string {
  const rounded = JSON.stringify(value ?? [], (key, item: unknown) =>
    key === "fraction" ? Math.round(Number(item) * 1e4) / 1e4 : item,
  );
  const list: unknown = JSON.parse(rounded);
  const isSet = Array.isArray(list) && list.every((item) => typeof item === "string" || isFile(item));
  return isSet ? JSON.stringify(list.map((item) => JSON.stringify(item)).sort()) : rounded;
}

const isFile = (item: unknown): boolean =>
  Array.isArray(item) && item.length === 2 && /^[0-9a-f]{40}$/.test(String(item[1]));

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (all, code: string | undefined, name: string) =>
    code ? String.fromCodePoint(Number(code)) : (entities[name] ?? all),
  );

/** Reads Moodle XML in the layout that the export writes. */
function readXml(file: string): Held[] {
  const questions = [...file.matchAll(/^ {2}<question type="(\w+)">\n([\s\S]*?)^ {2}<\/question>/gm)];
  return questions
    .filter(([, type]) => type !== "category")
    .map(([, type = "", body = ""]) => {
      const stem = textOf(inside(body, "questiontext"));
      const marks = [...stem.matchAll(cloze)];
      let number = 0;
      const answers = type === "ordering" ? orderOf(body) : answersOf(body);
      return {
        id: /<idnumber>(.*?)<\/idnumber>/.exec(body)?.[1] ?? "",
        kind: { matching: "match", cloze: "multianswer" }[type] ?? type,
        text: stem.replace(cloze, () => `{#${++number}}`),
        general: textOf(inside(body, "generalfeedback")),
        tags: [...inside(body, "tags").matchAll(/<text>(.*?)<\/text>/g)].map(([, tag = ""]) => decode(tag)),
        ...(answers.length > 0 && { answers }),
        ...(type === "matching" && { pairs: pairsOf(body) }),
        ...(type === "cloze" && { gaps: marks.map(([, mark = ""]) => gapOf(mark)) }),
        files: [...body.matchAll(/<file name="(.*?)"[^>]*>(.*?)<\/file>/g)].map(
          ([, name = "", bytes = ""]): [string, string] => [
            decode(name),
            createHash("sha1").update(Buffer.from(bytes, "base64")).digest("hex"),
          ],
        ),
      };
    });
}

const cloze = /\{1:[A-Z_]+:((?:\\\}|[^}])*)\}/g;

const inside = (body: string, name: string): string =>
  new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(body)?.[1] ?? "";

function textOf(part: string): string {
  const text = /<text>([\s\S]*?)<\/text>/.exec(part)?.[1] ?? "";
  const pieces = [...text.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g)];
  return (pieces.length > 0 ? pieces.map(([, piece]) => piece).join("") : decode(text)).trim();
}

const answersOf = (body: string): Answer[] =>
  [...body.matchAll(/^ {4}<answer fraction="(.*?)"[^>]*>([\s\S]*?)^ {4}<\/answer>/gm)].map(
    ([, percent, answer = ""]) => {
      const text = textOf(answer.replace(/<feedback[\s\S]*?<\/feedback>/, ""));
      return {
        text: wordOf(body, text),
        fraction: Number(percent) / 100,
        feedback: textOf(inside(answer, "feedback")),
      };
    },
  );

/** The two answers of a statement are words of the LMS, whose language does not matter. */
const wordOf = (body: string, text: string): string =>
  body.includes("<single>") || !/^(true|false)$/.test(text) ? text : text === "true" ? "True" : "False";

/** Moodle keeps the place of an item as its fraction. */
const orderOf = (body: string): Answer[] =>
  answersOf(body).map((answer, index) => ({ ...answer, fraction: index + 1 }));

const pairsOf = (body: string): [string, string][] =>
  [...body.matchAll(/<subquestion[^>]*>([\s\S]*?)<\/subquestion>/g)].map(([, pair = ""]) => [
    textOf(pair.replace(/<answer>[\s\S]*/, "")),
    textOf(inside(pair, "answer")),
  ]);

function gapOf(mark: string): Answer[] {
  return mark.split(/(?<!\\)~/).map((alternative) => {
    const [text = "", feedback = ""] = alternative.split(/(?<![\\&])#(.*)/s);
    const clean = (words: string): string => decode(words).replace(/\\([}#])/g, "$1");
    return { text: clean(text.replace(/^=/, "")), fraction: text.startsWith("=") ? 1 : 0, feedback: clean(feedback) };
  });
}

/** Reads GIFT with a grammar that shares no code with the export. */
function readGift(file: string): Held[] {
  return parse(file).flatMap((question: GIFTQuestion) => {
    if (question.type === "Category" || question.type === "Description") return [];
    const words = (text: TextFormat | null | undefined): string => text?.text.trim() ?? "";
    return {
      id: question.id ?? "",
      kind: { MC: "multichoice", TF: "truefalse", Matching: "match", Numerical: "numerical", Short: "shortanswer" }[
        question.type as "MC"
      ],
      text: words(question.stem),
      general: words(question.globalFeedback),
      tags: question.tags ?? [],
      ...(question.type === "MC" && {
        answers: question.choices.map(({ text, isCorrect, weight, feedback }) => ({
          text: words(text),
          fraction: weight === null ? (isCorrect ? 1 : 0) : weight / 100,
          feedback: words(feedback),
        })),
      }),
      ...(question.type === "Matching" && {
        // gift-pegjs 1.0.2 leaves its marks for escaped characters in these answers.
        pairs: question.matchPairs.map(({ subquestion, subanswer }): [string, string] => [
          words(subquestion),
          subanswer.replace(/&&(\d{3});/g, (_, code: string) => String.fromCharCode(Number(code))).trim(),
        ]),
      }),
      files: [],
    };
  });
}
