import { showBins } from "./bins";
import { kind as categorise } from "./categorise";
import type { QuestionKind } from "./kind";

/** Like categorise, but the targets are shuffled instead of the items. */
export const kind: QuestionKind = {
  ...categorise,
  mix(root, order, { question }) {
    const targets = order(question.id, question.options);
    for (const select of root.querySelectorAll("select")) {
      select.append(...targets.flatMap((target) => select.querySelector(`option[value="${target}"]`) ?? []));
    }
    showBins(root);
  },
};
