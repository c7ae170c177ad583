import type { QuestionKey } from "../player/core/course-data";

interface Step {
  readonly node: number;
  readonly values: readonly number[];
  readonly choices: readonly number[];
}

const most = 20_000;

/** The choices that lead to a right ending of a scenario, or to another ending; empty if there are none. */
export function pathTo(key: QuestionKey, right: boolean): readonly number[] {
  const variables = key.variables ?? [];
  const queue: Step[] = [{ node: 0, values: variables.map(({ start }) => start), choices: [] }];
  const seen = new Set<string>();
  for (let at = 0; at < queue.length && at < most; at++) {
    const here = queue[at] as Step;
    const verdict = key.right[here.node] ?? 0;
    if (verdict > 0 && (verdict === 3) === right) return here.choices;
    (key.ways?.[here.node] ?? []).forEach((way, choice) => {
      if (
        way.needs.some(
          ([variable, least, highest]) =>
            (here.values[variable] ?? 0) < least || (here.values[variable] ?? 0) > highest,
        )
      )
        return;
      const values = [...here.values];
      for (const [variable, add] of way.adds) {
        const { from, to } = variables[variable] ?? { from: 0, to: 0 };
        values[variable] = Math.min(to, Math.max(from, (values[variable] ?? 0) + add));
      }
      const name = `${way.to} ${values.join(" ")}`;
      if (seen.has(name)) return;
      seen.add(name);
      queue.push({ node: way.to, values, choices: [...here.choices, choice] });
    });
  }
  return [];
}
