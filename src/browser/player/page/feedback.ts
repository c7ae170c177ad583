import type { Verdict } from "../core/marking";
import type { Judgement } from "../kinds/judge";
import type { Player } from "./contract";
import { all, icon, make, place } from "./dom";
import type { Form } from "./forms";
import { pageLink } from "./page-link";

/** Copies feedback out of a <template> of the form: templates keep it out of reach until the question is answered. */
function copy(form: HTMLElement, which: string): DocumentFragment | null {
  return form
    .querySelector<HTMLTemplateElement>(`template[${which}]`)
    ?.content.cloneNode(true) as DocumentFragment | null;
}

/** The author's feedback on a chosen option; null for none. */
function aboutChoice(form: HTMLElement, option: number): HTMLElement | null {
  const text = copy(form, `data-feedback-option="${option}"`);
  return text && make("div", { class: "about-choice" }, text);
}

/** The comment on the learner's confidence, which depends on the verdict; null for none. */
function aboutConfidence(verdict: Verdict, confidence: number): string | null {
  if (confidence === 0 || verdict === "noted") return null;
  if (verdict === "right") return confidence === 1 ? "unsure_right" : confidence === 3 ? "sure_right" : null;
  return confidence === 3 ? "sure_wrong" : null;
}

const icons: Readonly<Record<Verdict, string>> = { right: "right", partly: "partly", wrong: "wrong", noted: "right" };

/** The one option that was chosen, for a question with one answer. */
const chosenIn = (form: HTMLElement): HTMLElement | null =>
  form.querySelector("[data-option] input[type=radio]:checked")?.closest<HTMLElement>("[data-option]") ?? null;

/**
 * Puts the place of the verdict beneath the chosen option, or beneath the answer. Called when the choice changes: the
 * place is a live region, and screen readers announce its content only if the region was there before.
 */
export function seat({ element }: Form): void {
  const result = place("result", element);
  const option = chosenIn(element);
  if (option) {
    if (option.nextElementSibling !== result) option.after(result);
  } else if (result.nextElementSibling !== place("actions", element)) place("actions", element).before(result);
}

/** Removes verdict, feedback and marks. */
export function clear(form: Form): void {
  form.annotate(null);
  place("result", form.element).replaceChildren();
  for (const about of all("[data-option] > .about-choice", form.element)) about.remove();
  for (const described of all("[data-option] input[aria-describedby], button[aria-describedby]", form.element))
    described.removeAttribute("aria-describedby");
  seat(form);
}

/**
 * Shows the verdict and the feedback beneath the answer, and marks its parts. null: there is no answer. `note`: a
 * remark on the points.
 */
export function explain(player: Player, form: Form, judgement: Judgement | null, note: string | null = null): void {
  const { element, question } = form;
  const { verdict = null, chosen = [], confidence = 0 } = judgement ?? {};
  clear(form);
  form.annotate(judgement);
  const box = make(
    "div",
    { class: "verdict", "data-verdict": verdict ?? "none" },
    make(
      "p",
      { class: "headline" },
      icon(verdict ? icons[verdict] : "wrong"),
      make(
        "span",
        {},
        player.words(verdict === "noted" && question.private ? "noted_private" : (verdict ?? "no_answer")),
      ),
    ),
  );
  const only = chosenIn(element);
  const beside: string[] = [];
  for (const option of chosen) {
    const about = aboutChoice(element, option);
    const at = element.querySelector(`[data-option="${option}"]`);
    if (!about) continue;
    if (only || !at) box.append(about);
    else {
      about.id = `${element.id}-about-${option}`;
      at.append(about);
      at.querySelector("input")?.setAttribute("aria-describedby", about.id);
      beside.push(about.id);
    }
  }
  // Feedback next to the options is read with the button that gets the focus.
  if (beside.length > 0)
    for (const name of ["again", "onward"]) place(name, element).setAttribute("aria-describedby", beside.join(" "));
  const about = verdict && aboutConfidence(verdict, confidence);
  if (about) box.append(make("p", {}, player.words(about)));
  const overall =
    copy(element, `data-feedback="${verdict ?? "wrong"}"`) ??
    (verdict === "partly" ? copy(element, 'data-feedback="wrong"') : null);
  if (overall) box.append(overall);
  if (note !== null) box.append(make("p", {}, note));
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
  const source = copy(element, 'data-feedback="source"');
  if (source)
    box.append(
      make("details", { class: "source" }, make("summary", {}, player.words("source")), make("div", {}, source)),
    );
  place("result", element).replaceChildren(box);
}
