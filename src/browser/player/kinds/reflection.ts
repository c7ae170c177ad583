import type { BlockKind } from "./kind";

/** A text field for the learner's own thoughts. */
export const kind: BlockKind = {
  enhance(element, { privateNote }) {
    const field = element.querySelector("textarea") as HTMLTextAreaElement;
    privateNote(element, {
      read: () => field.value,
      show: (text) => void (field.value = text),
      text: () => field.value,
    });
  },
};
