// The LMS page that the headless browser opens. It provides the API of a simulated LMS, with at most one fault, and
// reports every call and its result. The course has the same origin and can manipulate this page, but only falsifies
// its own record.
import { launchAs } from "../lms/runtime";
import { simulatedLms } from "../lms/simulated-lms";
import { faultyResult, type LaunchFault } from "./launch-faults";

/** Parameters of a launch, passed once by the tool. */
export interface Opening {
  readonly href: string;
  readonly as: string;
  readonly fault: LaunchFault | null;
  /** Adds a frame between the API and the course. */
  readonly nested: boolean;
  readonly before: Readonly<Record<string, string>>;
}

const most = { calls: 20_000, characters: 70_000 };
const functions = [
  "LMSInitialize",
  "LMSFinish",
  "LMSGetValue",
  "LMSSetValue",
  "LMSCommit",
  "LMSGetLastError",
  "LMSGetErrorString",
  "LMSGetDiagnostic",
];
const page = window as unknown as {
  protectReport: (line: string) => void;
  protectOpen: (opening: Opening) => void;
  protectClose: () => Promise<void>;
  API: unknown;
};
const send = page.protectReport; // saved before the course can replace it
const write = JSON.stringify;

/** Makes an argument JSON: text unchanged, very long text cut, any other value as text with its type. */
function shown(value: unknown): unknown {
  if (typeof value === "string")
    return value.length > most.characters ? { text: value.slice(0, most.characters), length: value.length } : value;
  return { type: value === null ? "null" : typeof value, text: String(value).slice(0, 200) };
}

function block(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

page.protectOpen = ({ href, as, fault, nested, before }) => {
  const start = performance.now();
  const { traits } = simulatedLms(as);
  let count = 0;
  let error = "0";
  let last = "";
  const lms = launchAs(before, fault === "no-optional" ? { ...traits, optionalElements: false } : traits, {
    block,
    heard: (call) => {
      error = call.error;
    },
    ...(fault === "review" ? { item: { mode: "review", credit: "no-credit" } } : {}),
  });
  const sendStored = (): void => {
    const stored = write(lms.stored());
    if (stored !== last) send(write({ stored: lms.stored() }));
    last = stored;
  };
  const recorded =
    (name: string) =>
    (...args: unknown[]): unknown => {
      const at = performance.now() - start;
      let result: unknown = "(threw an error)";
      let reported = "0";
      try {
        const faulty = faultyResult(fault, name, args.map(String));
        error = "0";
        if (faulty === null) result = lms.API[name]?.(...args.map(String));
        else ({ result, error } = faulty);
        reported = error;
        return result;
      } finally {
        if (++count <= most.calls) {
          send(
            write({
              call: {
                name,
                args: args.map(shown),
                result: String(result).slice(0, most.characters),
                error: reported,
                at,
                took: performance.now() - start - at,
              },
            }),
          );
          sendStored();
        } else if (count === most.calls + 1) send(write({}));
      }
    };
  const adapter: Record<string, unknown> = Object.fromEntries(functions.map((name) => [name, recorded(name)]));
  const API = new Proxy(adapter, {
    // Unknown functions fail as if they did not exist, but the call is reported first.
    get: (target, name) =>
      typeof name === "string" && /^LMS/.test(name) && !(name in target)
        ? (...args: unknown[]) => {
            send(
              write({
                call: {
                  name,
                  args: args.map(shown),
                  result: "(no such function)",
                  error: "0",
                  at: performance.now() - start,
                  took: 0,
                },
              }),
            );
            throw new TypeError(`API.${name} is not a function`);
          }
        : (Reflect.get(target, name) as unknown),
  });
  if (fault !== "no-api")
    setTimeout(() => {
      page.API = API;
    }, traits.late);

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
  frame.src = href;
  place.body.append(frame);
};

/** Closes the course as a learner does. The page of the LMS stays, so that the course's last calls are recorded. */
page.protectClose = () =>
  new Promise((done) => {
    const frame = document.querySelector("iframe");
    if (!frame) return done();
    frame.addEventListener("load", () => done());
    frame.src = "/closed";
  });
