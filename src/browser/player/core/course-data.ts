// The data that the compiler writes for the player. Their types are generated from the records of the compiler.
import type { CourseData, QuestionData } from "./course-data.generated";

export type {
  AssessmentData,
  CourseData,
  EarlierLayout,
  ModuleData,
  Need,
  QuestionData,
  QuestionKey,
  ScenarioChoice,
  TrackingData,
} from "./course-data.generated";

/** Whether passing requires more than points. */
export const hasCritical = (course: CourseData): boolean => course.questions.some((question) => question.critical);

export const pagesOf = (course: CourseData): string[] => course.modules.flatMap((module) => module.pages);
export const checksOf = (course: CourseData): QuestionData[] =>
  course.questions.filter((question) => !question.assessed && !question.private);
export const itemsOf = (course: CourseData): QuestionData[] => course.questions.filter((question) => question.assessed);
