import type { ServerRecord } from "../../src/browser/lms/recording-lms";
import { isIgnored } from "../../src/browser/lms/server";
import { simulatedLms } from "../../src/browser/lms/simulated-lms";
import type { Course } from "../../src/browser/player/core/course";
import { decode } from "../../src/browser/player/core/codec";
import { merge, same, type CourseState } from "../../src/browser/player/core/state";
import type { Saving } from "../../src/browser/player/lms/saving";
import type { Session } from "../../src/browser/player/lms/session";
import { banners, closingOf, welcomeOf } from "../../src/browser/player/page/saving-words";

/** What is known about a learner at the moment a sentence is shown. */
export interface Situation {
  readonly session: Session;
  readonly simulated: string;
  /** The last state, and the state of the LMS's server now and before this launch. */
  readonly state: CourseState;
  readonly stored: CourseState | null;
  readonly storedStatus: string | undefined;
  readonly storedBefore: CourseState | null;
  /** Progress that the learner has surely made; null before the first step. */
  readonly made: CourseState | null;
  /** Whether a commit or the network has failed since the launch. */
  readonly isFailing: boolean;
  readonly hasOtherWindow: boolean;
  /** Whether the LMS or the device had a state of the course before its update. */
  readonly isUpdated: boolean;
  /** Whether the LMS or the device had a state of the course after its update. */
  readonly hasRelease: boolean;
  /** The page's id in the LMS before this launch. */
  readonly bookmark: string | undefined;
  /** The revision of the state in the LMS before this launch. */
  readonly revision: number;
}

const has = (stored: CourseState | null, state: CourseState): boolean =>
  stored !== null && same(merge(stored, { ...state, revision: -1 }), stored);

function confirmsFalsely({ simulated, storedStatus }: Situation): boolean {
  const { traits } = simulatedLms(simulated);
  return traits.savesNothing || !traits.commitSaves || isIgnored(traits, storedStatus);
}

/** Every sentence about saving, and the condition under which it is true. */
export const conditions: Readonly<
  Record<string, { readonly when: string; readonly holds: (it: Situation) => boolean }>
> = {
  saved: {
    when: "The LMS has the state and a pass. One that confirms what it does not store cannot be recognized.",
    holds: (it) =>
      confirmsFalsely(it) ||
      (has(it.stored, it.state) && (it.state.status !== "passed" || it.storedStatus === "passed")),
  },
  saving_trying: {
    when: "The LMS lacks a part of the state, or a failure makes that possible; the player still tries.",
    holds: (it) => !has(it.stored, it.state) || it.isFailing,
  },
  saving_failed: {
    when: "The LMS lacks a part of the state, or a failure makes that possible; the player still tries.",
    holds: (it) => !has(it.stored, it.state) || it.isFailing,
  },
  closing_failed: {
    when: "The LMS lacks a part of the state, or a failure makes that possible; this device has it.",
    holds: (it) => !has(it.stored, it.state) || it.isFailing,
  },
  saving_elsewhere: { when: "Another window has the course open.", holds: (it) => it.hasOtherWindow },
  restored: {
    when: "The LMS lacked a part of the state that the learner had made, and now it is back.",
    holds: (it) => !has(it.storedBefore, it.state),
  },
  resumed: {
    when: "Nothing is missing that the learner had made up to the last complete step, but what a notice named.",
    holds: (it) => isOfAnUpdate(it) || it.made === null || has(it.state, { ...it.made, seen: it.state.seen }),
  },
  updated: { when: "The course has changed since a state was stored.", holds: (it) => it.isUpdated },
  back_place: {
    when: "The learner's page is in the course, and is the one that opens.",
    holds: (it) => it.made === null || it.state.page === it.made.page,
  },
  back_no_place: {
    when: "The LMS fails, or it does not have the page of the latest state.",
    holds: (it) => it.isFailing || !it.bookmark || it.revision < it.state.revision,
  },
  back_result: {
    when: "No result of the learner is missing.",
    holds: (it) => it.made === null || (it.state.best ?? -1) >= (it.made.best ?? -1),
  },
  back_not_answers: {
    when: "The answers of before are not there.",
    holds: (it) => it.state.checks.every((check) => check === null) && it.state.attempt === null,
  },
  back_not_pages: {
    when: "An answer is missing, on each of the pages.",
    holds: (it) => (it.session.loss?.pages ?? []).length > 0,
  },
  kept_browser: {
    when: "There is no LMS, and this browser keeps progress.",
    holds: (it) => it.session.connection === "browser",
  },
  kept_memory: { when: "There is no LMS, and no storage.", holds: (it) => it.session.connection === "memory" },
  walled: { when: "The LMS's page has another origin.", holds: () => false },
  mode_review: { when: "The LMS opened the course for review.", holds: (it) => it.session.mode === "review" },
  mode_browse: { when: "The LMS opened the course for browsing.", holds: (it) => it.session.mode === "browse" },
};

/** Whether an earlier launch of the updated course has stored a state. */
const isOfAnUpdate = ({ made, state, hasRelease }: Situation): boolean =>
  hasRelease && made !== null && made.seen.length !== state.seen.length;

interface Observed {
  readonly session: Session;
  readonly simulated: string;
  readonly server: ServerRecord;
  readonly isFailing: boolean;
  readonly isClosing: boolean;
  readonly isUpdated: boolean;
  readonly hasRelease: boolean;
  readonly bookmark: string | undefined;
  readonly revision: number;
  readonly safe: CourseState | null;
  readonly bus: ReadonlyMap<string, ReadonlySet<unknown>>;
}

/** Evaluates each sentence when it is shown. */
export class Claims {
  /** The sentences shown to any learner. */
  static readonly shown = new Set<string>();
  readonly untrue: string[] = [];
  private before: CourseState | null = null;

  welcome(of: Observed, before: CourseState | null): void {
    this.before = before;
    for (const key of welcomeOf(of.session, false)) this.check(key, of);
  }

  /** Must be called for each change: of the banner, or of the closing page. */
  saving(of: Observed, saving: Saving): void {
    const key = of.isClosing ? closingOf(of.session, saving) : banners[saving];
    if (key) this.check(key, of);
  }

  private check(key: string, of: Observed): void {
    const { session, simulated, server, safe } = of;
    Claims.shown.add(key);
    const situation: Situation = {
      session,
      simulated,
      state: session.state,
      stored: decoded(session.course, server),
      storedStatus: server.get("cmi.core.lesson_status"),
      storedBefore: this.before,
      made: safe,
      isFailing: of.isFailing,
      isUpdated: of.isUpdated,
      hasRelease: of.hasRelease,
      bookmark: of.bookmark,
      revision: of.revision,
      hasOtherWindow: [...of.bus.values()].some((windows) => windows.size > 1),
    };
    if (!conditions[key]?.holds(situation)) this.untrue.push(`“${key}” is not true`);
  }
}

/** The state on an LMS's server; null if there is none. */
export function decoded(course: Course, server: ServerRecord): CourseState | null {
  const stored = decode(course, server.get("cmi.suspend_data") ?? "");
  return stored.kind === "same" ? stored.state : null;
}
