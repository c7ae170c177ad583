import { timespan } from "../core/clock";
import type { InteractionType } from "../core/reported-answer";
import { plugs } from "../core/plugs";
import type { Scorm12 } from "./scorm12";

/** One answered question, for the reports of an LMS (RTE 1.2, 3.4.4, cmi.interactions). */
export interface Interaction {
  readonly id: string;
  readonly type: InteractionType;
  /** In the format of the type, by authored order. */
  readonly response: string;
  /** null where nothing is right or wrong. */
  readonly pattern: string | null;
  readonly result: "correct" | "wrong" | "neutral";
  readonly weight: number;
  readonly latencyMs: number;
}

/**
 * Writes interactions as a journal: a new index for each answer. They are for reports only, so no progress depends on
 * them: if the LMS refuses them, they are dropped. Interactions of a failed commit are written again at the same index.
 */
export class Journal {
  private readonly first: number;
  private readonly waiting: Entry[] = [];
  private added = 0;
  private sent = 0;
  private refused = false;

  /** Continues after the LMS's count; after `written` if the LMS returns none. */
  constructor(
    private readonly lms: Scorm12,
    written: number,
  ) {
    const count = lms.get("cmi.interactions._count");
    this.first = /^\d+$/.test(count) ? Number(count) : written;
  }

  add(interaction: Interaction, at: Date): void {
    if (!this.refused) this.waiting.push({ interaction, time: timeOfDay(at), index: this.first + this.added++ });
  }

  /** Sets at most `most` waiting interactions; the next commit sends them. Returns true if more are waiting. */
  write(most: number): boolean {
    const end = this.sent + most;
    while (this.sent < Math.min(end, this.waiting.length)) {
      if (!this.one(this.waiting[this.sent] as Entry)) return false;
      this.sent++;
    }
    return this.sent < this.waiting.length;
  }

  /** Must be called after each commit. */
  settle(committed: boolean): void {
    if (committed) this.waiting.splice(0, this.sent);
    this.sent = 0;
  }

  private one({ interaction, time, index }: Entry): boolean {
    const at = (member: string): string => `cmi.interactions.${index}.${member}`;
    const set = (member: string, value: string): boolean => this.lms.set(at(member), value);
    if (!set("id", identifier(interaction.id))) return false;
    if (!this.lms.takes(at("id"))) {
      this.refused = true;
      this.waiting.length = this.sent = 0;
      return false;
    }
    // The type comes first: LMSs validate pattern and response by it.
    set("type", interaction.type);
    set("time", time);
    if (interaction.pattern !== null) set("correct_responses.0.pattern", interaction.pattern);
    set("weighting", String(Math.min(100, interaction.weight)));
    set("student_response", interaction.response);
    set("result", interaction.result);
    set("latency", timespan(interaction.latencyMs));
    return true;
  }
}

interface Entry {
  readonly interaction: Interaction;
  readonly time: string;
  readonly index: number;
}

/** Makes an identifier that every LMS accepts (RTE 1.2, CMIIdentifier), starting with a letter. */
function identifier(id: string): string {
  const safe = id.replace(/[^A-Za-z0-9_-]/g, "-");
  return (/^[A-Za-z]/.test(safe) ? safe : `q-${safe}`).slice(0, 64);
}

/** Formats the local time as HH:MM:SS (CMITime). */
export function timeOfDay(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}

plugs.journal = (lms, written) => new Journal(lms, written);
