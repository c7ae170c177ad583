import { fresh, type CourseState } from "../../src/browser/player/core/state";
import type { Course } from "../../src/browser/player/core/course";
import type { PriorResult, Report } from "../../src/browser/player/core/report";
import type { Entry, Journal, LmsDriver, Mode, OpenJournal, Waiting } from "../../src/browser/player/lms/driver";
import type { Beginning } from "../../src/browser/player/lms/restore";
import { createSaver } from "../../src/browser/player/lms/saver";
import type { Saver, Saving, Start } from "../../src/browser/player/lms/saving";
import type { Kept } from "../../src/browser/player/lms/snapshot";
import { World } from "./world";

// A saver between an LMS, a device and a journal that only write down what they get.

export const none: PriorResult = { status: null, score: null };

/** An LMS that answers as the test says. */
export class FakeLms implements LmsDriver {
  lost = false;
  threw = false;
  /** Whether the next commits succeed. */
  accepts = true;
  /** Calls in order. */
  readonly log: string[] = [];
  readonly commits: (Report | undefined)[] = [];
  /** The status that each report was compared with. */
  readonly known: unknown[] = [];
  /** Runs within each commit. */
  during = (): void => undefined;
  stored = "";
  place = "";
  prior = none;
  pays = true;
  launched: Mode = "normal";
  mark: number | null = null;

  initialize = (): boolean => true;
  mode = (): Mode => this.launched;
  learnerId = (): string => "anna";
  givesCredit = (): boolean => this.pays;
  passMark = (): number | null => this.mark;
  state = (): string => this.stored;
  bookmark = (): string => this.place;
  status = (): PriorResult["status"] => this.prior.status;
  result = (): PriorResult => this.prior;
  finish = (): void => void this.log.push("finish");
  reopen = (): void => void this.log.push("reopen");
  resendAll = (): void => void this.log.push("resend");
  interactionCount = (): number | null => 0;
  setInteraction = (): "set" => "set";
  disturbInteraction = (): void => undefined;

  stages(report: Report, known: unknown): Report[] {
    this.known.push(known);
    return [report];
  }

  differing(report: Report, has: PriorResult, mark: number): Report {
    this.log.push(`differ ${has.status} ${has.score} ${mark}`);
    return { ...report, status: report.status && "incomplete" };
  }

  commit(report?: Report): boolean {
    this.log.push("commit");
    this.commits.push(report);
    this.during();
    return this.accepts && !this.lost;
  }
}

/** A journal that writes down its calls. */
export class FakeJournal implements Journal {
  readonly log: string[] = [];
  readonly proofs: number[] = [];
  unproven: Entry[] = [];
  mark = 0;
  /** Numbers of commits that are full of interactions. */
  full = 0;
  others = 0;
  waiting: Waiting | undefined;

  add = (): void => void this.log.push("add");
  settle = (done: boolean): void => void this.log.push(`settle ${done}`);
  prove = (mark: number): void => void this.proofs.push(mark);
  write = (most: number): boolean => (this.log.push(`write ${most}`), this.full-- > 0);
  disturb = (most: number): boolean => (this.log.push(`disturb ${most}`), this.others-- > 0);
}

/** A clock whose planned timers can be read. */
export class Watched extends World {
  readonly planned: number[] = [];

  override setTimeout(run: () => void, milliseconds: number): number {
    this.planned.push(milliseconds);
    return super.setTimeout(run, milliseconds);
  }
}

export const entry = (index: number): Entry => ({ index, fields: [["id", `answer-${index}`]] });

export interface Desk {
  readonly lms: FakeLms;
  readonly world: Watched;
  readonly saver: Saver;
  readonly journal: FakeJournal;
  /** Copies on the device, and "gone" for a removed one, in order. */
  readonly copies: (Kept | "gone" | "gone anonymous")[];
  readonly heard: Saving[];
  /** A state of the course, at a page. */
  at(page: number): CourseState;
  lastCopy(): Kept;
}

/** A saver with everything around it. The network answers probes after 50 ms. */
export function desk(
  course: Course,
  more: Partial<Omit<Start, "began">> & { began?: Partial<Beginning>; lms?: FakeLms | null } = {},
): Desk {
  const lms = more.lms === undefined ? new FakeLms() : more.lms;
  const world = new Watched();
  const copies: Desk["copies"] = [];
  const journal = new FakeJournal();
  const openJournal: OpenJournal = (_, waiting) => Object.assign(journal, { waiting });
  const start: Start = {
    host: world,
    snapshot: {
      key: "key",
      read: () => null,
      readAnonymous: () => null,
      removeAnonymous: () => void copies.push("gone anonymous"),
      write: (kept) => void copies.push(kept),
      remove: () => void copies.push("gone"),
    },
    prior: none,
    counts: true,
    openJournal: () => openJournal,
    ...more,
    began: {
      state: fresh(course),
      resumed: false,
      restored: false,
      offer: null,
      loss: null,
      offerLoss: null,
      entries: [],
      isSameHistory: false,
      isReadBack: false,
      ...more.began,
    },
  };
  const saver = createSaver(course, lms, start);
  const heard: Saving[] = [];
  saver.listen((saving) => heard.push(saving));
  const at = (page: number): CourseState => ({ ...fresh(course), page });
  const lastCopy = (): Kept => copies.filter((copy): copy is Kept => typeof copy === "object").at(-1)!;
  return { lms: lms ?? new FakeLms(), world, saver, journal, copies, heard, at, lastCopy };
}
