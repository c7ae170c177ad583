import type { BlockKind } from "./kind";

/** A field to write into. */
export const kind: BlockKind = {
  enhance(element, { paper }) {
    const field = element.querySelector("textarea") as HTMLTextAreaElement;
    paper(element, { read: () => field.value, show: (text) => void (field.value = text), text: () => field.value });
  },
};
