// The LMS page that the headless browser opens. It provides the API of a simulated LMS, with at most one fault, and
// reports every call and its result. The course has the same origin and can manipulate this page, but only falsifies
// its own record.
import { adapter12, adapter2004 } from "./adapter";
import { faultyResult, type LaunchFault } from "./launch-faults";

/** Parameters of a launch, passed once by the tool. */
export interface Opening {
  readonly href: string;
  readonly as: string;
  /** True for the API of SCORM 2004. */
  readonly scorm2004: boolean;
  readonly fault: LaunchFault | null;
  /** Adds a frame between the API and the course. */
  readonly nested: boolean;
  /** Permissions of the course's frame, as in the attribute `sandbox`; null for a frame without limits. */
  readonly sandbox: string | null;
  readonly before: Readonly<Record<string, string>>;
}

const most = { calls: 20_000, characters: 70_000 };
const page = window as unknown as {
  protectReport: (line: string) => void;
  protectOpen: (opening: Opening) => void;
  protectClose: () => Promise<void>;
};
const send = page.protectReport; // saved before the course can replace it
const write = JSON.stringify;

/** Makes an argument JSON: text unchanged, very long text cut, any other value as text with its type. */
function shown(value: unknown): unknown {
  if (typeof value === "string")
    return value.length > most.characters ? { text: value.slice(0, most.characters), length: value.length } : value;
  return { type: value === null ? "null" : typeof value, text: String(value).slice(0, 200) };
}

page.protectOpen = ({ href, as, scorm2004, fault, nested, sandbox, before }) => {
  const start = performance.now();
  const lms = scorm2004 ? adapter2004(before, fault) : adapter12(as, before, fault);
  let count = 0;
  let last = "";
  const sendStored = (): void => {
    const stored = write(lms.stored());
    if (stored !== last) send(write({ stored: lms.stored() }));
    last = stored;
  };
  const report = (name: string, args: unknown[], result: unknown, error: string, at: number): void => {
    const took = performance.now() - start - at;
    const text = String(result).slice(0, most.characters);
    send(write({ call: { name, args: args.map(shown), result: text, error, at, took } }));
  };
  const recorded =
    (name: string) =>
    (...args: unknown[]): unknown => {
      const at = performance.now() - start;
      let result: unknown = "(threw an error)";
      let error = "0";
      try {
        const faulty = faultyResult(fault, name, args.map(String));
        if (faulty === null) [result, error] = [lms.call(name, args.map(String)), lms.error()];
        else ({ result, error } = faulty);
        return result;
      } finally {
        if (++count <= most.calls) {
          report(name, args, result, error, at);
          sendStored();
        } else if (count === most.calls + 1) send(write({}));
      }
    };
  const adapter: Record<string, unknown> = Object.fromEntries(lms.functions.map((name) => [name, recorded(name)]));
  const isFunction = scorm2004 ? /^[A-Z]/ : /^LMS/;
  const API = new Proxy(adapter, {
    // Unknown functions fail as if they did not exist, but the call is reported first.
    get: (target, name) =>
      typeof name === "string" && isFunction.test(name) && !(name in target)
        ? (...args: unknown[]) => {
            report(name, args, "(no such function)", "0", performance.now() - start);
            throw new TypeError(`${lms.name}.${name} is not a function`);
          }
        : (Reflect.get(target, name) as unknown),
  });
  if (fault !== "no-api") setTimeout(() => offer(lms.name, API), lms.late);

  let place = document;
  if (nested) {
    const between = document.createElement("iframe");
    document.body.append(between);
    place = between.contentDocument ?? document;
    place.body.style.cssText = "margin:0;height:100vh";
  }
  const frame = place.createElement("iframe");
  frame.style.cssText = "border:0;display:block;width:100%;height:100%";
  frame.title = "Course";
  frame.allow = "fullscreen";
  if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
  frame.src = href;
  place.body.append(frame);
};

/** Provides the API, and reports once that a script has looked for it. */
function offer(name: string, api: unknown): void {
  let isReported = false;
  let offered: unknown = api;
  Object.defineProperty(window, name, {
    configurable: true,
    get: () => {
      if (!isReported) send(write({ found: true }));
      isReported = true;
      return offered;
    },
    set: (value: unknown) => {
      offered = value;
    },
  });
}

/** Closes the course as a learner does. The page of the LMS stays, so that the course's last calls are recorded. */
page.protectClose = () =>
  new Promise((done) => {
    const frame = document.querySelector("iframe");
    if (!frame) return done();
    frame.addEventListener("load", () => done());
    frame.src = "/closed";
  });
