import { decode, type Decoded } from "../core/codec";
import { pagesOf, type CourseData } from "../core/course-data";
import { fresh, merge, type CourseState } from "../core/state";
import type { Scorm12 } from "./scorm12";
import type { Snapshot } from "./snapshot";

/**
 * The state to begin with: the LMS's, joined with this device's copy where that is newer. Whether a learner resumes is decided by what
 * decodes, never by what the LMS says of it. Falls back in order: state, what survives a changed course, the page's id, a fresh start.
 */
export function restore(course: CourseData, lms: Scorm12 | null, snapshot: Snapshot): { state: CourseState; resumed: boolean } {
  const copy = snapshot.read();
  const kept = decode(course, copy?.text ?? "");
  const told: Decoded = lms ? decode(course, lms.get("cmi.suspend_data")) : { kind: "empty" };
  // An LMS that holds nothing although it confirmed everything has begun a new attempt: the old one must not come back.
  const trusted = !(lms && told.kind === "empty" && copy?.confirmed);
  const own = fromDecoded(course, told, lms?.get("cmi.core.lesson_location") ?? "");
  const local = trusted ? fromDecoded(course, kept, "") : null;
  if (own && local) return { state: merge(own, local), resumed: true };
  const state = own ?? local;
  return state ? { state, resumed: true } : { state: fresh(course), resumed: false };
}

function fromDecoded(course: CourseData, decoded: Decoded, location: string): CourseState | null {
  if (decoded.kind === "same") return decoded.state;
  const page = pagesOf(course).indexOf(location);
  const start = { ...fresh(course), page: Math.max(0, page) };
  if (decoded.kind === "changed") return { ...start, ...decoded.kept };
  return decoded.kind === "damaged" && page >= 0 ? start : null;
}
