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
  if (session.mode !== "normal") return [`mode_${session.mode}`];
  if (session.connection !== "lms") return [...(isWalled ? ["walled"] : []), `kept_${session.connection}`];
  return session.restored ? ["restored"] : session.resumed ? ["resumed"] : [];
}

/** The sentence of the closing page; null until it is known whether the last commit has arrived. */
export function closingOf(session: Session, saving: Saving): string | null {
  if (session.mode !== "normal") return `mode_${session.mode}`;
  if (session.connection === "memory") return "kept_memory";
  return saving === "trying" || saving === "not-saved" ? null : banners[saving];
}
