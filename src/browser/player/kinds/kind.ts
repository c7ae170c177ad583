import type { QuestionData, QuestionKey } from "../core/course-data";
import type { Told } from "../core/letters";
import type { Mark } from "../core/marking";

/** What a kind knows of the question it is asked about. */
export interface Asked {
  readonly question: QuestionData;
  readonly key: QuestionKey;
  readonly language: string;
  words(key: string, values?: Record<string, string | number>): string;
}

/**
 * What is special about one kind of question. `root` is the part of the form that holds the answer; everything around it is common to all
 * kinds. A response is one number: it is what the state keeps.
 */
export interface QuestionKind {
  /** The response as it stands in the form, or null when nothing is chosen. */
  read(root: HTMLElement, asked: Asked): number | null;
  /** Puts a kept response back into the form; null empties it. */
  show(root: HTMLElement, response: number | null, asked: Asked): void;
  /** null where nothing is right or wrong. */
  mark(response: number, asked: Asked): Mark | null;
  /** What an LMS is told, most often one interaction. */
  tell(response: number, asked: Asked): Told[];
  /** For a question of several steps: whether this response is its end. What comes before is kept without being marked. */
  done?(response: number, asked: Asked): boolean;
  /** The chosen options by authored index, where options have feedback of their own. */
  chosen?(response: number, asked: Asked): number[];
  /** Puts what may be mixed in another order; `order` gives one for a count of things. */
  mix?(root: HTMLElement, order: (salt: string, count: number) => number[], asked: Asked): void;
  /** Called once: makes its buttons work. A change is told by a bubbling "change" event. */
  prepare?(root: HTMLElement, asked: Asked): void;
  /** Says beside each part how it was; null takes the words away. */
  annotate?(root: HTMLElement, response: number | null, asked: Asked): void;
  /** What to say when there is nothing to read, where it is not "choose first". */
  lacking?(asked: Asked): string;
}

/** What a block's program may use: it gets it here, so that shared code stands once in the core. */
export interface Tools {
  readonly language: string;
  /** Makes a block something a learner writes for nobody else (page/paper.ts). */
  paper(element: HTMLElement, sheet: Sheet): void;
  /** Turns to the next page; null on the last one. */
  readonly next: (() => void) | null;
}

/** What is written on a paper: as text to be kept and shown again, and as text for a file. */
export interface Sheet {
  read(): string;
  show(text: string): void;
  text(): string;
}

/** A block that needs a program. It is called once, just before its page is shown for the first time. */
export interface BlockKind {
  enhance(element: HTMLElement, tools: Tools): void;
}

/** What the search gets. */
export interface SearchTools {
  readonly root: ParentNode;
  readonly language: string;
  bringWords(): Promise<{
    readonly pages: readonly { readonly id: string; readonly title: string; readonly words: string }[];
  }>;
  link(page: string, title: string): HTMLElement;
  words(key: string, values?: Record<string, string | number>): string;
}

export interface Kinds {
  /** Full-text search, where the course has one. */
  readonly search?: (tools: SearchTools) => void;
  readonly questions: Readonly<Record<string, QuestionKind>>;
  readonly blocks: Readonly<Record<string, BlockKind>>;
}
