import type { CreditRule } from "./marking";

/** Data of a course in index.html, written by the compiler (PlayerData.cs). */
export interface CourseData {
  readonly id: string;
  readonly version: string;
  readonly language: string;
  readonly title: string;
  /** File name of the search index. */
  readonly search: string;
  /**
   * Languages to choose from, the package's first language first; empty for a package in one language. `file` is null
   * for the first language.
   */
  readonly languages: readonly { readonly language: string; readonly file: string | null }[];
  /** Hash of the layout of the state: four characters of A-Za-z0-9_-. */
  readonly hash: string;
  /** `file` is null for the module that is part of index.html. */
  readonly modules: readonly { readonly id: string; readonly file: string | null; readonly pages: readonly string[] }[];
  /** In the order of the state, which is the order of the course; knowledge checks and assessed questions are mixed. */
  readonly questions: readonly QuestionData[];
  readonly assessment: AssessmentData | null;
  /** Pages that are locked until all their needs are met. */
  readonly gates: readonly { readonly page: number; readonly needs: readonly Need[] }[];
  /** Pages that count as seen once `right` of these knowledge checks are answered right. */
  readonly pretests: readonly {
    readonly right: number;
    readonly checks: readonly number[];
    readonly pages: readonly number[];
  }[];
  readonly tracking: TrackingData;
  readonly limits: { readonly suspendData: number; readonly location: number; readonly text: number };
  /** Layouts of earlier releases, to migrate their progress. */
  readonly earlier: readonly EarlierLayout[];
  readonly strings: Readonly<Record<string, string>>;
  /** Keys of the questions in the first module; each other module has its own. */
  readonly keys: Readonly<Record<string, QuestionKey>>;
}

/** Exactly one of the three: index of a page, index of a knowledge check, or a score in percent. */
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
  /** Number of items, gaps or statements that are answered separately; 1 for a question without parts. */
  readonly parts: number;
  /** Width of a response in the state, in bits. */
  readonly bits: number;
  readonly weight: number;
  readonly assessed: boolean;
  /** On a private page: the answer is not stored, reported or counted. */
  readonly private: boolean;
  /** An attempt passes only if this question is right. */
  readonly critical: boolean;
  /** Asks how sure the learner is: the two highest bits of the response. */
  readonly confidence: boolean;
  readonly shuffle: boolean;
  readonly review: string | null;
}

export interface AssessmentData {
  readonly page: string;
  /** null: unlimited. */
  readonly attempts: number | null;
  readonly passMark: number;
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
  readonly credit: CreditRule;
  /** Which of several results counts. */
  readonly keep: "best" | "last" | "first";
  /** When feedback is shown. */
  readonly feedback: "now" | "end" | "never";
  /**
   * How many of which questions an attempt draws, by index among the assessed questions. No question is in two draws.
   * Empty: an attempt asks all questions.
   */
  readonly draw: readonly { readonly count: number; readonly of: readonly number[] }[];
}

export interface TrackingData {
  readonly completedBy: readonly ("pages" | "checks" | "assessment")[];
  readonly score: "assessment" | "checks" | "none";
  readonly report: "passed-failed" | "passed-incomplete" | "completed-incomplete" | "completed-failed";
  readonly decidedBy: "course" | "lms";
  readonly interactions: boolean;
}

/** The right answer to a question. */
export interface QuestionKey {
  /** The right options by authored index; for a question with parts, the right value of each part. */
  readonly right: readonly number[];
  /**
   * For a number: lowest and highest input, number of decimals, and the exact answer. `right` has the first and the
   * last right response.
   */
  readonly least?: number;
  readonly most?: number;
  readonly decimals?: number;
  readonly answer?: number;
  /** For a text with gaps: the words of each gap, right ones first; `right` is the number of right words. */
  readonly gaps?: readonly (readonly string[])[];
  readonly exact?: boolean;
  /**
   * For a scenario: ids of its nodes, its variables, and the choices of each node. `right` has a value for each node:
   * 0 no ending, 1 wrong, 2 partly right, 3 right.
   */
  readonly nodes?: readonly string[];
  readonly variables?: readonly {
    readonly name: string;
    readonly from: number;
    readonly to: number;
    readonly start: number;
  }[];
  readonly ways?: readonly (readonly ScenarioChoice[])[];
}

/**
 * A choice in a scenario: the next node, the changes of variables, and the values of variables between which it is
 * offered.
 */
export interface ScenarioChoice {
  readonly to: number;
  readonly adds: readonly (readonly [variable: number, add: number])[];
  readonly needs: readonly (readonly [variable: number, least: number, most: number])[];
}

/** Data in the script file of a module. */
export interface ModuleData {
  readonly id: string;
  readonly html: string;
  readonly menu: string | null;
  readonly keys: Readonly<Record<string, QuestionKey>>;
}

/** Whether passing requires more than points. */
export const hasCritical = (course: CourseData): boolean => course.questions.some((question) => question.critical);

export const pagesOf = (course: CourseData): string[] => course.modules.flatMap((module) => module.pages);
export const checksOf = (course: CourseData): QuestionData[] =>
  course.questions.filter((question) => !question.assessed && !question.private);
export const itemsOf = (course: CourseData): QuestionData[] => course.questions.filter((question) => question.assessed);
