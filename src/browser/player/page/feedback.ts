import type { Verdict } from "../core/marking";
import type { Judgement } from "../kinds/judge";
import type { Player } from "./contract";
import { icon, make, place } from "./dom";
import type { Form } from "./forms";
import { pageLink } from "./page-link";

/** Copies feedback out of a <template> of the form: templates keep it out of reach until the question is answered. */
function copy(form: HTMLElement, which: string): DocumentFragment | null {
  return form
    .querySelector<HTMLTemplateElement>(`template[${which}]`)
    ?.content.cloneNode(true) as DocumentFragment | null;
}

/** The author's feedback on each chosen option. */
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

/** The comment on the learner's confidence, which depends on the verdict; null for none. */
function aboutConfidence(verdict: Verdict, confidence: number): string | null {
  if (confidence === 0 || verdict === "noted") return null;
  if (verdict === "right") return confidence === 1 ? "unsure_right" : confidence === 3 ? "sure_right" : null;
  return confidence === 3 ? "sure_wrong" : null;
}

const icons: Readonly<Record<Verdict, string>> = { right: "right", partly: "partly", wrong: "wrong", noted: "right" };

/** Shows the verdict on an answer and the feedback, in the live region of the question; null: there is no answer. */
export function explain(player: Player, form: Form, judgement: Judgement | null): void {
  const { element, question } = form;
  const { verdict = null, chosen = [], confidence = 0 } = judgement ?? {};
  form.annotate(judgement);
  const box = make(
    "div",
    { class: "verdict", "data-verdict": verdict ?? "none" },
    make(
      "p",
      { class: "headline" },
      icon(verdict ? icons[verdict] : "wrong"),
      make("span", {}, player.words(verdict ?? "no_answer")),
    ),
    ...aboutChoices(element, chosen, question.options > 2 && chosen.length > 1),
  );
  const about = verdict && aboutConfidence(verdict, confidence);
  if (about) box.append(make("p", {}, player.words(about)));
  const overall =
    copy(element, `data-feedback="${verdict ?? "wrong"}"`) ??
    (verdict === "partly" ? copy(element, 'data-feedback="wrong"') : null);
  if (overall) box.append(overall);
  const source = copy(element, 'data-feedback="source"');
  if (source) box.append(make("div", { class: "source" }, make("span", {}, player.words("source")), " ", source));
  if (verdict !== "right" && verdict !== "noted" && question.review) {
    box.append(
      make(
        "p",
        { class: "review" },
        player.words("read_again"),
        " ",
        pageLink(question.review, player.titleOf(question.review)),
      ),
    );
  }
  place("result", element).replaceChildren(box);
}
