import { checksOf } from "../core/course-data";
import { isAnswered } from "../core/state";
import { split } from "../kinds/judge";
import type { Later, Player } from "./contract";
import { all, make } from "./dom";
import { pageLink } from "./page-link";

/** The highest confidence. */
const verySure = 3;

interface Answer {
  readonly isRight: boolean;
  readonly isSure: boolean;
}

/** Adds the comparisons of answers before and after to the later parts of the player. Nothing of them is stored. */
export function withComparison(later: Later): Later {
  return {
    ...later,
    showSeen(player) {
      later.showSeen(player);
      for (const place of all("[data-before][data-after]")) show(player, place);
    },
  };
}

/** The first and only answers to the knowledge checks of a page, in their order; null where there is none. */
function answersOn({ course, session }: Player, page: string): (Answer | null)[] {
  return checksOf(course).flatMap((question, index) => {
    const check = session.state.checks[index];
    if (question.page !== page) return [];
    return [
      check && isAnswered(check)
        ? { isRight: check.right, isSure: split(question, check.response).confidence === verySure }
        : null,
    ];
  });
}

function show(player: Player, place: HTMLElement): void {
  const { course, titleOf, words } = player;
  const pages = [place.dataset.before ?? "", place.dataset.after ?? ""];
  const [before = [], after = []] = pages.map((page) => answersOn(player, page));
  const pairs = before.flatMap((one, at) => {
    const other = after[at];
    return one && other ? [[one, other] as const] : [];
  });
  const total = pairs.length;
  const open = pages.filter((_, at) => [before, after][at]?.includes(null));
  const links = make("ul", {}, ...open.map((page) => make("li", {}, pageLink(page, titleOf(page)))));
  const count = (which: (answer: Answer) => boolean): readonly [number, number] => [
    pairs.filter(([one]) => which(one)).length,
    pairs.filter(([, other]) => which(other)).length,
  ];
  const asksConfidence = pages.every((page) =>
    checksOf(course).some((question) => question.page === page && question.confidence),
  );
  const right = count(({ isRight }) => isRight);
  const sure = count(({ isSure }) => isSure);
  const rows: (readonly [string, readonly [number, number]])[] = [[words("compare_right"), right]];
  if (asksConfidence) {
    rows.push([words("compare_sure"), sure]);
    rows.push([words("compare_sure_wrong"), count(({ isRight, isSure }) => isSure && !isRight)]);
  }
  const said = (key: string, [first, second]: readonly [number, number]): HTMLElement =>
    make("p", {}, words(key, { before: first, after: second, total }));
  const cell = (n: number): HTMLElement => make("td", {}, words("count_of", { n, total }));
  const content =
    total === 0
      ? [make("p", {}, words("compare_missing")), links]
      : [
          said("compare_right_said", right),
          ...(asksConfidence ? [said("compare_sure_said", sure)] : []),
          make(
            "table",
            {},
            make(
              "thead",
              {},
              make(
                "tr",
                {},
                make("td"),
                make("th", { scope: "col" }, words("compare_before")),
                make("th", { scope: "col" }, words("compare_after")),
              ),
            ),
            make(
              "tbody",
              {},
              ...rows.map(([name, [first, second]]) =>
                make("tr", {}, make("th", { scope: "row" }, name), cell(first), cell(second)),
              ),
            ),
          ),
          ...(open.length > 0 ? [make("p", {}, words("compare_part", { n: total, total: before.length })), links] : []),
        ];
  const made = make("div", {}, ...content);
  // Only a change is drawn, so that the focus stays in a link.
  if (place.innerHTML !== made.innerHTML) place.replaceChildren(...made.childNodes);
}
