import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { launch, type Record12, type StrictLms } from "../../src/browser/lms/strict";
import type { CourseData, EarlierLayout } from "../../src/browser/player/core/course-data";
import { checksOf, itemsOf, pagesOf } from "../../src/browser/player/core/course-data";
import { drawn } from "../../src/browser/player/core/draw";
import type { CourseState, Status } from "../../src/browser/player/core/state";
import type { Scorm12Api } from "../../src/browser/player/lms/find-api";
import { Scorm12 } from "../../src/browser/player/lms/scorm12";
import { startSession, type Session } from "../../src/browser/player/lms/session";
import { courseOf } from "./support";
import { World } from "./world";

// Restores learners of earlier releases (tests/fixtures) with the player of this release. UpgradeTests does the same in
// current packages.

/** Data stored for a learner by an earlier release, and the progress that this release restored from it. */
interface Fixture {
  readonly course: string;
  readonly lms: Record12;
  readonly device: Readonly<Record<string, string>>;
  readonly restored: {
    readonly status: Status;
    readonly best: number | null;
    readonly met: boolean;
    readonly attemptsUsed: number;
    readonly written: number;
    readonly page: string;
    readonly seen: readonly string[];
    readonly checks: Readonly<Record<string, { response: number; tries: number; right: boolean }>>;
    readonly attempt: {
      readonly seed: number;
      readonly sent: boolean;
      readonly asked: readonly string[];
      readonly answers: Readonly<Record<string, { response: number }>>;
    } | null;
  };
}

/** The members of a release's .state.json that the tests need. */
interface Layout {
  readonly id: string;
  readonly hash: string;
  readonly modules: readonly { readonly pages: readonly string[] }[];
  readonly questions: EarlierLayout["questions"];
  readonly assessment: {
    readonly attempts: number | null;
    readonly passMark: number;
    readonly draw?: EarlierLayout["draw"];
  } | null;
}

interface Learner {
  readonly name: string;
  readonly fixture: Fixture;
  readonly course: CourseData;
  readonly layout: EarlierLayout;
}

// From src/browser/out/tests.
const repository = new URL("../../../../", import.meta.url);
const names = (folder: string): string[] => readdirSync(new URL(folder, repository)).sort();
const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, repository), "utf8")) as T;

/** A course with the layout of a release. Members that are not in a layout do not matter for restoring. */
function courseWith({ id, hash, modules, questions, assessment }: Layout): CourseData {
  const plain = courseOf({ pages: 1, checks: 1, items: assessment ? 1 : 0 });
  return {
    ...plain,
    id,
    hash,
    modules: [{ id: "one", file: null, pages: modules.flatMap(({ pages }) => pages) }],
    questions: questions.map((question) => ({ ...plain.questions[0]!, ...question })),
    assessment: plain.assessment && assessment && { ...plain.assessment, ...assessment, draw: assessment.draw ?? [] },
    tracking: assessment
      ? { ...plain.tracking, completedBy: ["assessment"], score: "assessment", report: "passed-failed" }
      : { ...plain.tracking, completedBy: ["pages"], score: "checks", report: "completed-incomplete" },
  };
}

const layoutOf = (course: CourseData): EarlierLayout => ({
  hash: course.hash,
  pages: pagesOf(course),
  assessment: course.assessment !== null,
  draw: course.assessment?.draw ?? [],
  questions: course.questions.map(({ id, kind, options, bits, assessed }) => ({ id, kind, options, bits, assessed })),
});

function learnersOf(folder: string): Learner[] {
  return names(`tests/fixtures/${folder}`).map((file) => {
    const fixture = read<Fixture>(`tests/fixtures/${folder}/${file}`);
    const hash = fixture.lms["cmi.suspend_data"]?.split(".")[1];
    const layouts = `courses/${fixture.course}/layouts`;
    const layout = names(layouts)
      .map((name) => read<Layout>(`${layouts}/${name}`))
      .find((one) => one.hash === hash);
    assert.ok(layout, `${layouts} has no layout ${hash}, which ${folder}/${file} needs`);
    const course = courseWith(layout);
    return { name: `${folder}/${file}`, fixture, course, layout: layoutOf(course) };
  });
}

const releases = names("tests/fixtures").filter((name) => /^\d/.test(name));
const coursesOf = (release: string): string[] => names(`tests/fixtures/${release}`);
const folders = releases.flatMap((release) => coursesOf(release).map((course) => `${release}/${course}`));
const learners = folders.flatMap(learnersOf);

interface Launched {
  readonly lms: StrictLms;
  readonly session: Session;
}

function start(course: CourseData, before: Record12, kept: Readonly<Record<string, string>>): Launched {
  const lms = launch(before);
  const api = new Scorm12(lms.API as unknown as Scorm12Api);
  api.initialize();
  return { lms, session: startSession(course, api, World.withStorage(new Map(Object.entries(kept)))) };
}

/** A launch on another device: only the LMS has the progress. */
const withLms = (course: CourseData, { lms }: Fixture): Launched => start(course, lms, {});

/** A launch on the learner's device: LMS and device have the progress. */
const withBoth = (course: CourseData, { lms, device }: Fixture): Launched => start(course, lms, device);

/** A launch on the learner's device, with an LMS that lost everything. Finished progress is offered and restored. */
function withDevice(course: CourseData, { device, restored }: Fixture): Launched {
  const it = start(course, {}, device);
  const isFinal = restored.status !== "incomplete";
  assert.equal(it.session.offered, isFinal);
  assert.equal(it.session.restored, !isFinal);
  if (isFinal) it.session.bringBack();
  return it;
}

/** A state with ids instead of indexes, in the format of a fixture. */
function byIds(course: CourseData, state: CourseState): Fixture["restored"] {
  const { status, best, met, attemptsUsed, written, attempt } = state;
  const [pages, items] = [pagesOf(course), itemsOf(course)];
  const asked = attempt ? drawn(course, attempt.seed) : [];
  const answers = asked.flatMap((index) => {
    const response = attempt?.responses[index] ?? null;
    return response === null ? [] : [[items[index]?.id ?? "", { response }] as const];
  });
  return {
    status,
    best,
    met,
    attemptsUsed,
    written,
    page: pages[state.page] ?? "",
    seen: pages.filter((_, index) => state.seen[index]),
    checks: Object.fromEntries(
      checksOf(course).flatMap(({ id }, index) => {
        const check = state.checks[index];
        return check ? [[id, check]] : [];
      }),
    ),
    attempt: attempt && {
      seed: attempt.seed,
      sent: attempt.submitted,
      asked: asked.map((index) => items[index]?.id ?? ""),
      answers: Object.fromEntries(answers),
    },
  };
}

type Keeps = (id: string) => boolean;

/** The expected progress: everything in a fixture that still exists in the course. */
function expected(course: CourseData, fixture: Fixture, keeps: Keeps, keepsAttempt = true): Fixture["restored"] {
  const { status, best, met, attemptsUsed, written, page, seen, checks, attempt } = fixture.restored;
  const pages = pagesOf(course);
  const kept = Object.entries(checks).filter(([id]) => keeps(id));
  const answers = Object.entries(attempt?.answers ?? {}).map(([id, { response }]) => [id, { response }] as const);
  return {
    status,
    best,
    met,
    attemptsUsed,
    written,
    page: pages.includes(page) ? page : (pages[0] ?? ""),
    seen: pages.filter((id) => seen.includes(id)),
    checks: Object.fromEntries(kept.map(([id, { response, tries, right }]) => [id, { response, tries, right }])),
    attempt:
      keepsAttempt && attempt
        ? { seed: attempt.seed, sent: attempt.sent, asked: attempt.asked, answers: Object.fromEntries(answers) }
        : null,
  };
}

/** Asserts that status and score in the LMS stay the same, and that the next launch restores the same state. */
function holds(course: CourseData, { lms, session }: Launched, fixture: Fixture): void {
  assert.equal(lms.stored()["cmi.core.lesson_status"], fixture.lms["cmi.core.lesson_status"]);
  // Without an assessment the score is the share of the knowledge checks, and there may be more of them now.
  if (course.assessment || course.earlier.length === 0) {
    assert.equal(lms.stored()["cmi.core.score.raw"], fixture.lms["cmi.core.score.raw"]);
  }
  const { revision: _, ...now } = session.state;
  const { revision: __, ...next } = start(course, lms.stored(), {}).session.state;
  assert.deepEqual(next, { ...now, seen: next.seen });
  assert.deepEqual(
    lms.calls.filter((call) => call.error !== "0"),
    [],
  );
}

/**
 * A changed course: of three checks one stays, one is removed, one gets an option; pages and checks change their order.
 */
function changed({ course, layout }: Learner, bookmark: string): { next: CourseData; keeps: Keeps } {
  const checks = checksOf(course);
  const fate = (id: string): number => checks.findIndex((check) => check.id === id) % 3;
  const gone = pagesOf(course).find((page) => page !== bookmark);
  const wider = checks
    .filter(({ id }) => fate(id) !== 1)
    .map((check) => (fate(check.id) === 2 ? { ...check, options: check.options + 1, bits: check.bits + 1 } : check));
  const pages = [
    "of-today",
    ...pagesOf(course)
      .filter((page) => page !== gone)
      .reverse(),
  ];
  return {
    next: {
      ...course,
      hash: "next",
      earlier: [layout],
      modules: [{ id: "one", file: null, pages }],
      questions: [{ ...course.questions[0]!, id: "of-today", assessed: false }, ...wider.reverse(), ...itemsOf(course)],
    },
    keeps: (id) => fate(id) === 0,
  };
}

test("Every course of a release has fixtures: a new learner, one with wrong answers, one who has finished", () => {
  assert.deepEqual(names("tests/fixtures/0.3"), ["hello", "protect", "protect-core", "showcase"]);
  for (const folder of folders) {
    const here = learners.filter(({ name }) => name.startsWith(`${folder}/`)).map(({ fixture }) => fixture.restored);
    assert.ok(
      here.some(({ status }) => status === "passed" || status === "completed"),
      folder,
    );
    assert.ok(
      here.some(({ checks, best }) => best === 0 || Object.values(checks).some(({ right }) => !right)),
      folder,
    );
    assert.ok(
      here.some(({ checks, attempt }) => Object.keys(checks).length === 0 && !attempt),
      folder,
    );
  }
});

for (const learner of learners) {
  const { name, fixture, course, layout } = learner;
  for (const [place, open] of [
    ["the LMS", withLms],
    ["the device", withDevice],
    ["both", withBoth],
  ] as const) {
    test(`${name} is restored from ${place}`, () => {
      const it = open(course, fixture);
      assert.deepEqual(
        byIds(course, it.session.state),
        expected(course, fixture, () => true),
      );
      holds(course, it, fixture);
    });

    test(`${name} is restored from ${place} in a changed course`, () => {
      const { next, keeps } = changed(learner, fixture.restored.page);
      const it = open(next, fixture);
      assert.deepEqual(byIds(next, it.session.state), expected(next, fixture, keeps));
      holds(next, it, fixture);
    });

    test(`${name} keeps the result from ${place} after a change of an assessed question`, () => {
      const [first] = itemsOf(course);
      const wider = first && { ...first, options: first.options + 1, bits: first.bits + 1 };
      const questions = course.questions.map((one) => (one === first && wider ? wider : one));
      const next = { ...course, hash: "next", earlier: [layout], questions };
      const it = open(next, fixture);
      assert.deepEqual(
        byIds(next, it.session.state),
        expected(next, fixture, () => true, first === undefined),
      );
      holds(next, it, fixture);
    });
  }

  test(`${name} keeps status, result, attempts and page if the layout is unknown`, () => {
    const next = { ...course, hash: "next" };
    const it = withLms(next, fixture);
    assert.deepEqual(byIds(next, it.session.state), { ...expected(next, fixture, () => false, false), seen: [] });
    holds(next, it, fixture);
  });
}
