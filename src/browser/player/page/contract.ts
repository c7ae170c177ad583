import type { Course, Deal, Layouts } from "../core/course";
import type { CourseData, QuestionKey } from "../core/course-data";
import type { LanguageData, SearchData } from "../core/course-data.generated";
import type { Kinds, NoteContent } from "../kinds/kind";
import type { PrivateNotes } from "../lms/private-notes";
import type { Session, SessionParts } from "../lms/session";
import type { Stopwatch } from "./stopwatch";

// The contracts between the parts of the page: types only, so that no part imports another one for its type.

/** Returns a text of the page in its language. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

/** Shared by all parts of the page. */
export interface Player {
  readonly course: Course;
  readonly session: Session;
  readonly parts: Parts;
  readonly words: Words;
  /** Keys of the questions in loaded modules. */
  readonly keys: Map<string, QuestionKey>;
  /** Order of options in knowledge checks: different at each launch. */
  readonly seed: number;
  /** Forms of the questions on opened pages, by question. */
  readonly forms: Map<string, { read(): number | null }>;
  /** Input before the page was rebuilt in another language, by question. */
  readonly drafts: ReadonlyMap<string, number>;
  /** Must be called after every change of state, to update the menu and the progress bar. */
  changed(): void;
  titleOf(page: string): string;
  titleOfModule(module: string): string;
}

/**
 * The parts of the program that a course uses in addition to the core. The compiler passes them (PlayerBundle.cs).
 * Parts that the first page does not need are loaded after it from separate files; until then `later` is undefined.
 */
export interface Parts extends Kinds, SessionParts {
  /** Draws questions, for a course with question pools. */
  readonly deal?: Deal;
  /** Reads the progress of earlier releases, for a course that keeps their layouts. */
  readonly layouts?: Layouts;
  readonly locks?: (player: Player, page: number) => Node[] | null;
  readonly languages?: Languages;
  readonly later?: Later;
  /** The texts of the first language. Those that only later parts show come with them. */
  readonly strings: Record<string, string>;
  /** Whether the first page needs parts that are loaded later. */
  readonly waits?: boolean;
  readonly checks?: (player: Player, page: string, stopwatch: Stopwatch) => void;
  readonly assessment?: (player: Player, article: HTMLElement, stopwatch: Stopwatch) => void;
  readonly search?: (tools: SearchTools) => void;
}

/** Functions that every course has but no first page needs. */
export interface Later {
  /** Activates bookmarks, notes, search and the other tools, in the page's language. */
  open(player: Player): void;
  /** Must be called once for each page that is shown, also for those shown before this code was loaded. */
  prepare(article: HTMLElement): void;
  askToBringBack(words: Words): Promise<boolean>;
  preparePrivateNote(
    element: HTMLElement,
    content: NoteContent,
    notes: PrivateNotes | null,
    words: Words,
    course: string,
  ): void;
  recordButton(session: Session, words: Words): HTMLElement;
  /** Shows in the menu what was seen. */
  showSeen(player: Player): void;
  /** The end of a module or of the course, for its last page; null for other pages. */
  ending(player: Player, page: number): HTMLElement | null;
  /** What was recorded, for the closing page. */
  goodbye(session: Session, words: Words): HTMLElement;
}

/** Functions of a package in several languages. */
export interface Languages {
  firstEdition(data: CourseData): Edition | null;
  wantedLanguage(data: CourseData, chosen: string | null): string;
  chosenLanguage(notes: PrivateNotes | null): string | null;
  bringLanguage(data: CourseData, language: string): Promise<Edition> | null;
  putUp(edition: Edition): void;
  prepareLanguages(player: Player, change: (language: string) => Promise<void>): void;
}

/** The course in one language. */
export type Edition = LanguageData;

/** Parameters of the search. */
export interface SearchTools {
  readonly root: ParentNode;
  readonly language: string;
  /** Loads the search index. */
  bringWords(): Promise<SearchIndex>;
  link(page: string, title: string): HTMLElement;
  readonly words: Words;
}

export type SearchIndex = SearchData;
