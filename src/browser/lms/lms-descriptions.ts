import type { Fault } from "./runtime";
import { shortColumn } from "./runtime";
import type { SimulatedLms } from "./simulated-lms";

/** Name of a simulated LMS, and a description of its traits. */
export interface LmsDescription {
  readonly name: string;
  readonly group: "Systems" | "The standard" | "Troubled";
  readonly about: string;
  /** What its reports show about answers. */
  readonly answers: string;
}

const shown = "Teachers see each answer.";

/** Descriptions of the simulated LMSs, in the order of the list of choices. */
export const lmsDescriptions: Readonly<Record<SimulatedLms, LmsDescription>> = {
  standard: {
    name: "SCORM 1.2, exactly",
    group: "The standard",
    about: "Every element, strict errors, 4,096 characters of suspend data.",
    answers: shown,
  },
  strict: {
    name: "Strict: nothing optional",
    group: "The standard",
    about: "Optional elements are not implemented (401): no interactions, no score bounds, no mastery score.",
    answers: "Answers are refused.",
  },
  moodle: {
    name: "Moodle",
    group: "Systems",
    about:
      "64,000 characters of suspend data. Without a network a commit still returns “true”, and nothing is saved. " +
      "A mastery score overrides the status at the end.",
    answers: "Teachers see each answer: id, given, right, result.",
  },
  ilias: {
    name: "ILIAS",
    group: "Systems",
    about: "Interactions are counted from 0 at each launch. A mastery score turns “completed” into “failed” below it.",
    answers: "Answers are shown unless an administrator has switched them off.",
  },
  chamilo: {
    name: "Chamilo",
    group: "Systems",
    about: "Always returns “true”, never an error. Text with backslashes or apostrophes comes back changed.",
    answers: "Answers are shown, with all patterns in a row.",
  },
  edx: {
    name: "Open edX",
    group: "Systems",
    about: "Always returns “true”, never an error. Status, score and mode are empty when read. No mastery score.",
    answers: "Answers are not saved.",
  },
  openolat: {
    name: "OpenOlat",
    group: "Systems",
    about:
      "64,000 characters of suspend data. Always returns “true”. A mastery score overrides the status. " +
      "If the course sets no status, it stays “incomplete”.",
    answers: shown,
  },
  liar: {
    name: "Returns true, saves nothing",
    group: "Troubled",
    about: "Each commit returns “true”; nothing is ever saved.",
    answers: "Nothing is saved.",
  },
  expired: {
    name: "Login ends after 60 calls",
    group: "Troubled",
    about: "Every call after the 60th fails (301).",
    answers: shown,
  },
  throwing: {
    name: "Broken adapter",
    group: "Troubled",
    about: "After 40 calls every commit throws an error.",
    answers: shown,
  },
  slow: { name: "Slow", group: "Troubled", about: "Each call blocks the page for 200 ms.", answers: shown },
  late: { name: "Late", group: "Troubled", about: "The adapter appears 1.5 seconds after the course.", answers: shown },
  booleans: {
    name: "Booleans",
    group: "Troubled",
    about: "Returns booleans where the standard requires text.",
    answers: shown,
  },
  "no-finish": {
    name: "Forgets at the end",
    group: "Troubled",
    about: "LMSFinish saves nothing that was not committed.",
    answers: shown,
  },
};

/** Names and descriptions of the faults that can be switched on while a course is played. */
export const faultNames: Readonly<Record<Fault, { readonly name: string; readonly about: string }>> = {
  offline: { name: "No network", about: "Commits do not arrive. The result depends on the LMS." },
  "long-data": {
    name: "Long data refused",
    about: `Suspend data of more than ${shortColumn} characters is refused (405).`,
  },
  "lost-commits": {
    name: "Commits are lost",
    about: "A commit returns “true”, but values set since the last one never arrive.",
  },
  slow: { name: "Slow LMS", about: "Each call blocks the page for 200 ms." },
  expired: { name: "Login expired", about: "Every call fails (301) until this is switched off." },
  vanished: { name: "The LMS vanishes", about: "Every call throws, as if the LMS's window had been closed." },
  "yes-sayer": { name: "Yes to everything", about: "Each value and commit returns “true”; nothing is saved." },
};

/** Meanings of the SCORM 1.2 error codes (RTE 1.2, 3.3.2). */
export const errorMeanings: Readonly<Record<string, string>> = {
  "101": "general exception",
  "201": "invalid argument",
  "202": "element cannot have children",
  "203": "element is not an array",
  "301": "not initialized",
  "401": "not implemented",
  "402": "a keyword, cannot be set",
  "403": "read only",
  "404": "write only",
  "405": "incorrect data type",
};
