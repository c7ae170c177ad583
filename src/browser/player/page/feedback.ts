import type { QuestionData } from "../core/course-data";
import type { Verdict } from "../kinds/kind";
import { icon, make, pageLink, place } from "./dom";
import { kindOf, type Player } from "./player";

export function formOf(question: QuestionData): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>(`form[data-question="${question.id}"]`);
}

/** Feedback sleeps in <template>s of the form, so that nobody meets it before answering. */
function copy(form: HTMLElement, which: string): DocumentFragment | null {
  return form.querySelector<HTMLTemplateElement>(`template[${which}]`)?.content.cloneNode(true) as DocumentFragment | null;
}

/** What the learner chose and what the author says about it. */
function aboutChoices(form: HTMLElement, chosen: readonly number[], several: boolean): HTMLElement[] {
  return chosen.flatMap((option) => {
    const text = copy(form, `data-feedback-option="${option}"`);
    if (!text) return [];
    const label = form.querySelector(`[data-option="${option}"] label`)?.textContent?.trim() ?? "";
    const about = make("div", { class: "about-choice" }, text);
    if (several) about.prepend(make("p", { class: "chosen" }, label));
    return [about];
  });
}

/** Says how an answer was, in words and with an icon, inside the live region of its question. */
export function explain(player: Player, question: QuestionData, response: number | null): Verdict | null {
  const form = formOf(question);
  const kind = kindOf(player, question);
  const key = player.keys.get(question.id);
  if (!form || !kind || !key) return null;
  const verdict = response === null ? null : kind.mark(response, key);
  const chosen = response === null ? [] : kind.chosen(response, question.options);
  const box = make("div", { class: "verdict", "data-verdict": verdict ?? "none" },
    make("p", { class: "headline" }, icon(verdict ?? "wrong"), make("span", {}, player.words(verdict ?? "no_answer"))),
    ...aboutChoices(form, chosen, question.options > 2 && chosen.length > 1));
  const overall = copy(form, `data-feedback="${verdict ?? "wrong"}"`) ?? (verdict === "partly" ? copy(form, 'data-feedback="wrong"') : null);
  if (overall) box.append(overall);
  const source = copy(form, 'data-feedback="source"');
  if (source) box.append(make("div", { class: "source" }, make("span", {}, player.words("source")), " ", source));
  if (verdict !== "right" && question.review) {
    box.append(make("p", { class: "review" }, player.words("read_again"), " ", pageLink(question.review, player.titleOf(question.review))));
  }
  place("result", form).replaceChildren(box);
  return verdict;
}

/** Puts the options of a question in this order. */
export function arrange(form: HTMLElement, order: readonly number[]): void {
  const options = order.map((option) => place(`option="${option}"`, form));
  options[0]?.parentElement?.append(...options);
}
