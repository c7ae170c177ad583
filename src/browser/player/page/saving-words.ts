import type { Loss } from "../core/course";
import { isFinal } from "../core/state";
import type { Saving } from "../lms/saving";
import type { Session } from "../lms/session";

// Every sentence about saving, by the key of its text. tests/player/sentences.ts has the condition of each.

/** The banner of a course that is open. */
export const banners: Readonly<Record<Saving, string>> = {
  saved: "saved",
  trying: "saving_trying",
  "not-saved": "saving_failed",
  lost: "closing_failed",
  elsewhere: "saving_elsewhere",
};

/** The notices at the start. */
export function welcomeOf(session: Session, isWalled: boolean): string[] {
  const { mode, connection, loss, restored, resumed } = session;
  const missing = loss ? partsOf(session, loss) : [];
  if (mode !== "normal") return [`mode_${mode}`, ...missing];
  if (connection !== "lms") return [...(isWalled ? ["walled"] : []), `kept_${connection}`, ...missing];
  return loss ? missing : restored ? ["restored"] : resumed ? ["resumed"] : [];
}

/** What came back and what did not. */
function partsOf({ state }: Session, { isUpdate, place, pages }: Loss): string[] {
  return [
    ...(isUpdate ? ["updated"] : []),
    place ? "back_place" : "back_no_place",
    ...(state.best !== null || isFinal(state.status) ? ["back_result"] : []),
    ...(pages ? pages.slice(0, 1).map(() => "back_not_pages") : ["back_not_answers"]),
  ];
}

/** The sentence of the closing page; null until it is known whether the last commit has arrived. */
export function closingOf(session: Session, saving: Saving): string | null {
  if (session.mode !== "normal") return `mode_${session.mode}`;
  if (session.connection === "memory") return "kept_memory";
  return saving === "trying" || saving === "not-saved" ? null : banners[saving];
}
