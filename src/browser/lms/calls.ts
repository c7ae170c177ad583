/** A call by the content and its result. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  readonly result: string;
  readonly error: string;
}

/** Elements and values that an LMS saves for a learner between launches. */
export type Record12 = Readonly<Record<string, string>>;
