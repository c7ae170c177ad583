import type { QuestionKey } from "../core/course-data";

export type Verdict = "right" | "partly" | "wrong";

/** What is special about one kind of question. It reads and restores the form; everything else is common to all kinds. */
export interface QuestionKind {
  /** The type of interaction an LMS knows (RTE 1.2, 3.4.4). */
  readonly type: "choice" | "true-false";
  /** The response as it is kept in the state, or null when nothing is chosen. */
  read(form: HTMLElement): number | null;
  /** Puts a kept response back into the form. */
  show(form: HTMLElement, response: number | null): void;
  mark(response: number, key: QuestionKey): Verdict;
  /** The chosen options by authored index, for feedback and for reports. */
  chosen(response: number, options: number): number[];
}

/** What a block's program may use: it gets it here, so that shared code stands once in the core. */
export interface Tools {
  readonly language: string;
  /** Turns to the next page; null on the last one. */
  readonly next: (() => void) | null;
}

/** A block that needs a program. It is called once, just before its page is shown for the first time. */
export interface BlockKind {
  enhance(element: HTMLElement, tools: Tools): void;
}

export interface Kinds {
  readonly questions: Readonly<Record<string, QuestionKind>>;
  readonly blocks: Readonly<Record<string, BlockKind>>;
}
