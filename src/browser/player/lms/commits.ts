import { timespan } from "../core/clock";
import type { CourseData } from "../core/course-data";
import { plugs } from "../core/plugs";
import { keptOnly, stages, values, type PriorResult, type Values } from "../core/report";
import type { CourseState } from "../core/state";
import type { Interaction, Journal } from "./interactions";
import type { Scorm12 } from "./scorm12";

/** Most interactions in one commit: some servers limit the number of form fields. */
const batch = 50;

export interface CommitOptions {
  readonly prior: PriorResult;
  /** Interactions written in earlier launches. */
  readonly written: number;
  /** False without credit (cmi.core.credit): then no status, score or interactions are written. */
  readonly counts: boolean;
}

/** Writes interactions and state to the LMS, in as many commits as necessary. */
export class Commits {
  /** The status of the last successful commit. */
  known: string;
  /** Created with the first interaction, because it reads the LMS's count. */
  private journal: Journal | undefined;
  private readonly writesInteractions: boolean;

  constructor(
    private readonly course: CourseData,
    private readonly lms: Scorm12,
    private readonly options: CommitOptions,
  ) {
    this.known = options.prior.status;
    this.writesInteractions = options.counts && course.tracking.interactions;
  }

  /** True when the interaction will be written. */
  add(interaction: Interaction, at: Date): boolean {
    if (!this.writesInteractions) return false;
    this.journal ??= plugs.journal?.(this.lms, this.options.written);
    this.journal?.add(interaction, at);
    return this.journal !== undefined;
  }

  /** Stops at the first failed commit: the next ones depend on it. */
  send(state: CourseState, elapsed: number): boolean {
    const common: Values = [
      ["cmi.core.exit", "suspend"],
      ["cmi.core.session_time", timespan(elapsed)],
    ];
    while (this.journal?.write(batch)) if (!this.save([])) return false;
    for (const stage of this.stages(state)) {
      if (!this.save([...stage, ...common])) return false;
      this.known = stage.find(([element]) => element === "cmi.core.lesson_status")?.[1] ?? this.known;
    }
    return true;
  }

  private stages(state: CourseState): Values[] {
    const { counts, prior } = this.options;
    return counts ? stages(this.course, state, prior, this.known) : [keptOnly(values(this.course, state, prior))];
  }

  private save(some: Values): boolean {
    const saved = this.lms.save(some);
    this.journal?.settle(saved);
    return saved;
  }
}
