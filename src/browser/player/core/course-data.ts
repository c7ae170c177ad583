/** What the compiler writes into index.html (PlayerData.cs is the other half). */
export interface CourseData {
  readonly id: string;
  readonly version: string;
  readonly language: string;
  readonly title: string;
  /** Names the layout of the state: four characters of A-Za-z0-9_-. */
  readonly hash: string;
  /** `file` is null for the module that stands in index.html. */
  readonly modules: readonly { readonly id: string; readonly file: string | null; readonly pages: readonly string[] }[];
  /** In state order: course order, knowledge checks and assessed questions mixed as they stand. */
  readonly questions: readonly QuestionData[];
  readonly assessment: AssessmentData | null;
  readonly tracking: TrackingData;
  readonly limits: { readonly suspendData: number; readonly location: number; readonly text: number };
  /** Layouts of earlier releases whose progress is read in full. */
  readonly earlier: readonly EarlierLayout[];
  readonly strings: Readonly<Record<string, string>>;
  /** Of the first module; other modules bring their own. */
  readonly keys: Readonly<Record<string, QuestionKey>>;
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
  /** Width of a response in the state. */
  readonly bits: number;
  readonly weight: number;
  readonly assessed: boolean;
  /** Stands on a private page: nothing of it is kept, reported or counted. */
  readonly private: boolean;
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
  readonly draw: readonly { readonly count: number; readonly of: readonly number[] }[];
}

export interface TrackingData {
  readonly completedBy: readonly ("pages" | "checks" | "assessment")[];
  readonly score: "assessment" | "checks" | "none";
  readonly report: "passed-failed" | "passed-incomplete" | "completed-incomplete" | "completed-failed";
  readonly decidedBy: "course" | "lms";
  readonly interactions: boolean;
}

/** The right options by authored index. */
export interface QuestionKey {
  readonly right: readonly number[];
}

/** What a module's script file hands over. */
export interface ModuleData {
  readonly id: string;
  readonly html: string;
  readonly menu: string | null;
  readonly keys: Readonly<Record<string, QuestionKey>>;
}

export const pagesOf = (course: CourseData): string[] => course.modules.flatMap((module) => module.pages);
export const checksOf = (course: CourseData): QuestionData[] => course.questions.filter((question) => !question.assessed && !question.private);
export const itemsOf = (course: CourseData): QuestionData[] => course.questions.filter((question) => question.assessed);
