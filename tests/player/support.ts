import type { Course } from "../../src/browser/player/core/course";
import type { QuestionData } from "../../src/browser/player/core/course-data";
import { deal } from "../../src/browser/player/core/decks";
import { drawn } from "../../src/browser/player/core/draw";
import * as layouts from "../../src/browser/player/core/migrate";
import { fresh, type Attempt, type CourseState } from "../../src/browser/player/core/state";
import type { Interaction } from "../../src/browser/player/lms/driver";
import { openNotes } from "../../src/browser/player/lms/private-notes";
import { openJournal } from "../../src/browser/player/lms/scorm12-interactions";
import type { SessionParts } from "../../src/browser/player/lms/session";

/** The parts of a session that a course with questions and notes has. */
export const parts: SessionParts = { openJournal, openNotes };

/** An answer to a question with two options, of which the second is right. */
export const interaction = (id: string, right: boolean, more: Partial<Interaction> = {}): Interaction => ({
  id,
  answer: { type: "choice", options: 2, chosen: [right ? 1 : 0], right: [1] },
  verdict: right ? "right" : "wrong",
  weight: 1,
  latencyMs: 10,
  ...more,
});

/** Generates random integers below `most`, the same in every run. */
export function randoms(seed: number): (most: number) => number {
  let state = seed >>> 0 || 1;
  return (most) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % most;
  };
}

export interface Plan {
  pages: number;
  checks: number;
  items: number;
  attempts?: number | null;
  tracking?: Partial<Course["tracking"]>;
  passMark?: number;
  weights?: readonly number[];
  /** Number of questions per draw; with two draws each takes from one half of the items. */
  draw?: readonly number[];
  /** The assessment closes after this many failed attempts; each item then names a page after the first. */
  reviewAfter?: number;
}

function drawsOf({ draw = [], items }: Plan): { count: number; of: number[] }[] {
  const all = Array.from({ length: items }, (_, index) => index);
  return draw.map((count, at) => ({ count, of: all.filter((index) => index % draw.length === at) }));
}

export function courseOf(plan: Plan): Course {
  const pages = Array.from({ length: plan.pages }, (_, index) => `page-${index}`);
  const question = (index: number, assessed: boolean): QuestionData => ({
    id: `${assessed ? "item" : "check"}-${index}`,
    kind: "single-choice",
    page: pages[0] ?? "",
    options: 2 + (index % 5),
    bits: 1 + (index % 5),
    weight: (assessed && plan.weights?.[index]) || 1,
    assessed,
    parts: 1,
    private: false,
    critical: false,
    confidence: false,
    shuffle: false,
    review: assessed && plan.reviewAfter ? (pages[1 + (index % (pages.length - 1))] ?? null) : null,
  });
  return {
    id: "course",
    version: "1.0.0",
    language: "en",
    search: "search.js",
    languages: [],
    title: "Course",
    hash: "h4sh",
    modules: [{ id: "one", file: null, pages }],
    questions: [
      ...Array.from({ length: plan.checks }, (_, i) => question(i, false)),
      ...Array.from({ length: plan.items }, (_, i) => question(i, true)),
    ],
    assessment:
      plan.items > 0
        ? {
            page: pages[0] ?? "",
            attempts: plan.attempts ?? null,
            passMark: plan.passMark ?? 80,
            shuffleQuestions: true,
            credit: "whole",
            keep: "best",
            feedback: "end",
            draw: drawsOf(plan),
            ...(plan.reviewAfter ? { reviewAfter: plan.reviewAfter } : {}),
          }
        : null,
    tracking: {
      completedBy: plan.items > 0 ? ["assessment"] : ["pages"],
      score: plan.items > 0 ? "assessment" : "none",
      report: "passed-failed",
      decidedBy: "course",
      interactions: true,
      savesAtFinish: false,
      ...plan.tracking,
    },
    limits: { suspendData: 4096, location: 255, text: 255 },
    gates: [],
    pretests: [],
    earlier: [],
    strings: {},
    keys: {},
    deal,
    layouts,
  };
}

/** A random state; "full" answers every question. */
export function randomState(course: Course, random: (most: number) => number, full?: "full"): CourseState {
  const answered = (): boolean => full === "full" || random(3) > 0;
  const empty = fresh(course);
  const assessed = course.questions.filter((question) => question.assessed);
  const statuses = ["incomplete", "completed", "failed", "passed"] as const;
  return {
    revision: random(2_000_000),
    status: statuses[random(4)] ?? "incomplete",
    best: random(2) ? random(10_001) : null,
    met: random(2) === 1,
    attemptsUsed: random(16),
    written: random(4096),
    page: random(empty.seen.length),
    seen: empty.seen.map(() => random(2) === 1),
    checks: course.questions
      .filter((question) => !question.assessed)
      .map((question) =>
        answered() ? { response: random(2 ** question.bits), tries: random(4), right: random(2) === 1 } : null,
      ),
    attempt: course.assessment && answered() ? randomAttempt() : null,
    review: empty.review && {
      failed: random(16),
      pages: empty.seen.flatMap((_, page) => (full === "full" || random(2) ? [page] : [])),
    },
  };

  function randomAttempt(): Attempt {
    const seed = random(2 ** 32);
    const asked = drawn(course, seed);
    return {
      seed,
      submitted: random(2) === 1,
      responses: assessed.map((question, index) =>
        asked.includes(index) && answered() ? random(2 ** question.bits) : null,
      ),
    };
  }
}
