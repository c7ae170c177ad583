import { pack, unpack } from "../core/radix";
import type { Asked, QuestionKind } from "./kind";
import { focusOn } from "./focus";
import { changed } from "./options";

/** Position in a scenario: the node and the values of the variables. */
interface Place {
  readonly node: number;
  readonly values: readonly number[];
}

const variables = ({ key }: Asked) => key.variables ?? [];
const bases = (asked: Asked): number[] => [
  asked.key.nodes?.length ?? 1,
  ...variables(asked).map(({ from, to }) => to - from + 1),
];

function placeOf(response: number | null, asked: Asked): Place {
  if (response === null) return { node: 0, values: variables(asked).map(({ start }) => start) };
  const [node = 0, ...digits] = unpack(response, bases(asked));
  return { node, values: digits.map((digit, at) => digit + (variables(asked)[at]?.from ?? 0)) };
}

const numberOf = ({ node, values }: Place, asked: Asked): number =>
  pack([node, ...values.map((value, at) => value - (variables(asked)[at]?.from ?? 0))], bases(asked));

function after(place: Place, choice: number, asked: Asked): Place {
  const { to, adds } = asked.key.ways?.[place.node]?.[choice] ?? { to: 0, adds: [] };
  const values = [...place.values];
  for (const [variable, add] of adds) {
    const { from, to: highest } = variables(asked)[variable] ?? { from: 0, to: 0 };
    values[variable] = Math.min(highest, Math.max(from, (values[variable] ?? 0) + add));
  }
  return { node: to, values };
}

const isOffered = (place: Place, choice: number, asked: Asked): boolean =>
  (asked.key.ways?.[place.node]?.[choice]?.needs ?? []).every(
    ([variable, least, most]) => (place.values[variable] ?? 0) >= least && (place.values[variable] ?? 0) <= most,
  );

const current = (root: HTMLElement): number | null => (root.dataset.at ? Number(root.dataset.at) : null);
const nodeAt = (root: HTMLElement, node: number): HTMLElement | null => root.querySelector(`[data-node="${node}"]`);

/** Shows the current node with the choices that it offers. */
function render(root: HTMLElement, asked: Asked): void {
  const place = placeOf(current(root), asked);
  for (const node of root.querySelectorAll<HTMLElement>("[data-node]"))
    node.hidden = Number(node.dataset.node) !== place.node;
  for (const choice of nodeAt(root, place.node)?.querySelectorAll<HTMLElement>("[data-way]") ?? [])
    choice.hidden = !isOffered(place, Number(choice.dataset.way), asked);
  const way = root.querySelector<HTMLElement>("[data-your-way]");
  if (way) way.hidden = !way.querySelector("li") || !asked.key.right[place.node];
}

/**
 * Shows the consequence of a choice. A dialogue keeps everything said visible; a scenario only the last consequence.
 */
function say(root: HTMLElement, button: HTMLElement, node: HTMLElement): void {
  const said = root.querySelector<HTMLElement>("[data-said]");
  if (!said) return;
  const line = (content: Node, mine: boolean): HTMLElement => {
    const box = document.createElement("div");
    if (mine) box.dataset.mine = "";
    box.append(content);
    return box;
  };
  const consequence = button.parentElement?.querySelector("template")?.content.cloneNode(true);
  if (said.dataset.you === undefined) {
    said.replaceChildren(...(consequence ? [consequence] : []));
    return;
  }
  const spoken = document.createDocumentFragment();
  spoken.append(
    ...[...(node.querySelector("[data-node-text]")?.childNodes ?? [])].map((child) => child.cloneNode(true)),
  );
  const mine = document.createElement("p");
  mine.textContent = `${said.dataset.you} ${button.textContent?.trim() ?? ""}`;
  said.append(line(spoken, false), line(mine, true), ...(consequence ? [line(consequence, false)] : []));
}

export const kind: QuestionKind = {
  read: current,
  show(root, response, asked) {
    root.dataset.at = response === null ? "" : String(response);
    for (const list of root.querySelectorAll("[data-said], [data-your-way] ol")) list.replaceChildren();
    render(root, asked);
  },
  mark(response, asked) {
    const verdict = asked.key.right[placeOf(response, asked).node] ?? 0;
    return verdict === 3 ? { right: 1, wrong: 0, of: 1 } : { right: verdict === 2 ? 1 : 0, wrong: 0, of: 2 };
  },
  report(response, asked) {
    const { nodes = [], right } = asked.key;
    return [
      {
        type: "performance",
        chosen: nodes[placeOf(response, asked).node] ?? "",
        right: nodes[right.indexOf(3)] ?? "",
      },
    ];
  },
  done: (response, asked) => (asked.key.right[placeOf(response, asked).node] ?? 0) > 0,
  prepare(root, asked) {
    root.addEventListener("click", ({ target }) => {
      const button = (target as Element).closest<HTMLElement>("[data-choice]");
      if (!button || button.matches(":disabled")) return;
      const place = placeOf(current(root), asked);
      const node = nodeAt(root, place.node);
      const next = after(place, Number(button.dataset.choice), asked);
      if (node) say(root, button, node);
      const chosen = document.createElement("li");
      chosen.textContent = button.textContent;
      root.querySelector("[data-your-way] ol")?.append(chosen);
      root.dataset.at = String(numberOf(next, asked));
      render(root, asked);
      const text = nodeAt(root, next.node)?.querySelector<HTMLElement>("[data-node-text]");
      // The consequence is read with the situation that follows it.
      const said = root.querySelector<HTMLElement>("[data-said]");
      if (said?.dataset.you === undefined) text?.prepend(said ?? "");
      focusOn(text);
      changed(root);
    });
    render(root, asked);
  },
  mix(root, order, { question, key }) {
    key.ways?.forEach((ways, node) => {
      const sequence = order(`${question.id}-${node}`, ways.length);
      const choices = sequence.flatMap((way) => nodeAt(root, node)?.querySelector(`[data-way="${way}"]`) ?? []);
      choices[0]?.parentElement?.append(...choices);
    });
  },
  lacking: ({ words }) => words("choose_way"),
};
