import { decode, type Decoded } from "../core/codec";
import type { Course } from "../core/course";
import { pagesOf } from "../core/course-data";
import { bookmarkOf } from "../core/report";
import { fresh, isFinal, merge, same, type CourseState } from "../core/state";
import type { Entry, LmsDriver } from "./driver";
import { digest, type Kept, type Snapshot } from "./snapshot";

/**
 * Revisions reserved for an attempt. Each attempt starts at a random multiple, to distinguish the states of two
 * attempts.
 */
const span = 2 ** 18;
const attempts = 2 ** 13;

export interface Beginning {
  readonly state: CourseState;
  readonly resumed: boolean;
  /** Whether the state comes from this device although the LMS had confirmed it: the LMS lost it. */
  readonly restored: boolean;
  /**
   * Progress on this device that is missing in the LMS, to offer to the learner: a finished attempt (lost by the LMS,
   * or followed by a new attempt), or anonymous progress made without an LMS. Only the learner knows which.
   */
  readonly offer: CourseState | null;
  /** Interactions that this device has written and the LMS may not have. */
  readonly entries: readonly Entry[];
  /** Whether the LMS has nothing that another device wrote since the last launch here. */
  readonly isSameHistory: boolean;
  /** Whether the LMS returned everything that this device kept. */
  readonly isReadBack: boolean;
}

/** The state to start with, before the interactions are considered. */
type Found = Omit<Beginning, "entries" | "isSameHistory" | "isReadBack">;

/**
 * Finds the state to start with: that of the LMS, merged with this device's copy if that is newer. Fallbacks in order:
 * the state, the part that is independent of the layout, the page's id, a fresh start. Resuming depends on the decoded
 * state, never on an entry that the LMS reports.
 */
export function restore(course: Course, lms: LmsDriver | null, snapshot: Snapshot, random: () => number): Beginning {
  const copy = snapshot.read();
  const text = lms?.state() ?? "";
  const local = fromDecoded(course, decode(course, copy?.text ?? ""), 0);
  const stored = decode(course, text);
  const found = known(course, lms, { copy, local, stored }, random);
  const anonymous = fromDecoded(course, decode(course, (lms && snapshot.readAnonymous()) ?? ""), 0);
  const isReadBack = local !== null && stored.kind === "same" && stored.state.revision === local.revision;
  return {
    ...found,
    ...(anonymous && { offer: found.offer ? merge(found.offer, { ...anonymous, revision: 0 }) : anonymous }),
    entries: isReadBack ? [] : missing(course, copy, fromDecoded(course, stored, 0), local),
    isSameHistory: copy?.sent?.includes(digest(text)) ?? false,
    isReadBack,
  };
}

interface Sources {
  readonly copy: Kept | null;
  readonly local: CourseState | null;
  readonly stored: Decoded;
}

function known(course: Course, lms: LmsDriver | null, sources: Sources, random: () => number): Found {
  const { copy, local, stored } = sources;
  const place = lms?.bookmark() ?? "";
  const page = pagesOf(course).findIndex((_, index) => bookmarkOf(course, index) === place);
  const own = fromDecoded(course, stored, Math.max(0, page));
  const confirmed = (lms && copy?.confirmed) ?? false;
  const reported = !!lms && !lms.threw && (confirmed || copy?.reported === true);

  if (own && local) return join(own, local, confirmed, reported);
  if (own) return begin(own);
  // No state in an LMS that confirmed finished work may mean a new attempt. If the work was unfinished, the LMS lost
  // it.
  const emptied = stored.kind === "empty" && confirmed;
  if (local && emptied && isFinal(local.status) && !isFinal(lms?.status() ?? null)) {
    return { state: newAttempt(course, random), resumed: false, restored: false, offer: local };
  }
  if (local) return { ...begin(local), restored: reported };
  const resumed = stored.kind === "damaged" && page >= 0;
  return { state: { ...newAttempt(course, random), page: resumed ? page : 0 }, resumed, restored: false, offer: null };
}

const begin = (state: CourseState): Found => ({ state, resumed: true, restored: false, offer: null });

function join(own: CourseState, local: CourseState, confirmed: boolean, reported: boolean): Found {
  const isSameAttempt = Math.floor(own.revision / span) === Math.floor(local.revision / span);
  // An attempt that the LMS had confirmed must not come back into a newer one. Unconfirmed progress is merged.
  if (!isSameAttempt) return begin(confirmed ? own : merge({ ...local, revision: 0 }, own));
  return { ...begin(merge(own, local)), restored: reported && !hasAll(own, local) };
}

/**
 * The interactions of this device that the LMS may not have. Another device may have continued from a commit that was
 * not proven: then its interactions have arrived.
 */
function missing(
  course: Course,
  copy: Kept | null,
  own: CourseState | null,
  local: CourseState | null,
): readonly Entry[] {
  if (hasAll(own, local)) return [];
  const { entries = [], arrival } = copy ?? {};
  const has = arrival && hasAll(own, fromDecoded(course, decode(course, arrival.text), 0));
  return has ? entries.slice(arrival.count) : entries;
}

/** Whether a state has all progress of another one. */
const hasAll = (own: CourseState | null, local: CourseState | null): boolean =>
  own !== null && local !== null && same(merge(own, { ...local, revision: -1 }), own);

const newAttempt = (course: Course, random: () => number): CourseState => ({
  ...fresh(course),
  revision: (random() % attempts) * span,
});

function fromDecoded(course: Course, decoded: Decoded, page: number): CourseState | null {
  if (decoded.kind === "same") return decoded.state;
  return decoded.kind === "changed" ? { ...fresh(course), page, ...decoded.kept } : null;
}
