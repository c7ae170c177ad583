import { decode, type Decoded } from "../core/codec";
import type { Course, Loss } from "../core/course";
import { pagesOf } from "../core/course-data";
import { bookmarkOf, type PriorResult } from "../core/report";
import { fresh, higher, isFinal, merge, same, type CourseState } from "../core/state";
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
  /** What is missing in the state, and in the offer; null for nothing. */
  readonly loss: Loss | null;
  readonly offerLoss: Loss | null;
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
  const place = lms?.bookmark() ?? "";
  const page = pagesOf(course).findIndex((_, index) => bookmarkOf(course, index) === place);
  const kept = decode(course, copy?.text ?? "");
  const local = fromDecoded(course, kept, page);
  const stored = decode(course, text);
  const found = known(course, lms, { copy, local, localLoss: lossOf(kept), stored, page }, random);
  const without = decode(course, (lms && snapshot.readAnonymous()) ?? "");
  const anonymous = fromDecoded(course, without, page);
  const isWithout = stored.kind !== "same" && stored.kind !== "changed";
  const isReadBack = local !== null && stored.kind === "same" && stored.state.revision === local.revision;
  return {
    ...found,
    ...(lms && isWithout && { state: withResult(course, found.state, lms.result()) }),
    ...(anonymous && { offer: found.offer ? merge(found.offer, { ...anonymous, revision: 0 }) : anonymous }),
    ...(anonymous && !found.offer && { offerLoss: lossOf(without) }),
    entries: isReadBack ? [] : missing(course, copy, fromDecoded(course, stored, page), local),
    isSameHistory: copy?.sent?.includes(digest(text)) ?? false,
    isReadBack,
  };
}

interface Sources {
  readonly copy: Kept | null;
  readonly local: CourseState | null;
  readonly localLoss: Loss | null;
  readonly stored: Decoded;
  /** Index of the bookmarked page; -1 if there is none. */
  readonly page: number;
}

function known(course: Course, lms: LmsDriver | null, sources: Sources, random: () => number): Found {
  const { copy, local, localLoss, stored, page } = sources;
  const own = fromDecoded(course, stored, page);
  const loss = lossOf(stored, page);
  const confirmed = (lms && copy?.confirmed) ?? false;
  const reported = !!lms && !lms.threw && (confirmed || copy?.reported === true);

  if (own && local) return { ...join(own, local, confirmed, reported), loss: isNewer(local, own) ? localLoss : loss };
  if (own) return begin(own, loss);
  // No state in an LMS that confirmed finished work may mean a new attempt. If the work was unfinished, the LMS lost
  // it.
  const emptied = stored.kind === "empty" && confirmed;
  if (local && emptied && isFinal(local.status) && !isFinal(lms?.status() ?? null)) {
    return { ...begin(newAttempt(course, random)), resumed: false, offer: local, offerLoss: localLoss };
  }
  if (local) return { ...begin(local, localLoss), restored: reported };
  const resumed = stored.kind === "damaged" && page >= 0;
  const state = { ...newAttempt(course, random), page: resumed ? page : 0 };
  // Only the page is left of a damaged state.
  return { ...begin(state, resumed ? { isUpdate: false, place: true, pages: null } : null), resumed };
}

const begin = (state: CourseState, loss: Loss | null = null): Found => ({
  state,
  resumed: true,
  restored: false,
  offer: null,
  loss,
  offerLoss: null,
});

const isSameAttempt = (one: CourseState, other: CourseState): boolean =>
  Math.floor(one.revision / span) === Math.floor(other.revision / span);

/** Whether the state of this device is a newer one of the same attempt. */
const isNewer = (local: CourseState, own: CourseState): boolean =>
  isSameAttempt(own, local) && local.revision > own.revision;

/** Adds the result of an LMS that still has it, and has no state: some delete the state of a finished course. */
function withResult(course: Course, state: CourseState, { status, score }: PriorResult): CourseState {
  if (status !== "passed" && status !== "completed") return state;
  const isScore = course.tracking.score === "assessment" && score !== null;
  return {
    ...state,
    status: higher(status, state.status),
    met: state.met || status === "passed",
    best: isScore ? Math.max(score, state.best ?? 0) : state.best,
    seen: course.tracking.completedBy.includes("pages") ? state.seen.map(() => true) : state.seen,
  };
}

function join(own: CourseState, local: CourseState, confirmed: boolean, reported: boolean): Found {
  // An attempt that the LMS had confirmed must not come back into a newer one. Unconfirmed progress is merged.
  if (!isSameAttempt(own, local)) return begin(confirmed ? own : merge({ ...local, revision: 0 }, own));
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
  return decoded.kind === "changed" ? { ...fresh(course), page: Math.max(0, page), ...decoded.kept } : null;
}

/** @param page The bookmarked page, if it belongs to the state: only the LMS keeps both together. */
function lossOf(decoded: Decoded, page = -1): Loss | null {
  if (decoded.kind === "same") return decoded.loss ?? null;
  return decoded.kind === "changed" ? { isUpdate: true, place: page >= 0, pages: null } : null;
}
