import assert from "node:assert/strict";
import { test } from "node:test";
import { launch, type Record12 } from "../../src/browser/lms/strict";
import { answerCheck, answerItem, startAttempt, submitAttempt } from "../../src/browser/player/core/answers";
import type { Course } from "../../src/browser/player/core/course";
import { checksOf, pagesOf } from "../../src/browser/player/core/course-data";
import { visit } from "../../src/browser/player/core/progress";
import type { Scorm12Api } from "../../src/browser/player/lms/find-api";
import { Scorm12 } from "../../src/browser/player/lms/scorm12";
import { startSession, type Session } from "../../src/browser/player/lms/session";
import { welcomeOf } from "../../src/browser/player/page/saving-words";
import { courseOf, parts } from "./support";
import { World } from "./world";

// Notices at the first launch after an update of the course.

const plain = courseOf({ pages: 4, checks: 3, items: 2, attempts: 3 });
/** Each question on a page of its own. */
const course: Course = {
  ...plain,
  hash: "0ld_",
  questions: plain.questions.map((question, index) =>
    question.assessed ? question : { ...question, page: `page-${index + 1}` },
  ),
};
const layout = {
  hash: course.hash,
  pages: pagesOf(course),
  questions: course.questions,
  assessment: true,
  draw: [],
};
const known: Course = { ...course, hash: "n3w_", earlier: [layout] };
const unknown: Course = { ...course, hash: "n3w_" };
const wider = (ids: readonly string[], of: Course = known): Course => ({
  ...of,
  questions: of.questions.map((one) => (ids.includes(one.id) ? { ...one, options: 9, bits: one.bits + 1 } : one)),
});
const without = (page: string, of: Course): Course => ({
  ...of,
  modules: [{ id: "one", file: null, pages: pagesOf(of).filter((id) => id !== page) }],
});

type Steps = (session: Session) => void;
const nothing: Steps = () => undefined;
const answers: Steps = (session) => {
  for (const index of [0, 1]) session.update(answerCheck(session.state, course, index, 1, true));
  session.update(visit(session.state, course, 2));
};
const attempt: Steps = (session) => {
  answers(session);
  session.update(startAttempt(session.state, 42));
  session.update(answerItem(session.state, 0, 1));
};
const result: Steps = (session) => {
  attempt(session);
  session.update(submitAttempt(session.state, course, [1, 0]));
};

interface Places {
  readonly lms: Record12;
  readonly device: Map<string, string>;
}

function open(of: Course, { lms, device }: Places, mode?: "review"): { session: Session; after: Places } {
  const strict = launch(lms, mode && { mode });
  const api = new Scorm12(strict.API as unknown as Scorm12Api);
  assert.ok(api.initialize());
  const session = startSession(of, api, World.withStorage(device), parts);
  return {
    session,
    get after() {
      return { lms: strict.stored(), device };
    },
  };
}

function learned(steps: Steps): Places {
  const it = open(course, { lms: {}, device: new Map() });
  steps(it.session);
  it.session.finish();
  return it.after;
}

const places: readonly [string, (of: Places) => Places][] = [
  ["the LMS", ({ lms }) => ({ lms, device: new Map() })],
  ["both", (of) => of],
];

for (const [name, of] of places) {
  const reads = (next: Course, steps: Steps): string[] => welcomeOf(open(next, of(learned(steps))).session, false);
  const losing = (next: Course, steps: Steps): readonly string[] | null | undefined =>
    open(next, of(learned(steps))).session.loss?.pages;

  test(`From ${name}: after an update that changes none of it, the learner is where they left off`, () => {
    for (const steps of [nothing, answers, attempt, result])
      for (const next of [course, known, wider(["check-2"]), without("page-3", known)])
        assert.deepEqual(reads(next, steps), ["resumed"]);
  });

  test(`With progress from ${name}: an unknown layout never reads as if everything was back`, () => {
    assert.deepEqual(reads(unknown, answers), ["updated", "back_place", "back_not_answers"]);
    assert.deepEqual(reads(unknown, result), ["updated", "back_place", "back_result", "back_not_answers"]);
    assert.deepEqual(reads(without("page-2", unknown), answers), ["updated", "back_no_place", "back_not_answers"]);
  });

  test(`With progress from ${name}: pages whose changed questions had answers are named, and no others`, () => {
    assert.deepEqual(losing(wider(["check-0"]), answers), ["page-1"]);
    assert.deepEqual(losing(wider(["check-0", "check-1", "check-2"]), answers), ["page-1", "page-2"]);
    assert.deepEqual(losing(wider(["item-0"]), answers), undefined);
    assert.deepEqual(losing(wider(["item-0"]), attempt), [course.assessment?.page]);
    assert.deepEqual(reads(wider(["check-0"]), answers), ["updated", "back_place", "back_not_pages"]);
    assert.deepEqual(reads(wider(["item-0"]), result), ["updated", "back_place", "back_result", "back_not_pages"]);
  });

  test(`With progress from ${name}: a removed question is not missed, a removed page of the learner is`, () => {
    const shorter = { ...known, questions: known.questions.filter(({ id }) => id !== "check-0") };
    assert.deepEqual(reads(shorter, answers), ["resumed"]);
    assert.deepEqual(reads(without("page-2", shorter), answers), ["updated", "back_no_place"]);
  });

  test(`With progress from ${name}: the second launch after an update reads as any other`, () => {
    const first = open(unknown, of(learned(answers)));
    first.session.finish();
    assert.deepEqual(welcomeOf(open(unknown, first.after).session, false), ["resumed"]);
  });

  test(`With progress from ${name}: a review or a visit after an update says what is missing, too`, () => {
    const before = of(learned(result));
    const review = open(unknown, before, "review");
    assert.deepEqual(welcomeOf(review.session, false), [
      "mode_review",
      ...["updated", "back_place", "back_result", "back_not_answers"],
    ]);
  });
}

test("Of a damaged state the learner reads that only the page came back", () => {
  const { lms } = learned(answers);
  const damaged = { ...lms, "cmi.suspend_data": `${lms["cmi.suspend_data"] ?? ""}x` };
  const { session } = open(course, { lms: damaged, device: new Map() });
  assert.deepEqual([session.state.page, session.resumed], [2, true]);
  assert.deepEqual(welcomeOf(session, false), ["back_place", "back_not_answers"]);
});

test("Without an LMS the learner reads what an update did not bring back", () => {
  const device = new Map<string, string>();
  const first = startSession(course, null, World.withStorage(device), parts);
  answers(first);
  first.finish();
  const second = startSession(wider(["check-1"]), null, World.withStorage(device), parts);
  assert.deepEqual(welcomeOf(second, false), ["kept_browser", "updated", "back_place", "back_not_pages"]);
});

test("Work that the learner brings back after an update is described, and work that they refuse is not", () => {
  const device = new Map<string, string>();
  const first = startSession(course, null, World.withStorage(device), parts);
  result(first);
  first.finish();
  const { session } = open(unknown, { lms: {}, device });
  assert.ok(session.offered);
  assert.deepEqual(welcomeOf(session, false), []);
  session.bringBack();
  assert.deepEqual(welcomeOf(session, false), ["updated", "back_no_place", "back_result", "back_not_answers"]);
});

test("A newer state of this device decides what the learner reads, not the older one of the LMS", () => {
  const before = learned(answers);
  const online = open(unknown, before);
  answers(online.session);
  // The LMS still has the state of the earlier release.
  const { session } = open(unknown, { lms: before.lms, device: before.device });
  assert.equal(session.loss, null);
  assert.equal(checksOf(unknown).filter((_, index) => session.state.checks[index]).length, 2);
});
