// The page of the simulated LMS that plays a package. It has the package's own origin, not that of the tool's pages or
// of another package, and sends text to the tool in messages.
import type { Fault } from "../lms/faults";
import { beginning, launchAs } from "../lms/runtime";
import { simulatedLms } from "../lms/simulated-lms";
import { arrive, leavePlace } from "./keep-place";
import { courseIn, decoded } from "./lms-decode";
import { open, windows, type Opened } from "./lms-open";
import { listen, outline } from "./lms-outline";
import { forget, forgetDevice, held, keep, newAttempt, withoutTrace } from "./lms-store";
import { CallReporter } from "./lms-calls";
import type { Command, Plan, PageMessage } from "./messages";

const post = (message: PageMessage): void => parent.postMessage(message, "*"); // only the tool may frame this page
const faults = new Set<Fault>();
const lookAgain = 400;
/** Milliseconds to wait for the last calls of a closed window. */
const lastWords = 300;
let plan: Plan | null = null;
let opened: Opened | null = null;
let save = (): void => undefined;
let suspendData = "";
/** Suspend data of an earlier call, while its state is shown. */
let looksAt: string | null = null;
let decodedLast = "";

const reporter = new CallReporter(post, () => {
  save();
  decode();
});

function begin(wanted: Plan): void {
  if (plan) return;
  plan = wanted;
  const { traits } = simulatedLms(plan.as);
  const { earlier, now } = held(plan.item, plan.as, plan.sco);
  let changed = false;
  let began = 0;
  setFaults(plan.faults);
  const lms = launchAs(now, traits, {
    item: plan.data,
    faults,
    block,
    heard: (call, changes) => {
      changed ||= changes.kept.length > 0;
      for (const [element, value] of changes.set) if (element === "cmi.suspend_data") suspendData = value;
      reporter.hear(call, changes, Math.round(began), Math.round(performance.now() - began));
    },
  });
  const timed = Object.fromEntries(
    Object.entries(lms.API).map(([name, call]) => [
      name,
      (...args: unknown[]) => {
        began = performance.now();
        return call(...args.map(String));
      },
    ]),
  );
  save = () => {
    if (changed && plan) keep(plan.item, plan.as, plan.sco, { earlier, now: lms.stored() });
    changed = false;
  };
  suspendData = now["cmi.suspend_data"] ?? "";
  post({ kind: "opened", session: beginning(now, traits, plan.data), record: now, earlier });
  setTimeout(() => offer(timed), traits.late);
  if (traits.late === 0) offer(timed);
  opened = open(plan.container, `/${plan.slow ? "slow" : "course"}/${plan.item}/${plan.href}`);
  if (plan.container !== "window") arrive(content, () => post({ kind: "drawn" }));
}

const content = (): Window[] => [...windows(opened?.window() ?? null)];

/** Ends the visit but keeps the page visible: the next version will replace it from another frame. */
function rest(): void {
  leavePlace(content());
  reporter.flush();
  save = () => undefined;
  faults.add("vanished"); // ignore calls made while the frame closes
  post({ kind: "rested" });
}

/** The API that content finds; removed under the fault “vanished”. */
let adapter: unknown;
function offer(api: unknown): void {
  adapter = api;
  const place = window as unknown as { API?: unknown };
  if (faults.has("vanished")) delete place.API;
  else place.API = adapter;
}

function setFaults(wanted: readonly Fault[]): void {
  faults.clear();
  for (const fault of wanted) faults.add(fault);
  if (adapter) offer(adapter);
}

function block(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

function decode(): void {
  const wanted = looksAt ?? suspendData;
  if (wanted === decodedLast) return;
  const course = [...windows(opened?.window() ?? null)].map(courseIn).find((found) => found !== null);
  if (!course) return;
  decodedLast = wanted;
  post({ kind: "decoded", rows: decoded(course, wanted) });
}

/** Kills the tab: calls and storage changes of the closing content have no effect. */
function kill(): void {
  save();
  withoutTrace(content(), () => {
    faults.add("vanished");
    opened?.close();
  });
  post({ kind: "ended" });
}

/** Closes the content as a learner does, records its last calls, and reloads the page. */
function leave(between: () => void | Promise<void> = () => undefined): void {
  const later = plan?.container === "window" && opened?.window() ? lastWords : 0;
  opened?.close();
  setTimeout(() => {
    reporter.flush();
    void Promise.resolve(between()).finally(() => location.reload());
  }, later);
}

const announced: string[] = [];
const listened = new WeakSet<Document>();
let outlining = 0;
let outlineLast = "";

function postOutline(): void {
  const documents = [...windows(opened?.window() ?? null)].map(({ document }) => document);
  for (const document of documents.filter((one) => !listened.has(one))) {
    listened.add(document);
    listen(document, (text) => void (announced[announced.length - 1] === text || announced.push(text)));
  }
  announced.splice(0, Math.max(0, announced.length - 20));
  const lines = outline(documents);
  const now = JSON.stringify([lines, announced]);
  if (now !== outlineLast) post({ kind: "outline", lines, announced });
  outlineLast = now;
}

addEventListener("message", (event: MessageEvent<Command>) => {
  if (event.source !== parent || (!plan && event.data.order !== "begin")) return;
  const { item = "", as = "", sco = "" } = plan ?? {};
  switch (event.data.order) {
    case "begin":
      return begin(event.data.plan);
    case "again":
      return leave();
    case "attempt":
      return leave(() => newAttempt(item, as));
    case "forget":
      return leave(() => forget(item, as));
    case "relaunch": {
      const { record } = event.data;
      return leave(async () => {
        await forgetDevice();
        keep(item, as, sco, { earlier: held(item, as, sco).earlier, now: record });
      });
    }
    case "rest":
      return rest();
    case "kill":
      return kill();
    case "faults":
      return setFaults(event.data.faults);
    case "decode":
      looksAt = event.data.text;
      return decode();
    case "outline":
      clearInterval(outlining);
      outlineLast = "";
      if (event.data.on) {
        postOutline();
        outlining = setInterval(postOutline, lookAgain) as unknown as number;
      }
  }
});

addEventListener("pagehide", () => reporter.flush());
setInterval(decode, 1000);
post({ kind: "ready" });
