import type { CreditRule } from "./marking";

/** What the compiler writes into index.html (PlayerData.cs is the other half). */
export interface CourseData {
  readonly id: string;
  readonly version: string;
  readonly language: string;
  readonly title: string;
  /** The file with the words of the search. */
  readonly search: string;
  /** What learners can choose among, the one the package opens in first; none where there is one only. `file` is null for that first one. */
  readonly languages: readonly { readonly language: string; readonly file: string | null }[];
  /** Names the layout of the state: four characters of A-Za-z0-9_-. */
  readonly hash: string;
  /** `file` is null for the module that stands in index.html. */
  readonly modules: readonly { readonly id: string; readonly file: string | null; readonly pages: readonly string[] }[];
  /** In state order: course order, knowledge checks and assessed questions mixed as they stand. */
  readonly questions: readonly QuestionData[];
  readonly assessment: AssessmentData | null;
  /** Pages that open only when all their needs are met. */
  readonly gates: readonly { readonly page: number; readonly needs: readonly Need[] }[];
  /** Enough right answers to these checks make these pages count as seen. */
  readonly pretests: readonly {
    readonly right: number;
    readonly checks: readonly number[];
    readonly pages: readonly number[];
  }[];
  readonly tracking: TrackingData;
  readonly limits: { readonly suspendData: number; readonly location: number; readonly text: number };
  /** Layouts of earlier releases whose progress is read in full. */
  readonly earlier: readonly EarlierLayout[];
  readonly strings: Readonly<Record<string, string>>;
  /** Of the first module; other modules bring their own. */
  readonly keys: Readonly<Record<string, QuestionKey>>;
}

/** By index of page and of knowledge check; a score in percent. One of the three. */
export interface Need {
  readonly page?: number;
  readonly check?: number;
  readonly score?: number;
}

export interface EarlierLayout {
  readonly hash: string;
  readonly pages: readonly string[];
  readonly questions: readonly Pick<QuestionData, "id" | "kind" | "options" | "bits" | "assessed">[];
  readonly assessment: boolean;
  readonly draw: AssessmentData["draw"];
}

export interface QuestionData {
  readonly id: string;
  readonly kind: string;
  readonly page: string;
  readonly options: number;
  /** What is answered one by one: items, gaps, statements; 1 for a question that is one whole. */
  readonly parts: number;
  /** Width of a response in the state. */
  readonly bits: number;
  readonly weight: number;
  readonly assessed: boolean;
  /** Stands on a private page: nothing of it is kept, reported or counted. */
  readonly private: boolean;
  /** An attempt only passes with it right. */
  readonly critical: boolean;
  /** Asks how sure the learner is: two bits of the response, above the kind's. */
  readonly confidence: boolean;
  readonly shuffle: boolean;
  readonly review: string | null;
}

export interface AssessmentData {
  readonly page: string;
  /** null: as often as wished. */
  readonly attempts: number | null;
  readonly passMark: number;
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
  /** How many of which questions an attempt draws, by index among the assessed ones; none: all are asked. No question is in two draws. */
  readonly credit: CreditRule;
  /** Which of several results counts. */
  readonly keep: "best" | "last" | "first";
  /** When a learner hears how an answer was. */
  readonly feedback: "now" | "end" | "never";
  readonly draw: readonly { readonly count: number; readonly of: readonly number[] }[];
}

export interface TrackingData {
  readonly completedBy: readonly ("pages" | "checks" | "assessment")[];
  readonly score: "assessment" | "checks" | "none";
  readonly report: "passed-failed" | "passed-incomplete" | "completed-incomplete" | "completed-failed";
  readonly decidedBy: "course" | "lms";
  readonly interactions: boolean;
}

/** What is right. */
export interface QuestionKey {
  /** The right options by authored index; for a question of parts, the right value of each. */
  readonly right: readonly number[];
  /** Of a typed number: the bounds, how many decimals, and the right one. `right` holds the first and the last right place. */
  readonly least?: number;
  readonly most?: number;
  readonly decimals?: number;
  readonly answer?: number;
  /** Of a text with gaps: the words of each, right ones first; `right` says how many. */
  readonly gaps?: readonly (readonly string[])[];
  readonly exact?: boolean;
  /** Of a scenario: its nodes by id, its variables, and for each node its choices. `right` says of each node 0 on the way, 1 wrong, 2 partly, 3 right. */
  readonly nodes?: readonly string[];
  readonly variables?: readonly {
    readonly name: string;
    readonly from: number;
    readonly to: number;
    readonly start: number;
  }[];
  readonly ways?: readonly (readonly Way[])[];
}

/** A choice: where it leads, what it adds to which variable, and between which values of which variable it is offered. */
export interface Way {
  readonly to: number;
  readonly adds: readonly (readonly [variable: number, add: number])[];
  readonly needs: readonly (readonly [variable: number, least: number, most: number])[];
}

/** What a module's script file hands over. */
export interface ModuleData {
  readonly id: string;
  readonly html: string;
  readonly menu: string | null;
  readonly keys: Readonly<Record<string, QuestionKey>>;
}

/** Whether a pass needs more than points. */
export const hasCritical = (course: CourseData): boolean => course.questions.some((question) => question.critical);

export const pagesOf = (course: CourseData): string[] => course.modules.flatMap((module) => module.pages);
export const checksOf = (course: CourseData): QuestionData[] =>
  course.questions.filter((question) => !question.assessed && !question.private);
export const itemsOf = (course: CourseData): QuestionData[] => course.questions.filter((question) => question.assessed);
