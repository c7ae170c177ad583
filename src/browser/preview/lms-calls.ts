import type { Call } from "../lms/calls";
import type { Changes } from "../lms/runtime";
import { limits, type RecordedCall, type PageMessage } from "./messages";

const pause = 50;
const enough = 2_000_000;
const cut = (value: string): string => (value.length > limits.text ? `${value.slice(0, limits.text - 1)}…` : value);

/** Reports calls in batches. When too many arrive at once, the rest is only counted and its changes are merged. */
export class CallReporter {
  private calls: RecordedCall[] = [];
  private weight = 0;
  private skipped = 0;
  private readonly set = new Map<string, string>();
  private readonly kept = new Map<string, string>();
  private timer = 0;

  constructor(
    private readonly post: (message: PageMessage) => void,
    private readonly before: () => void,
  ) {}

  hear(call: Call, { set, kept }: Changes, at: number, took: number): void {
    this.timer ||= setTimeout(() => this.flush(), pause) as unknown as number;
    if (
      this.skipped === 0 &&
      this.calls.length < limits.calls &&
      this.weight < enough &&
      kept.length < limits.elements
    ) {
      const args = call.args.slice(0, limits.args).map((arg) => cut(String(arg)));
      this.calls.push({
        call: { name: call.name, args, result: cut(call.result), error: call.error },
        at,
        took,
        set,
        kept,
      });
      this.weight +=
        args.reduce((sum, arg) => sum + arg.length, call.result.length) +
        [...set, ...kept].reduce((sum, [name, value]) => sum + name.length + value.length, 100);
      return;
    }
    this.skipped++;
    for (const [element, value] of set) this.set.set(element, value);
    for (const [element, value] of kept) this.kept.set(element, value);
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.before();
    if (this.calls.length === 0 && this.skipped === 0) return;
    const some = (all: ReadonlyMap<string, string>): [string, string][] => [...all].slice(0, limits.elements);
    this.post({
      kind: "calls",
      calls: this.calls,
      skipped: this.skipped,
      rest: { set: some(this.set), kept: some(this.kept) },
    });
    this.calls = [];
    this.weight = this.skipped = 0;
    this.set.clear();
    this.kept.clear();
  }
}
