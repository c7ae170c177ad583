import type { Asked, QuestionKind } from "./kind";

/** The question with the chosen values as its key, where they are among several that are right. */
function asChosen(kind: QuestionKind, response: number, asked: Asked): Asked {
  const { accept } = asked.key;
  const chosen = kind.report(response, asked)[0]?.chosen as readonly (number | null)[];
  if (!accept) return asked;
  const right = accept.map((all, part) => all.find((value) => value === chosen[part]) ?? all[0] ?? 0);
  return { ...asked, key: { ...asked.key, right } };
}

/**
 * A kind with answers that few questions have: options that stay at the end, several right values of which one is
 * enough, and credit for an option. The compiler calls it for the kinds of such questions.
 */
export const special = (kind: QuestionKind): QuestionKind => ({
  ...kind,
  mark(response, asked) {
    const credit = asked.key.credits?.[response];
    return credit ? { right: credit, wrong: 0, of: 1 } : kind.mark(response, asChosen(kind, response, asked));
  },
  report: (response, asked) => kind.report(response, asChosen(kind, response, asked)),
  mix(root, order, asked) {
    kind.mix?.(root, order, asked);
    for (const pinned of asked.key.pinned ?? []) {
      const option = root.querySelector(`[data-option="${pinned}"]`);
      option?.parentElement?.append(option);
    }
  },
});
