import { encode } from "../core/codec";
import { decimal } from "../core/report";
import type { Session } from "../lms/session";
import { button, make } from "./dom";
import { saveText } from "./files";
import type { Words } from "./contract";

/**
 * The completion record, for when saving fails: a text that the learner saves or copies. It ends with the encoded
 * state, so that the LMS's administrators can check it. It contains no name.
 */
export function recordOf(session: Session, words: Words, now: Date): string {
  const { course, state } = session;
  const lines = [
    words("record_title"),
    "",
    `${course.title} (${course.id} ${course.version})`,
    `${words("record_date")} ${now.toISOString()}`,
    `${words("record_status")} ${state.status}`,
    ...(state.best === null ? [] : [`${words("record_score")} ${decimal(state.best)} / 100`]),
    `${words("record_pages")} ${state.seen.filter(Boolean).length} / ${state.seen.length}`,
    "",
    words("record_code"),
    encode(course, state),
    "",
  ];
  return lines.join("\r\n");
}

/** A button that saves the record. It also shows the record below, because some frames must not save files. */
export function recordButton(session: Session, words: Words): HTMLElement {
  const shown = make("pre", { hidden: "", tabindex: "0", "data-record": "" });
  const save = button(
    words("record_save"),
    () => {
      saveText(`${session.course.id}-record.txt`, recordOf(session, words, new Date()), shown);
    },
    { "data-save-record": "" },
  );
  return make("div", {}, save, shown);
}
