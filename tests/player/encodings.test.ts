import assert from "node:assert/strict";
import { test } from "node:test";
import { launch } from "../../src/browser/lms/strict";
import { answerCheck, answerItem, startAttempt, submitAttempt } from "../../src/browser/player/core/answers";
import { encode } from "../../src/browser/player/core/codec";
import type { Course } from "../../src/browser/player/core/course";
import { visit } from "../../src/browser/player/core/progress";
import type { Scorm12Api } from "../../src/browser/player/lms/find-api";
import { Scorm12 } from "../../src/browser/player/lms/scorm12";
import { startSession, type Session } from "../../src/browser/player/lms/session";
import { courseOf, interaction, parts } from "./support";
import { World } from "./world";

/** A course that counts its encodings: each one reads the hash of the layout once. */
function counted(interactions: boolean): { course: Course; count: () => number } {
  let reads = 0;
  const plain = courseOf({ pages: 4, checks: 2, items: 2, tracking: { interactions } });
  const course = Object.defineProperty({ ...plain }, "hash", {
    enumerable: true,
    get() {
      reads++;
      return plain.hash;
    },
  });
  return {
    course,
    count() {
      const since = reads;
      reads = 0;
      return since;
    },
  };
}

for (const interactions of [true, false]) {
  const how = interactions ? "with" : "without";
  for (const place of ["LMS", "browser"] as const) {
    test(`Each save in the ${place} encodes the state once, ${how} interactions`, () => {
      const { course, count } = counted(interactions);
      const lms = new Scorm12(launch().API as unknown as Scorm12Api);
      lms.initialize();
      const world = World.withStorage();
      const session: Session = startSession(course, place === "LMS" ? lms : null, world, parts);
      count();
      encode(course, session.state);
      assert.equal(count(), 1, "the counter counts");
      const answer = (right: boolean): void => {
        session.journal(interaction("check-0", right));
        session.update(answerCheck(session.state, course, 0, Number(right), right), "now");
      };
      const steps: readonly (() => void)[] = [
        () => answer(false),
        () => answer(true),
        () => session.update(startAttempt(session.state, 42), "now"),
        () => session.update(answerItem(session.state, 0, 1), "now"),
        () => session.update(submitAttempt(session.state, course, [1, 1]), "now"), // two commits
        () => {
          session.update(visit(session.state, course, 2), "soon");
          world.pass(1_500);
        },
      ];
      assert.deepEqual(
        steps.map((step) => {
          step();
          return count();
        }),
        steps.map(() => 1),
      );
      session.update(visit(session.state, course, 2), "now"); // nothing has changed
      world.happen("hidden"); // only the session time has changed
      assert.equal(count(), 0);
    });
  }
}
