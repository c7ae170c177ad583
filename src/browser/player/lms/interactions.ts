import type { Fields, Interaction, Journal, LmsDriver } from "./driver";

interface Entry {
  readonly index: number;
  readonly fields: Fields;
}

/**
 * Writes interactions as a journal: a new index for each answer. They are for reports only, so no progress depends on
 * them: if the LMS refuses them, they are dropped. Interactions of a failed commit are written again at the same index.
 * `format` makes the fields of the LMS's standard.
 */
export function createJournal(
  lms: LmsDriver,
  written: number,
  format: (interaction: Interaction, at: Date) => Fields,
): Journal {
  let next = lms.interactionCount() ?? written;
  let waiting: Entry[] = [];
  let sent = 0;
  let refused = false;
  return {
    add(interaction, at) {
      if (!refused) waiting.push({ index: next++, fields: format(interaction, at) });
    },
    write(most) {
      // A call may hide the page, which saves in the middle of this loop: then nothing is waiting any more.
      for (const end = sent + most; sent < Math.min(end, waiting.length); sent++) {
        const { index, fields } = waiting[sent] as Entry;
        const result = lms.setInteraction(index, fields);
        if (result === "set") continue;
        if (result === "refused") {
          refused = true;
          waiting = [];
          sent = 0;
        }
        return false;
      }
      return sent < waiting.length;
    },
    settle(committed) {
      if (committed) waiting.splice(0, sent);
      sent = 0;
    },
  };
}
