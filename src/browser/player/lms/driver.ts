import type { PriorResult, Report } from "../core/report";
import type { ReportedAnswer } from "../core/reported-answer";
import type { Verdict } from "../core/marking";
import type { Status } from "../core/state";

// The contract between the player and the standard of an LMS. A driver never throws.

export type Mode = "normal" | "review" | "browse";

/** The connection to an LMS, in words common to all standards. Each standard is one implementation. */
export interface LmsDriver {
  /** Whether the LMS has ended the session: it accepts nothing more in this launch. */
  readonly lost: boolean;
  /** Whether a call has thrown: then an empty value does not mean that the LMS has none. */
  readonly threw: boolean;
  initialize(): boolean;
  finish(): void;
  /** Starts a new session in the same page after `finish`. If the LMS refuses, it is lost. */
  reopen(): void;

  mode(): Mode;
  learnerId(): string;
  /** Without credit, neither status nor score nor interactions are reported. */
  givesCredit(): boolean;
  /** Pass mark that an administrator set, in percent; null for none. */
  passMark(): number | null;
  /** The encoded state of the last commit; empty for none. */
  state(): string;
  bookmark(): string;
  status(): Status | null;
  result(): PriorResult;

  /** The commits that a report takes, in order. `known` is the status that the LMS has. */
  stages(report: Report, known: Status | null): Report[];
  /** Sets the values of a report, and commits. After a failure the next call sends everything again. */
  commit(report?: Report): boolean;
  /** Makes the next commit send everything again. */
  resendAll(): void;
  /**
   * Returns a report whose status, score and bookmark differ from those of a report where the LMS may lack them, and
   * claims less. Some adapters never send a value again that they tried to send: committed first, it makes them.
   * The score stays on its side of the pass mark: it remains in the LMS if the device is lost before the next commit.
   *
   * @param mark The pass mark that the score reaches, in hundredths of a percent; 0 for none.
   */
  differing(report: Report, has: PriorResult, mark: number): Report;

  /** Number of interactions that the LMS has; null if it does not count them. */
  interactionCount(): number | null;
  /** Sets the fields of an interaction; the next commit sends them. */
  setInteraction(index: number, fields: Fields): "set" | "failed" | "refused";
  /** Sets fields whatever the LMS returns; the next values of these elements replace them. */
  disturbInteraction(index: number, fields: Fields): void;
}

/** Fields of an interaction in the standard's words and order, the identifier first. */
export type Fields = readonly [Field, ...Field[]];
type Field = readonly [name: string, value: string];

/** One answered question, for the reports of an LMS. */
export interface Interaction {
  readonly id: string;
  readonly answer: ReportedAnswer;
  readonly verdict: Verdict;
  readonly weight: number;
  readonly latencyMs: number;
}

/** An interaction at its index in the LMS. */
export interface Entry {
  readonly index: number;
  readonly fields: Fields;
}

/** Interactions of earlier launches. */
export interface Waiting {
  /** Number of interactions written in earlier launches. */
  readonly written: number;
  /** Those that the LMS may not have. */
  readonly entries: readonly Entry[];
  /** Whether the state in the LMS was written by this device: no other device has written interactions since. */
  readonly isSameHistory: boolean;
}

/** Interactions to write, in order (lms/interactions.ts). */
export interface Journal {
  /** Interactions that the LMS may not have, in order. */
  readonly unproven: readonly Entry[];
  /** Describes the interactions that are committed, for `prove`. */
  readonly mark: number;
  add(interaction: Interaction, at: Date): void;
  /** Sets at most `most` waiting interactions; the next commit sends them. Returns true if more are waiting. */
  write(most: number): boolean;
  /** Must be called after each commit. */
  settle(committed: boolean): void;
  /**
   * Sets other fields in at most `most` of the committed interactions that are unproven; the next commit sends them.
   * Returns true if more are left. Then all unproven interactions are waiting again.
   */
  disturb(most: number): boolean;
  /** The LMS has all interactions up to a mark. */
  prove(mark: number): void;
}

/** Opens a journal after the interactions that the LMS has, and adds those that it may not have. */
export type OpenJournal = (lms: LmsDriver, waiting: Waiting) => Journal;
