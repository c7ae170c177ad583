import type { Fault } from "./runtime";
import { shortColumn } from "./runtime";
import type { Personality } from "./personalities";

/** What a character is called, and in words what its row of traits changes. */
export interface Character {
  readonly name: string;
  readonly group: "Systems" | "The standard" | "Troubled";
  readonly about: string;
  /** What its reports show of answers. */
  readonly answers: string;
}

const shown = "Teachers see each answer.";

/** In the order they are offered. A table, beside the one of traits. */
export const characters: Readonly<Record<Personality, Character>> = {
  standard: {
    name: "SCORM 1.2 at its word",
    group: "The standard",
    about: "Every element, strict errors, 4,096 characters of suspend data.",
    answers: shown,
  },
  strict: {
    name: "Strict: nothing optional",
    group: "The standard",
    about: "What SCORM 1.2 leaves optional is not there (401): no interactions, no score bounds, no mastery score.",
    answers: "Answers are refused.",
  },
  moodle: {
    name: "Moodle",
    group: "Systems",
    about:
      "64,000 characters of suspend data. Without a network a commit still says “true”, and nothing is kept. A mastery score overrides the status at the end.",
    answers: "Teachers see each answer: id, given, right, result.",
  },
  ilias: {
    name: "ILIAS",
    group: "Systems",
    about: "Interactions are counted from 0 at each launch. A mastery score turns “completed” into “failed” below it.",
    answers: "Answers are shown where an administrator keeps them on.",
  },
  chamilo: {
    name: "Chamilo",
    group: "Systems",
    about: "Always says “true”, never tells an error; text with backslashes or apostrophes comes back changed.",
    answers: "Answers are shown, patterns one after the other.",
  },
  edx: {
    name: "Open edX",
    group: "Systems",
    about: "Always says “true”, never tells an error; status, score and mode read back empty. No mastery score.",
    answers: "Answers are not kept.",
  },
  openolat: {
    name: "OpenOlat",
    group: "Systems",
    about: "64,000 characters, always says “true”. A mastery score overrides the status; none set stays “incomplete”.",
    answers: shown,
  },
  liar: {
    name: "Says yes, keeps nothing",
    group: "Troubled",
    about: "Each commit says “true”; nothing is ever kept.",
    answers: "Nothing is kept.",
  },
  expired: {
    name: "Login ends after 60 calls",
    group: "Troubled",
    about: "From the 61st call on, everything fails (301).",
    answers: shown,
  },
  throwing: {
    name: "Broken adapter",
    group: "Troubled",
    about: "After 40 calls each commit throws an error.",
    answers: shown,
  },
  slow: { name: "Slow", group: "Troubled", about: "Each call holds the page up for 200 ms.", answers: shown },
  late: { name: "Late", group: "Troubled", about: "The adapter appears 1.5 seconds after the course.", answers: shown },
  booleans: {
    name: "Booleans",
    group: "Troubled",
    about: "Answers true and false where the standard says text.",
    answers: shown,
  },
  "no-finish": {
    name: "Forgets at the end",
    group: "Troubled",
    about: "LMSFinish keeps nothing that was not committed.",
    answers: shown,
  },
};

/** What can go wrong while a course is played, as it is offered. A table. */
export const faultNames: Readonly<Record<Fault, { readonly name: string; readonly about: string }>> = {
  offline: { name: "No network", about: "Commits do not arrive; what the LMS says then is its character." },
  "long-data": {
    name: "Long data refused",
    about: `Suspend data of more than ${shortColumn} characters is refused (405).`,
  },
  "lost-commits": {
    name: "Commits are lost",
    about: "A commit says “true”; what was set since the last one never arrives.",
  },
  slow: { name: "Slow LMS", about: "Each call holds the page up for 200 ms." },
  expired: { name: "Login expired", about: "Every call fails (301) until it is switched off." },
  vanished: { name: "The LMS vanishes", about: "Every call throws, as when the window of the LMS was closed." },
  "yes-sayer": { name: "Yes to everything", about: "Each value and commit is “true”; nothing is kept." },
};

/** What an error code of SCORM 1.2 means (RTE 1.2, 3.3.2). */
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
