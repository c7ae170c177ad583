import { passes, percent } from "../core/scoring";
import { attemptsLeft } from "../core/state";
import { button, icon, make, pageLink } from "./dom";
import type { Player } from "./player";

/** The outcome of an attempt: how it went, what to read again, and what can be done next. */
export function showResults(player: Player, panel: HTMLElement, rights: boolean[], retry: () => void): void {
  const { course, session, words } = player;
  const passed = passes(course, rights);
  const shares = new Intl.NumberFormat(course.language, { style: "percent", maximumFractionDigits: 2 });
  const share = (hundredths: number): string => shares.format(hundredths / 10_000);
  const left = attemptsLeft(session.state, course);

  const facts: [string, string][] = [
    [words("score"), share(percent(course, rights))],
    [words("pass_mark"), share((course.assessment?.passMark ?? 0) * 100)],
    [words("right_count"), words("count_of", { n: rights.filter(Boolean).length, total: rights.length })],
  ];
  if (session.state.attemptsUsed > 1 && session.state.best !== null) facts.push([words("best"), share(session.state.best)]);

  const heading = make("h3", { tabindex: "-1" }, words("results"));
  const title = `${panel.closest("article")?.id ?? "assessment"}-results`;
  heading.id = title;
  panel.setAttribute("aria-labelledby", title);
  panel.dataset.passed = String(passed);
  panel.replaceChildren(
    heading,
    make("p", { class: "headline" }, icon(passed ? "right" : "wrong"), make("span", {}, words(passed ? "passed" : "not_passed"))),
    make("dl", { class: "facts" }, ...facts.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)))),
    ...toReview(player, rights),
    make("p", {}, words("see_below")),
  );

  const actions = make("div", { class: "actions" });
  if (left > 0) {
    if (!passed && Number.isFinite(left)) panel.append(make("p", {}, words(left === 1 ? "attempts_one" : "attempts_left", { n: left })));
    const again = button(words("retry"), retry, passed ? "" : "main");
    again.dataset.retry = "";
    actions.append(again);
  } else if (!passed && session.state.status !== "passed") {
    panel.append(make("p", {}, words("no_attempts")));
  }
  const paper = button(words("print_results"), () => print());
  paper.dataset.printResults = "";
  actions.append(paper);
  panel.append(actions);
}

function toReview({ course, titleOf, words }: Player, rights: readonly boolean[]): HTMLElement[] {
  const assessed = course.questions.filter((question) => question.assessed);
  const pages = new Set(assessed.flatMap((question, index) => (rights[index] || !question.review ? [] : [question.review])));
  if (pages.size === 0) return [];
  return [
    make("h4", {}, words("review_pages")),
    make("ul", { "data-review": "" }, ...[...pages].map((page) => make("li", {}, pageLink(page, titleOf(page))))),
  ];
}
