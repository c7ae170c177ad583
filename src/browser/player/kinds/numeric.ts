import type { Asked, QuestionKind } from "./kind";
import { numberOf } from "./typed";

const field = (root: HTMLElement): HTMLInputElement => root.querySelector("input") as HTMLInputElement;
const power = ({ key }: Asked): number => 10 ** (key.decimals ?? 0);
const valueOf = (response: number, asked: Asked): number =>
  Number(((asked.key.least ?? 0) + response / power(asked)).toFixed(asked.key.decimals ?? 0));

/** A number to type. The response is its index among the possible numbers. */
export const kind: QuestionKind = {
  read(root, asked) {
    const text = field(root).value;
    const { least = 0, most = 0 } = asked.key;
    const value = numberOf(text, asked.language);
    return Number.isNaN(value) || value < least || value > most ? null : Math.round((value - least) * power(asked));
  },
  show(root, response, asked) {
    const number = new Intl.NumberFormat(asked.language, { useGrouping: false, maximumFractionDigits: 3 });
    field(root).value = response === null ? "" : number.format(valueOf(response, asked));
  },
  mark: (response, { key }) => ({
    right: response >= (key.right[0] ?? 0) && response <= (key.right[1] ?? 0) ? 1 : 0,
    wrong: 0,
    of: 1,
  }),
  report: (response, asked) => [{ type: "numeric", chosen: valueOf(response, asked), right: asked.key.answer ?? 0 }],
  lacking: ({ key, words }) => words("number_between", { least: key.least ?? 0, most: key.most ?? 0 }),
};
