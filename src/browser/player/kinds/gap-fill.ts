import { pack, unpack } from "../core/radix";
import type { Asked, QuestionKind } from "./kind";
import { markOf } from "./options";
import { readable } from "./readable";
import { plain } from "./typed";

/** The words of a gap: right ones first (`right` is their number), then wrong words to choose from. */
const wordsOf = ({ key }: Asked, gap: number): readonly string[] => key.gaps?.[gap] ?? [];
const rightOf = ({ key }: Asked, gap: number): number => key.right[gap] ?? 0;
const isTyped = (asked: Asked, gap: number): boolean => wordsOf(asked, gap).length === rightOf(asked, gap);
/** Values of a gap: nothing, each word, and for a typed gap "another word", which is not stored. */
const bases = (asked: Asked): number[] =>
  Array.from({ length: asked.question.parts }, (_, gap) => wordsOf(asked, gap).length + (isTyped(asked, gap) ? 2 : 1));
const rightsOf = (response: number, asked: Asked): boolean[] =>
  unpack(response, bases(asked)).map((digit, gap) => digit > 0 && digit <= rightOf(asked, gap));

function same(typed: string, word: string, exact: boolean): boolean {
  const forgiving = (text: string): string => plain(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return exact ? plain(typed) === plain(word) : forgiving(typed) === forgiving(word);
}

const fields = (root: HTMLElement): [field: HTMLInputElement | HTMLSelectElement, gap: number][] =>
  [...root.querySelectorAll<HTMLElement>("[data-part]")].map((part) => [
    part.querySelector("input, select") as HTMLInputElement,
    Number(part.dataset.part),
  ]);

/** The sentence around a gap, or its row in a table, with "…" for each gap. */
function sentenceOf(gap: Element): string {
  const block = gap.closest("p,li,tr") ?? gap;
  const text = block.cloneNode(true) as Element;
  const gaps = [...text.querySelectorAll("[data-part]")];
  const at = [...block.querySelectorAll("[data-part]")].indexOf(gap);
  gaps.forEach((one, index) => one.replaceWith(index === at ? "\u0001" : "…"));
  const sentences = (readable(text).textContent ?? "")
    .replace(/\s+/g, " ")
    .replace(/([.!?؟]["”»’)]*) /g, "$1\u0002")
    .split("\u0002");
  return (sentences.find((one) => one.includes("\u0001")) ?? "").replace("\u0001", "…").trim();
}

export const kind: QuestionKind = {
  prepare(root, { words }) {
    const all = fields(root);
    all.forEach(([field], at) =>
      field.setAttribute(
        "aria-label",
        words("gap_in", {
          n: at + 1,
          total: all.length,
          sentence: sentenceOf(field.closest("[data-part]") ?? field),
        }),
      ),
    );
  },
  read(root, asked) {
    const digits = bases(asked).map(() => 0);
    for (const [{ value }, gap] of fields(root)) {
      if (value.trim() === "") continue;
      const words = wordsOf(asked, gap);
      const found = words.findIndex((word) => same(value, word, asked.key.exact ?? false));
      digits[gap] = !isTyped(asked, gap) ? Number(value) : found < 0 ? words.length + 1 : found + 1;
    }
    return digits.some((digit) => digit > 0) ? pack(digits, bases(asked)) : null;
  },
  show(root, response, asked) {
    const digits = unpack(response ?? 0, bases(asked));
    for (const [field, gap] of fields(root)) {
      const digit = digits[gap] ?? 0;
      if (!isTyped(asked, gap)) field.value = digit === 0 ? "" : String(digit);
      else if (digit <= wordsOf(asked, gap).length) field.value = wordsOf(asked, gap)[digit - 1] ?? "";
      // Another word stays in its field, but is not restored at the next launch.
    }
  },
  mark: (response, asked) => markOf(rightsOf(response, asked)),
  report(response, asked) {
    const chosen = unpack(response, bases(asked)).map((digit, gap) =>
      digit === 0 ? "" : (wordsOf(asked, gap)[digit - 1] ?? "other"),
    );
    return [{ type: "fill-in", chosen, right: chosen.map((_, gap) => wordsOf(asked, gap)[0] ?? "") }];
  },
};
