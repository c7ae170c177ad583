// Reads what learners type. Keyboards and languages write the same number or word in different ways.

/** First digits of other scripts: Arabic, Persian, and the wide digits of East Asian keyboards. */
const zeros = [0x660, 0x6f0, 0xff10];

/**
 * Reads a number as the page's language writes it; NaN if it is none. Also reads other decimal marks, where they are
 * unambiguous: “1,5” is 1.5 in English, but “12,500” is 12500 there, as the page itself would show it.
 */
export function numberOf(typed: string, language: string): number {
  let grouping = "";
  for (const { type, value } of new Intl.NumberFormat(`${language}-u-nu-latn`).formatToParts(12345.6))
    if (type === "group") grouping = value;
  const text = typed
    .replace(/[٠-٩۰-۹０-９]/g, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - (zeros.find((zero) => code >= zero && code < zero + 10) ?? 0));
    })
    .replace(/[\s\u200e\u200f\u061c'’‘ʼ`´٬]/g, "")
    .replace(/[−–﹣－]/g, "-")
    .replace(/[،，]/g, ",")
    .replace(/[٫．]/g, ".");
  const [, sign, digits] = /^([-+]?)([\d.,]*\d)$/.exec(text.replace(/^([-+]?)[.,]/, "$10.")) ?? [];
  if (digits === undefined) return Number.NaN;
  const decimal = decimalIn(digits, grouping);
  const [integer = "", ...rest] = decimal === null ? [digits] : digits.split(decimal);
  const isGrouped = /^\d{1,3}([.,]\d{3})*$/.test(integer) && new Set(integer.replace(/\d/g, "")).size <= 1;
  if (rest.length > 1 || !(isGrouped || /^\d+$/.test(integer)) || /\D/.test(rest.join(""))) return Number.NaN;
  return Number(`${sign}${integer.replace(/\D/g, "")}.${rest[0] ?? 0}`);
}

/** The decimal mark in a number; null if there is none. */
function decimalIn(digits: string, grouping: string): string | null {
  const marks = digits.replace(/\d/g, "");
  const last = marks[marks.length - 1];
  if (last === undefined) return null;
  if (marks.length > 1) return marks.split("").every((mark) => mark === last) ? null : last;
  return last === grouping && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? null : last;
}

/** A text as compared with an answer: apostrophes, quotation marks and spaces of all keyboards are the same. */
export const plain = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[’‘ʼ‛′＇`´ʹ]/g, "'")
    .replace(/« ?| ?»|[“”„‟″＂]/g, '"');
