import type { QuestionData, QuestionKey } from "../core/course-data";
import type { ReportedAnswer } from "../core/reported-answer";
import type { Mark } from "../core/marking";

/** A question with its key, as passed to its kind. */
export interface Asked {
  readonly question: QuestionData;
  readonly key: QuestionKey;
  readonly language: string;
  words(key: string, values?: Record<string, string | number>): string;
}

/**
 * A kind of question. `root` is the part of the form with the answer; the rest of the form is common to all kinds. A
 * response is one number, as stored in the state.
 */
export interface QuestionKind {
  /** Reads the response from the form; null when nothing is chosen. */
  read(root: HTMLElement, asked: Asked): number | null;
  /** Fills the form with a stored response; null clears it. */
  show(root: HTMLElement, response: number | null, asked: Asked): void;
  /** Marks a response; null for a question without right or wrong answers. */
  mark(response: number, asked: Asked): Mark | null;
  /** The answer for the reports of the LMS, usually one. */
  report(response: number, asked: Asked): ReportedAnswer[];
  /** For a question of several steps: whether this response is the end. Earlier responses are stored but not marked. */
  done?(response: number, asked: Asked): boolean;
  /** The chosen options by authored index, for kinds with feedback per option. */
  chosen?(response: number, asked: Asked): number[];
  /** Shuffles the form; `order` returns a permutation of `count` things. */
  mix?(root: HTMLElement, order: (salt: string, count: number) => number[], asked: Asked): void;
  /** Activates the form; called once. The kind reports changes by a bubbling "change" event. */
  prepare?(root: HTMLElement, asked: Asked): void;
  /** Message when there is no response, if the default ("choose first") does not fit. */
  lacking?(asked: Asked): string;
}

/** Functions of the core that the program of a block may use. */
export interface Tools {
  readonly language: string;
  /** Makes a block a private note (page/private-note.ts). */
  privateNote(element: HTMLElement, content: NoteContent): void;
  /** Must be called when something on the page opens or closes, so that the end of the page fits it. */
  changed(): void;
  /** Goes to the next page; null on the last page. */
  readonly next: (() => void) | null;
}

/** Content of a private note: `read` and `show` use the stored form, `text` is the text for a file. */
export interface NoteContent {
  read(): string;
  show(text: string): void;
  text(): string;
}

/** A kind of block with a program, called once, just before the page is first shown. */
export interface BlockKind {
  enhance(element: HTMLElement, tools: Tools): void;
}

export interface Kinds {
  readonly questions: Readonly<Record<string, QuestionKind>>;
  readonly blocks: Readonly<Record<string, BlockKind>>;
}
