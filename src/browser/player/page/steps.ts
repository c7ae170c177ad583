import type { Player } from "./contract";
import { all, arrive, button, icon, make, place } from "./dom";
import { arriveAt, type Form } from "./forms";

/** Shows the questions of an assessment one at a time, and before submitting an overview with their state. */
export interface Steps {
  /** Starts with the first question without an answer, or with the overview. null: shows all questions. */
  begin(forms: readonly Form[] | null, isAnswered: (form: Form) => boolean): void;
  /** Must be called after every answer. */
  follow(): void;
  /** Goes to the next question, or to the overview after the last. */
  next(): void;
  /** Moves the focus to the button that goes to the next question. */
  focusNext(): void;
}

/** Questions to look at again, until the course is closed: they are not stored. */
const toReview = new Set<string>();

/** `area`: the part with the button to submit, shown with the overview. */
export function createSteps({ words }: Player, questions: HTMLElement, area: HTMLElement): Steps {
  let forms: readonly Form[] = [];
  let isAnswered: (form: Form) => boolean = () => false;
  let at = 0; // forms.length: the overview

  const back = button(words("previous_question"), () => go(at - 1), { "data-step-back": "" });
  const onward = button("", next, { "data-step-next": "" });
  const toOverview = button(words("overview"), () => go(forms.length), { "data-step-overview": "" });
  const mark = button("", toggleReview, { class: "plain", "data-mark-review": "" });
  mark.append(icon("important"), make("span", {}, words("mark_review")));
  const bar = make("div", { class: "steps", hidden: "", "data-steps": "" }, mark);
  bar.append(make("div", { class: "actions" }, onward, back, toOverview));
  const list = make("ol");
  const heading = make("h3", { tabindex: "-1", id: "overview-title" }, words("overview"));
  const overview = make(
    "nav",
    { class: "overview", "aria-labelledby": heading.id, "data-overview": "" },
    heading,
    list,
  );
  questions.after(bar);
  area.prepend(overview);

  function toggleReview(): void {
    const id = forms[at]?.question.id ?? "";
    if (!toReview.delete(id)) toReview.add(id);
    follow();
  }

  function stateOf(form: Form): string[] {
    return [isAnswered(form) ? "answered" : "not_answered", ...(toReview.has(form.question.id) ? ["to_review"] : [])];
  }

  function follow(): void {
    const isOverview = at === forms.length;
    const current = forms[at];
    for (const form of forms) form.element.toggleAttribute("data-waiting", form !== current);
    bar.hidden = isOverview;
    area.hidden = !isOverview;
    back.hidden = at === 0;
    const isLast = at >= forms.length - 1;
    toOverview.hidden = isLast;
    onward.textContent = words(isLast ? "overview" : "next_question");
    // The button that checks the answer comes first.
    onward.classList.toggle("main", !current?.element.querySelector("[data-actions]:not([hidden])"));
    mark.setAttribute("aria-pressed", String(toReview.has(current?.question.id ?? "")));
    list.replaceChildren(...forms.map(line));
  }

  function line(form: Form, to: number): HTMLElement {
    const label = place("label", form.element).textContent ?? "";
    const states = stateOf(form);
    const link = button("", () => go(to), { class: "plain", "data-go-to": form.question.id });
    link.dataset.state = states.join(" ");
    link.append(
      make("span", {}, label),
      " ",
      make("span", { class: "small" }, states.map((key) => words(key)).join(", ")),
    );
    if (toReview.has(form.question.id)) link.append(icon("important"));
    return make("li", {}, link);
  }

  function go(to: number): void {
    at = Math.max(0, Math.min(to, forms.length));
    follow();
    const form = forms[at];
    if (form) arriveAt(form.element);
    else arrive(heading, overview);
  }

  function next(): void {
    if (!bar.hidden) go(at + 1);
  }

  return {
    begin(shown, answered) {
      if (!shown) {
        for (const form of all("[data-waiting]", questions)) form.removeAttribute("data-waiting");
        bar.hidden = true;
        toReview.clear();
        return;
      }
      forms = shown;
      isAnswered = answered;
      const open = forms.findIndex((form) => !answered(form));
      at = open < 0 ? forms.length : open;
      follow();
    },
    follow,
    next,
    focusNext: () => onward.focus({ preventScroll: true }),
  };
}
