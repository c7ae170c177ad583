import type { BlockKind } from "./kind";

/** A text field for the learner's own thoughts. */
export const kind: BlockKind = {
  enhance(element, { paper }) {
    const field = element.querySelector("textarea") as HTMLTextAreaElement;
    paper(element, { read: () => field.value, show: (text) => void (field.value = text), text: () => field.value });
  },
};
