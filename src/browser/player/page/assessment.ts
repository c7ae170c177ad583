import type { QuestionData } from "../core/course-data";
import { order } from "../core/shuffle";
import { answerItem, startAttempt, submitAttempt } from "../core/state";
import { button, make, place } from "./dom";
import { arrange, explain, formOf } from "./feedback";
import { journal } from "./journal";
import { kindOf, randomSeed, type Player } from "./player";
import { showResults } from "./results";
import type { Stopwatch } from "./stopwatch";

/** The assessment of a page: one attempt at a time, each answer kept when it is chosen, feedback only after sending. */
export class Assessment {
  private readonly questions: readonly QuestionData[];
  private readonly area: HTMLElement;
  private readonly unanswered: HTMLElement;

  constructor(private readonly player: Player, private readonly article: HTMLElement, private readonly stopwatch: Stopwatch) {
    this.questions = player.course.questions.filter((question) => question.assessed);
    this.area = place("submit-area", article);
    this.unanswered = place("unanswered", article);
    this.questions.forEach((question, index) => this.listen(question, index));
    place("submit", article).addEventListener("click", () => this.check());
    this.restore();
  }

  private get attempt(): { seed: number; submitted: boolean; responses: readonly (number | null)[] } {
    const { session } = this.player;
    if (!session.state.attempt) session.update(startAttempt(session.state, randomSeed()), "soon");
    return session.state.attempt ?? { seed: 0, submitted: false, responses: [] };
  }

  private listen(question: QuestionData, index: number): void {
    const form = formOf(question);
    form?.addEventListener("submit", (event) => event.preventDefault()); // Enter in a question sends nothing
    form?.addEventListener("change", () => {
      const { session } = this.player;
      this.stopwatch.lap(question.id);
      session.update(answerItem(session.state, index, kindOf(this.player, question)?.read(form) ?? null), "now");
      place("missing", form).replaceChildren();
      this.unanswered.replaceChildren();
    });
  }

  /** Shows the attempt as it stands: open, or sent with its results. */
  private restore(): void {
    const { attempt } = this;
    this.sort(attempt.seed);
    this.questions.forEach((question, index) => {
      const form = formOf(question);
      if (!form) return;
      const response = attempt.responses[index] ?? null;
      kindOf(this.player, question)?.show(form, response);
      for (const fields of form.querySelectorAll("fieldset")) fields.disabled = attempt.submitted;
      place("result", form).replaceChildren();
      if (attempt.submitted) explain(this.player, question, response);
    });
    this.area.hidden = attempt.submitted;
    const results = place("results", this.article);
    results.hidden = !attempt.submitted;
    if (attempt.submitted) showResults(this.player, results, this.rights(attempt.responses), () => this.retry());
  }

  /** The order comes from the seed, so that it is the same when the learner comes back. */
  private sort(seed: number): void {
    const rules = this.player.course.assessment;
    const count = this.questions.length;
    const sequence = rules?.shuffleQuestions ? order(seed, "questions", count) : this.questions.map((_, index) => index);
    sequence.forEach((authored, shown) => {
      const question = this.questions[authored];
      const form = question && formOf(question);
      if (!question || !form) return;
      form.parentElement?.append(form);
      place("label", form).textContent = this.player.words("question_of", { n: shown + 1, total: count });
      if (rules?.shuffleOptions && question.kind !== "true-false") arrange(form, order(seed, question.id, question.options));
    });
  }

  private rights(responses: readonly (number | null)[]): boolean[] {
    return this.questions.map((question, index) => {
      const response = responses[index] ?? null;
      const key = this.player.keys.get(question.id);
      return response !== null && key !== undefined && kindOf(this.player, question)?.mark(response, key) === "right";
    });
  }

  /** Names what has no answer, and leaves the choice: nobody has to answer what is too hard. */
  private check(): void {
    const open = [...this.article.querySelectorAll<HTMLFormElement>("form[data-question]")].filter((form) => !form.querySelector("input:checked"));
    if (open.length === 0) return this.send();
    const { words } = this.player;
    const list = make("ul");
    for (const form of open) {
      const link = make("a", { href: `#${form.id}` }, place("label", form).textContent ?? "");
      link.addEventListener("click", (event) => {
        event.preventDefault();
        form.scrollIntoView();
        form.querySelector("input")?.focus();
      });
      list.append(make("li", {}, link));
    }
    this.unanswered.replaceChildren(
      make("p", {}, words(open.length === 1 ? "unanswered_one" : "unanswered", { n: open.length })), list,
      button(words("submit_anyway"), () => this.send()),
    );
  }

  private send(): void {
    const { player } = this;
    const { responses } = this.attempt;
    const next = submitAttempt(player.session.state, player.course, this.rights(responses));
    this.questions.forEach((question, index) => {
      const response = responses[index] ?? null;
      if (response !== null) journal(player, question, response, next.attemptsUsed, this.stopwatch.take(question.id));
    });
    player.session.update(next, "now");
    this.unanswered.replaceChildren();
    this.restore();
    player.changed();
    const results = place("results", this.article);
    results.querySelector("h3")?.focus({ preventScroll: true });
    results.scrollIntoView();
  }

  private retry(): void {
    const { session } = this.player;
    session.update(startAttempt(session.state, randomSeed()), "now");
    this.stopwatch.start();
    this.restore();
    const first = this.article.querySelector<HTMLFormElement>("form[data-question]");
    first?.scrollIntoView();
    first?.querySelector("input")?.focus({ preventScroll: true });
  }
}
