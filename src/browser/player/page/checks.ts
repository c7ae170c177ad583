import { checksOf, type QuestionData } from "../core/course-data";
import { answerCheck, keepCheck, mostTries } from "../core/answers";
import type { CheckState } from "../core/state";
import type { Judgement } from "../kinds/judge";
import type { Player } from "./contract";
import { place, press } from "./dom";
import { explain } from "./feedback";
import { formOf, onChange, onSubmit } from "./forms";
import { journal } from "./journal";
import type { Stopwatch } from "./stopwatch";

export { openJournal } from "../lms/scorm12-interactions";

/** Activates the knowledge checks of a page. They are marked at once and can be repeated without limit. */
export function prepareChecks(player: Player, page: string, stopwatch: Stopwatch): void {
  const { session, course } = player;
  checksOf(course).forEach((question, index) => {
    if (question.page === page)
      prepare(player, question, stopwatch, {
        known: session.state.checks[index] ?? null,
        keep: (response) => session.update(keepCheck(session.state, index, response), "now"),
        answer: (response, right) => session.update(answerCheck(session.state, course, index, response, right), "now"),
        tries: () => session.state.checks[index]?.tries ?? 0,
      });
  });
  // On a private page an answer stays in the form only.
  for (const question of course.questions) {
    if (question.private && question.page === page)
      prepare(player, question, stopwatch, {
        known: null,
        keep: () => undefined,
        answer: () => undefined,
        tries: () => 0,
      });
  }
}

/** Stores the answers to one question. */
interface AnswerStore {
  readonly known: CheckState | null;
  /** Stores a step of a question that has not ended. */
  keep(response: number): void;
  answer(response: number, right: boolean): void;
  tries(): number;
}

function prepare(
  player: Player,
  question: QuestionData,
  stopwatch: Stopwatch,
  { known, keep, answer, tries }: AnswerStore,
): void {
  const form = formOf(player, question);
  if (!form) return;
  const { element } = form;
  const missing = place("missing", element);
  const again = place("again", element);
  place("actions", element).hidden = false;
  if (question.shuffle) form.mix(player.seed);

  // Feedback belongs to the previous answer: remove it when the choice changes.
  const clear = (): void => {
    missing.replaceChildren();
    place("result", element).replaceChildren();
    form.annotate(null);
    again.hidden = true;
  };
  const showFeedback = (judgement: Judgement): void => {
    explain(player, form, judgement);
    again.hidden = judgement.verdict === "right";
  };
  const isDone = (response: number): boolean => form.isDone?.(response) ?? true;

  const submit = (response: number): void => {
    stopwatch.lap(question.id);
    const judgement = form.judge(response);
    // The journal first, so that the commit of the answer includes it.
    journal(player, question, judgement, tries() + 1, mostTries, stopwatch.take(question.id));
    answer(response, judgement.verdict === "right" || judgement.verdict === "noted");
    showFeedback(judgement);
    player.changed();
  };

  const draft = player.drafts.get(question.id) ?? known?.response;
  if (draft !== undefined) form.show(draft);
  if (known && draft === known.response && isDone(known.response)) showFeedback(form.judge(known.response));
  place("check", element).hidden = form.isDone !== null;
  onChange(element, () => {
    clear();
    const response = form.isDone ? form.read() : null;
    if (response === null) return;
    if (isDone(response)) submit(response);
    else keep(response);
  });
  onSubmit(element, () => {
    const response = form.read();
    if (response === null) {
      missing.textContent = form.lacking;
      return form.focus();
    }
    if (isDone(response)) submit(response);
  });

  press(again, () => {
    form.show(null);
    clear();
    form.focus();
  });
}
