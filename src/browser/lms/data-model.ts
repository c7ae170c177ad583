// The data model of SCORM 1.2 (RTE 1.2, 3.4) as a table: access to each element, and the format of its value.

export type Access = "read" | "write" | "both";

export interface Element {
  readonly access: Access;
  /** Whether an LMS may omit it (RTE 1.2, table of mandatory elements). */
  readonly optional: boolean;
  readonly value: RegExp;
}

const text = (most: number): RegExp => new RegExp(`^[^]{0,${most}}$`);
const identifier = /^[\x21-\x7e]{1,255}$/;
const score = /^(\d{1,2}(\.\d+)?|100(\.0+)?)?$/;
const number = /^-?\d{1,3}(\.\d+)?$/;
const time = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/;
const timespan = /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/;
const status = /^(passed|completed|failed|incomplete|browsed)$/;
const any = /^[^]*$/;

const row = (access: Access, value: RegExp, optional = false): Element => ({ access, value, optional });

const fixed: Readonly<Record<string, Element>> = {
  "cmi.core._children": row("read", any),
  "cmi.core.score._children": row("read", any),
  "cmi.core.student_id": row("read", any),
  "cmi.core.student_name": row("read", any),
  "cmi.core.lesson_location": row("both", text(255)),
  "cmi.core.credit": row("read", any),
  "cmi.core.lesson_status": row("both", status),
  "cmi.core.entry": row("read", any),
  "cmi.core.score.raw": row("both", score),
  "cmi.core.score.min": row("both", score, true),
  "cmi.core.score.max": row("both", score, true),
  "cmi.core.total_time": row("read", any),
  "cmi.core.lesson_mode": row("read", any, true),
  "cmi.core.exit": row("write", /^(time-out|suspend|logout|)$/),
  "cmi.core.session_time": row("write", timespan),
  "cmi.suspend_data": row("both", text(4096)),
  "cmi.launch_data": row("read", any),
  "cmi.student_data.mastery_score": row("read", any, true),
  "cmi.interactions._count": row("read", any, true),
  "cmi.interactions._children": row("read", any, true),
};

const interaction: Readonly<Record<string, Element>> = {
  id: row("write", identifier, true),
  time: row("write", time, true),
  type: row("write", /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/, true),
  "correct_responses.0.pattern": row("write", text(255), true),
  weighting: row("write", number, true),
  student_response: row("write", text(255), true),
  result: row("write", /^(correct|wrong|unanticipated|neutral|-?\d{1,3}(\.\d+)?)$/, true),
  latency: row("write", timespan, true),
};

const indexed = /^cmi\.interactions\.(\d+)\.(.+)$/;

/** Finds an element by name, with the index of its interaction; null for an unknown name. */
export function elementOf(name: string): { element: Element; index: number | null } | null {
  const [, index = "", member = ""] = indexed.exec(name) ?? [];
  const element = index ? interaction[member] : fixed[name];
  return element ? { element, index: index ? Number(index) : null } : null;
}

/** Meanings of the SCORM 1.2 error codes (RTE 1.2, 3.3.2). */
export const errorMeanings: Readonly<Record<string, string>> = {
  "101": "general exception",
  "201": "invalid argument",
  "202": "element cannot have children",
  "203": "element is not an array",
  "301": "not initialized",
  "401": "not implemented",
  "402": "a keyword, cannot be set",
  "403": "read only",
  "404": "write only",
  "405": "incorrect data type",
};
