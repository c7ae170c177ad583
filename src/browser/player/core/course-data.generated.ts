// Generated from the records in Protect.Scorm/Playing. Tests compare it with the source; do not edit it.

/** Data of a course, in index.html or a file of their own. */
export interface CourseData {
  readonly id: string;
  readonly version: string;
  readonly language: string;
  readonly title: string;
  /** Hash of the layout of the state: four characters of A-Za-z0-9_-. */
  readonly hash: string;
  /** File name of the search index. */
  readonly search: string;
  /** Languages to choose from, the first one first; empty for a package in one language. */
  readonly languages: readonly CourseLanguage[];
  readonly modules: readonly CourseModule[];
  /** In the order of the state: knowledge checks and assessed questions are mixed. */
  readonly questions: readonly QuestionData[];
  readonly assessment: AssessmentData | null;
  /** Pages that are locked until all their needs are met. */
  readonly gates: readonly Gate[];
  /** Pages that count as seen once enough knowledge checks are answered right. */
  readonly pretests: readonly PretestData[];
  readonly tracking: TrackingData;
  readonly limits: CourseLimits;
  /** Layouts of earlier releases, to migrate their progress. */
  readonly earlier: readonly EarlierLayout[];
  /** Texts of the program. */
  readonly strings: Readonly<Record<string, string>>;
  /** Keys of the questions in the first module; each other module has its own. */
  readonly keys: Readonly<Record<string, QuestionKey>>;
}

/** Data in the script file of a module. */
export interface ModuleData {
  readonly id: string;
  readonly html: string;
  /** Its pages for the menu; null when the menu has them already. */
  readonly menu: string | null;
  readonly keys: Readonly<Record<string, QuestionKey>>;
}

/** Another language of the package: HTML of the page's body, and its data. */
export interface LanguageData {
  readonly language: string;
  readonly direction: string;
  readonly body: string;
  readonly data: CourseData;
}

/** Words of each page, in course order. */
export interface SearchData {
  readonly pages: readonly SearchPage[];
}

export interface CourseLanguage {
  readonly language: string;
  /** File of the language; null for the first. */
  readonly file: string | null;
}

export interface CourseModule {
  readonly id: string;
  /** File of the module; null for the one in index.html. */
  readonly file: string | null;
  /** Ids of the pages. */
  readonly pages: readonly string[];
  /** Duration in minutes. */
  readonly minutes?: number;
}

export interface QuestionData {
  readonly id: string;
  /** Slug of its kind. */
  readonly kind: string;
  /** Id of its page. */
  readonly page: string;
  readonly options: number;
  /** Number of items, gaps or statements that are answered separately; 1 without parts. */
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
  /** Page that explains the answer. */
  readonly review: string | null;
  /** Whether a knowledge check has one try only: its first answer stays. */
  readonly once?: boolean;
}

export interface AssessmentData {
  /** Id of its page. */
  readonly page: string;
  /** null: unlimited. */
  readonly attempts: number | null;
  /** In percent. */
  readonly passMark: number;
  readonly shuffleQuestions: boolean;
  /** Marking of a partly right answer. */
  readonly credit: "whole" | "share" | "share-less-wrong";
  /** The result that counts, of several. */
  readonly keep: "best" | "last" | "first";
  /** When feedback is shown. */
  readonly feedback: "now" | "end" | "never";
  /** Pools that an attempt draws from. No question is in two. Empty: it asks all questions. */
  readonly draw: readonly Draw[];
  /**
   * Number of failed attempts after which the assessment closes until the pages about the wrong answers were opened.
   */
  readonly reviewAfter?: number;
}

/** Locked page, with the needs that unlock it. Read by src/browser/player/core/gates.ts. */
export interface Gate {
  /** Index of the page. */
  readonly page: number;
  readonly needs: readonly Need[];
}

/** Pages that count as seen once `right` of these knowledge checks are answered right. */
export interface PretestData {
  /** Number of right answers. */
  readonly right: number;
  /** Indexes of the knowledge checks. */
  readonly checks: readonly number[];
  /** Indexes of the pages. */
  readonly pages: readonly number[];
}

export interface TrackingData {
  readonly completedBy: readonly ("pages" | "checks" | "assessment")[];
  readonly score: "none" | "checks" | "assessment";
  readonly report: "passed-failed" | "passed-incomplete" | "completed-incomplete" | "completed-failed";
  /** The side that decides on passed or failed. */
  readonly decidedBy: "course" | "lms";
  /** Whether each answer is reported. */
  readonly interactions: boolean;
  /** Whether the LMS stores nothing before the session ends. */
  readonly savesAtFinish: boolean;
}

/** Limits of the LMS, in characters. */
export interface CourseLimits {
  readonly suspendData: number;
  readonly location: number;
  readonly text: number;
}

/** Layout of an earlier release. */
export interface EarlierLayout {
  readonly hash: string;
  readonly pages: readonly string[];
  readonly questions: readonly MappedQuestion[];
  readonly assessment: boolean;
  readonly draw: readonly Draw[];
  /** Whether its states have the pages to open before another attempt. */
  readonly review?: boolean;
}

/** The right answer to a question. */
export interface QuestionKey {
  /**
   * The right options by authored index; for a question with parts, the right value of each part. For a number: the
   * first and the last right response. For a scenario, a value per node: 0 no ending, 1 wrong, 2 partly right, 3 right.
   */
  readonly right: readonly number[];
  /** For a number: lowest input. */
  readonly least?: number;
  /** For a number: highest input. */
  readonly most?: number;
  /** For a number: number of decimals. */
  readonly decimals?: number;
  /** For a number: the exact answer. */
  readonly answer?: number;
  /** For a text with gaps: whether capitals and accents count. */
  readonly exact?: boolean;
  /** For a text with gaps: words of each gap, the right ones first; `right` has their number. */
  readonly gaps?: readonly (readonly string[])[];
  /** Options that stay at the end when the options are shuffled, by authored index. */
  readonly pinned?: readonly number[];
  /** All values that are right, for each part or for the only one, where any one of several is enough. */
  readonly accept?: readonly (readonly number[])[];
  /** The share of the points for each option that is not right, from 0 to 1. */
  readonly credits?: readonly number[];
  /** For a scenario: ids of its nodes. */
  readonly nodes?: readonly string[];
  readonly variables?: readonly ScenarioVariable[];
  /** For a scenario: choices of each node. */
  readonly ways?: readonly (readonly ScenarioChoice[])[];
}

export interface SearchPage {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

/** A pool of questions, and how many of them each attempt draws. */
export interface Draw {
  /** Number of questions to draw. */
  readonly count: number;
  /** The pool: indexes among the assessment's questions. */
  readonly of: readonly number[];
}

/** Exactly one of the three: index of a page, index of a knowledge check, or a score in percent. */
export interface Need {
  readonly page?: number;
  readonly check?: number;
  readonly score?: number;
}

/** Question in a state map. */
export interface MappedQuestion {
  /** Id in the course. */
  readonly id: string;
  /** Slug of its kind. */
  readonly kind: string;
  /** Number of options. */
  readonly options: number;
  /** Width of a response, in bits. */
  readonly bits: number;
  /** False for a knowledge check. */
  readonly assessed: boolean;
}

/** Variable of a scenario. */
export interface ScenarioVariable {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly start: number;
}

/** Choice in a scenario. */
export interface ScenarioChoice {
  /** Index of the next node. */
  readonly to: number;
  /** Changes of variables. */
  readonly adds: readonly (readonly [variable: number, add: number])[];
  /** Bounds of variables between which the choice is offered. */
  readonly needs: readonly (readonly [variable: number, least: number, most: number])[];
}
