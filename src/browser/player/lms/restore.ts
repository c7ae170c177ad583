import { decode, type Decoded } from "../core/codec";
import { pagesOf, type CourseData } from "../core/course-data";
import { location } from "../core/report";
import { fresh, merge, type CourseState } from "../core/state";
import type { Scorm12 } from "./scorm12";
import type { Snapshot } from "./snapshot";

/** Revisions an attempt has for itself: an attempt begins at a random multiple, so that states of two attempts are told apart. */
const span = 2 ** 18;
const attempts = 2 ** 13;
export const finals: readonly string[] = ["completed", "failed", "passed"];

export interface Beginning {
  readonly state: CourseState;
  readonly resumed: boolean;
  /** The LMS had confirmed work that it does not have; this device had it. */
  readonly restored: boolean;
  /**
   * Work of this device that the LMS holds nothing of: finished, and lost or left behind for a new attempt; or done while there was no LMS to
   * say by whom. Only the learner knows.
   */
  readonly offer: CourseState | null;
}

/**
 * The state to begin with: the LMS's, joined with this device's copy where that is newer. Whether a learner resumes is decided by what
 * decodes, never by what the LMS says of it. Falls back in order: state, what survives a changed course, the page's id, a fresh start.
 */
export function restore(course: CourseData, lms: Scorm12 | null, snapshot: Snapshot, random: () => number): Beginning {
  const began = known(course, lms, snapshot, random);
  const nobodys = fromDecoded(course, decode(course, (lms && snapshot.readNobodys()) ?? ""), 0);
  if (!nobodys) return began;
  return { ...began, offer: began.offer ? merge(began.offer, { ...nobodys, rev: 0 }) : nobodys };
}

function known(course: CourseData, lms: Scorm12 | null, snapshot: Snapshot, random: () => number): Beginning {
  const copy = snapshot.read();
  const local = fromDecoded(course, decode(course, copy?.text ?? ""), 0);
  const told: Decoded = lms ? decode(course, lms.get("cmi.suspend_data")) : { kind: "empty" };
  const place = lms?.get("cmi.core.lesson_location") ?? "";
  const page = pagesOf(course).findIndex((_, index) => location(course, index) === place);
  const own = fromDecoded(course, told, Math.max(0, page));
  const confirmed = (lms && copy?.confirmed) ?? false;

  if (own && local) return join(own, local, confirmed);
  if (own) return begin(own);
  // An LMS that holds nothing although it confirmed finished work may have begun a new attempt. Unfinished work it has lost.
  const emptied = told.kind === "empty" && confirmed;
  if (local && emptied && finals.includes(local.status) && !finals.includes(lms?.get("cmi.core.lesson_status") ?? "")) {
    return { state: anew(course, random), resumed: false, restored: false, offer: local };
  }
  if (local) return { ...begin(local), restored: confirmed };
  const resumed = told.kind === "damaged" && page >= 0;
  return { state: { ...anew(course, random), page: resumed ? page : 0 }, resumed, restored: false, offer: null };
}

const begin = (state: CourseState): Beginning => ({ state, resumed: true, restored: false, offer: null });

function join(own: CourseState, local: CourseState, confirmed: boolean): Beginning {
  const same = Math.floor(own.rev / span) === Math.floor(local.rev / span);
  // An older attempt that the LMS had must not come back into a new one; what it never had is not lost.
  if (!same) return begin(confirmed ? own : merge({ ...local, rev: 0 }, own));
  return { ...begin(merge(own, local)), restored: confirmed && local.rev > own.rev };
}

const anew = (course: CourseData, random: () => number): CourseState => ({
  ...fresh(course),
  rev: (random() % attempts) * span,
});

function fromDecoded(course: CourseData, decoded: Decoded, page: number): CourseState | null {
  if (decoded.kind === "same") return decoded.state;
  return decoded.kind === "changed" ? { ...fresh(course), page, ...decoded.kept } : null;
}
