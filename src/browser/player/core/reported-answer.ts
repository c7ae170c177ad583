/**
 * An answer for the reports of an LMS, by authored indexes and not by the order on screen. `right` is the right answer.
 * The driver of a standard formats it.
 */
export type ReportedAnswer =
  | {
      readonly type: "choice" | "true-false";
      /** Number of options. */
      readonly options: number;
      readonly chosen: readonly number[];
      readonly right: readonly number[];
    }
  /** The target of each item; null for an item without a choice. */
  | { readonly type: "matching"; readonly chosen: readonly (number | null)[]; readonly right: readonly number[] }
  /** The items in their order. */
  | { readonly type: "sequencing"; readonly chosen: readonly number[]; readonly right: readonly number[] }
  /** Nothing is right or wrong. `part` names the statement of a survey. */
  | { readonly type: "likert"; readonly chosen: number; readonly part?: string }
  | { readonly type: "numeric"; readonly chosen: number; readonly right: number }
  /** Words written by the author, never by the learner. */
  | { readonly type: "fill-in"; readonly chosen: readonly string[]; readonly right: readonly string[] }
  /** The ending of a scenario, by id. */
  | { readonly type: "performance"; readonly chosen: string; readonly right: string };
