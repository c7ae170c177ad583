import { timespan, timeOfDay } from "../core/clock";
import type { Scorm12 } from "./scorm12";

/** One answered question, for the reports of an LMS (RTE 1.2, 3.4.4, cmi.interactions). */
export interface Interaction {
  readonly id: string;
  readonly type: "choice" | "true-false";
  /** Letters of the chosen options by authored order, or t / f. */
  readonly response: string;
  readonly pattern: string;
  readonly right: boolean;
  readonly weight: number;
  readonly latencyMs: number;
}

/**
 * Writes interactions as a journal: one new index for each answer. They serve reports only; an LMS that does not want them loses nothing of
 * the learner's, so their failures are swallowed.
 */
export class Journal {
  private index: number;
  private readonly waiting: (readonly [Interaction, string])[] = [];
  private refused = false;

  /** Starts behind what the LMS counts; behind our own count where it does not say. */
  constructor(private readonly lms: Scorm12, written: number) {
    const count = lms.get("cmi.interactions._count");
    this.index = /^\d+$/.test(count) ? Number(count) : written;
  }

  add(interaction: Interaction, at: Date): void {
    this.waiting.push([interaction, timeOfDay(at)]);
  }

  /** Sets what waits, at most `most` of it, and returns how many; the commit that follows takes them along. */
  write(most: number): number {
    const batch = this.waiting.splice(0, most);
    for (const [interaction, time] of batch) this.one(interaction, time);
    return batch.length;
  }

  private one(interaction: Interaction, time: string): void {
    if (this.refused) return;
    const set = (member: string, value: string): boolean => this.lms.set(`cmi.interactions.${this.index}.${member}`, value);
    if (!set("id", interaction.id)) {
      this.refused = true;
      return;
    }
    // The type stands before what is checked against it.
    set("type", interaction.type);
    set("time", time);
    set("correct_responses.0.pattern", interaction.pattern);
    set("weighting", String(interaction.weight));
    set("student_response", interaction.response);
    set("result", interaction.right ? "correct" : "wrong");
    set("latency", timespan(interaction.latencyMs));
    this.index++;
  }
}
