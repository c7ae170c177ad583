import type { Entry, Fields, Interaction, Journal, LmsDriver, Waiting } from "./driver";

/**
 * Writes interactions as a journal: a new index for each answer. They are for reports only, so no progress depends on
 * them: if the LMS refuses them, they are dropped. Until an interaction is proven to have arrived it can be written
 * again, always at the same index. `format` makes the fields of the LMS's standard, `differing` other valid fields.
 */
export function createJournal(
  lms: LmsDriver,
  { written, entries: earlier, isSameHistory }: Waiting,
  format: (interaction: Interaction, at: Date) => Fields,
  differing: (fields: Fields) => Fields,
): Journal {
  const count = lms.interactionCount();
  const [first] = earlier;
  // Interactions of an earlier launch keep their places, unless another device has written since.
  const start = first && isSameHistory ? Math.min(first.index, count ?? first.index) : (count ?? written);
  let unproven: Entry[] = earlier.map(({ fields }, at) => ({ index: start + at, fields }));
  let next = Math.max(count ?? written, start + unproven.length);
  /** Number of entries, from the first unproven one, that are committed; and of those set for the next commit. */
  let committed = 0;
  let set = 0;
  let disturbed = 0;
  let proven = 0;
  let refused = false;
  return {
    get unproven() {
      return unproven;
    },
    get mark() {
      return proven + committed;
    },
    add(interaction, at) {
      if (!refused) unproven.push({ index: next++, fields: format(interaction, at) });
    },
    write(most) {
      // A call may hide the page, which saves in the middle of this loop: then nothing is waiting any more.
      for (const end = committed + set + most; committed + set < Math.min(end, unproven.length); set++) {
        const { index, fields } = unproven[committed + set] as Entry;
        const result = lms.setInteraction(index, fields);
        if (result === "set") continue;
        if (result === "refused") {
          refused = true;
          unproven = [];
          committed = 0;
          set = 0;
        }
        return false;
      }
      return committed + set < unproven.length;
    },
    settle(succeeded) {
      // A save in the middle of `write` may have committed the same interactions.
      if (succeeded) committed = Math.min(unproven.length, committed + set);
      set = 0;
    },
    disturb(most) {
      const some = unproven.slice(disturbed, Math.min(committed, disturbed + most));
      for (const { index, fields } of some) lms.disturbInteraction(index, differing(fields));
      disturbed += some.length;
      if (disturbed < committed) return true;
      disturbed = 0;
      committed = 0;
      return false;
    },
    prove(mark) {
      const arrived = Math.max(0, mark - proven);
      unproven.splice(0, arrived);
      proven += arrived;
      committed = Math.max(0, committed - arrived);
    },
  };
}
