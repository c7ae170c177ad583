import { itemsOf, pagesOf } from "../core/course-data";
import { drawn } from "../core/draw";
import { attemptPasses, pagesToReview, percent } from "../core/answers";
import { pointsText } from "../core/fractions";
import { attemptsLeft } from "../core/progress";
import { isInReview } from "../core/state";
import { shownMark, shownPercent } from "../core/shown-result";
import { button, icon, make } from "./dom";
import { printPage } from "./frame-limits";
import type { Player } from "./contract";
import { pageLink } from "./page-link";
import { numbersOf } from "./player";

/**
 * Shows the result of an attempt, the pages to read again, and the next steps. `hasPartly`: an answer was partly right.
 */
export function showResults(
  player: Player,
  panel: HTMLElement,
  credits: number[],
  hasPartly: boolean,
  retry: () => void,
): void {
  const { course, session, words } = player;
  const { state } = session;
  const asked = drawn(course, state.attempt?.seed ?? 0);
  const marks = asked.map((index) => credits[index] === 1);
  const seed = state.attempt?.seed ?? 0;
  const score = percent(course, seed, credits);
  const passed = attemptPasses(course, seed, credits);
  const left = attemptsLeft(state, course);
  const share = (whole: number): string =>
    new Intl.NumberFormat(course.language, { style: "percent" }).format(whole / 100);
  const number = numbersOf(course.language);
  const write = (points: number): string => pointsText(points, number);
  const marked = asked.map((index) => ({ weight: itemsOf(course)[index]?.weight ?? 0, credit: credits[index] ?? 0 }));
  const points = (all: boolean): string =>
    write(marked.reduce((sum, { weight, credit }) => sum + weight * (all ? 1 : credit), 0));

  const facts = [
    [words("score"), share(shownPercent(course, score))],
    [words("pass_mark"), share(shownMark(course))],
    [words("right_count"), words("count_of", { n: marks.filter(Boolean).length, total: marks.length })],
  ];
  // Points only where they differ from the number of right answers.
  if (marked.some(({ weight, credit }) => weight !== 1 || credit % 1 !== 0))
    facts.push([words("points"), words("count_of", { n: points(false), total: points(true) })]);
  if (state.attemptsUsed > 1 && state.best !== null)
    facts.push([words(`result_${course.assessment?.keep ?? "best"}`), share(shownPercent(course, state.best))]);

  const heading = make("h3", { tabindex: "-1", id: "results-title" }, words("results"));
  panel.setAttribute("aria-labelledby", heading.id);
  panel.dataset.passed = String(passed);
  panel.replaceChildren(
    heading,
    make(
      "p",
      { class: "headline" },
      icon(passed ? "right" : "wrong"),
      make("span", {}, words(passed ? "passed" : "not_passed")),
    ),
    make(
      "dl",
      { class: "facts" },
      ...facts.map(([name = "", value = ""]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))),
    ),
  );

  if (hasPartly)
    panel.append(make("p", {}, words(course.assessment?.credit === "whole" ? "partly_is_none" : "partly_counts")));
  const band = [...document.querySelectorAll<HTMLTemplateElement>("template[data-band]")].find(
    ({ dataset }) => score >= Number(dataset.band) * 100,
  );
  if (band) panel.append(make("div", { "data-band-text": "" }, band.content.cloneNode(true)));
  if (!passed && score >= (course.assessment?.passMark ?? 0) * 100)
    panel.append(make("p", { "data-critical": "" }, words("critical_wrong")));

  const isClosed = left > 0 && isInReview(state);
  panel.append(...pagesOfReview(player, pagesToReview(course, seed, credits), isClosed));
  if (course.assessment?.feedback !== "never") panel.append(make("p", {}, words("see_below")));
  if (left > 0 && left < Infinity && !passed) panel.append(make("p", {}, words("attempts_left", { n: left })));
  if (left === 0 && state.status !== "passed") panel.append(make("p", {}, words("no_attempts")));

  const before = document.querySelector<HTMLTemplateElement>("template[data-before-retry]");
  if (left > 0 && !passed && !isClosed && before)
    panel.append(make("div", { "data-before-retry-text": "" }, before.content.cloneNode(true)));

  const actions = make("div", { class: "actions" });
  if (left > 0 && !isClosed)
    actions.append(button(words("retry"), retry, { "data-retry": "", class: passed ? "" : "main" }));
  const print = button(words("print_results"), () => printPage(words, print), { "data-print-results": "" });
  actions.append(print);
  panel.append(actions);
}

/** Shows that the assessment is closed, without the result of an attempt: an update of the course has dropped it. */
export function showClosed(player: Player, panel: HTMLElement): void {
  delete panel.dataset.passed;
  panel.replaceChildren(...pagesOfReview(player, player.session.state.review?.pages ?? [], true));
}

/** The pages to read again, by index among all pages. `isFirst`: before another attempt; marks those opened. */
function pagesOfReview(
  { course, session, titleOf, words }: Player,
  pages: readonly number[],
  isFirst: boolean,
): HTMLElement[] {
  const ids = pagesOf(course);
  const open = session.state.review?.pages ?? [];
  const links = pages.map((page) => {
    const id = ids[page] ?? "";
    const mark = isFirst && !open.includes(page) ? [make("span", { class: "aside" }, ` (${words("seen")})`)] : [];
    return make("li", {}, pageLink(id, titleOf(id)), ...mark);
  });
  if (links.length === 0) return [];
  return [
    make("h4", {}, words(isFirst ? "review_first" : "review_pages")),
    ...(isFirst ? [make("p", { "data-review-why": "" }, words("review_why"))] : []),
    make("ul", { "data-review": "" }, ...links),
  ];
}
