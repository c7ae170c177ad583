import type { Record12 } from "../lms/calls";
import { launchAs } from "../lms/runtime";
import { functions2004, launch2004 } from "../lms/runtime-2004";
import { simulatedLms } from "../lms/simulated-lms";
import type { LaunchFault } from "./launch-faults";

/** The API of one launch, for SCORM 1.2 or 2004. */
export interface Adapter {
  /** Name of the window's property in which content looks for it. */
  readonly name: "API" | "API_1484_11";
  readonly functions: readonly string[];
  call(name: string, args: readonly string[]): unknown;
  stored(): Record12;
  /** Error code of the last call. */
  error(): string;
  /** Milliseconds until the API is available. */
  readonly late: number;
}

const functions12 = [
  "LMSInitialize",
  "LMSFinish",
  "LMSGetValue",
  "LMSSetValue",
  "LMSCommit",
  "LMSGetLastError",
  "LMSGetErrorString",
  "LMSGetDiagnostic",
];

function block(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

export function adapter12(as: string, before: Record12, fault: LaunchFault | null): Adapter {
  const { traits } = simulatedLms(as);
  let error = "0";
  const lms = launchAs(before, fault === "no-optional" ? { ...traits, optionalElements: false } : traits, {
    block,
    heard: (call) => {
      error = call.error;
    },
    ...(fault === "review" ? { item: { mode: "review", credit: "no-credit" } } : {}),
  });
  return {
    name: "API",
    functions: functions12,
    call: (name, args) => {
      error = "0";
      return lms.API[name]?.(...args);
    },
    stored: () => lms.stored(),
    error: () => error,
    late: traits.late,
  };
}

/** SCORM 2004: the standard only, as the simulated LMSs describe SCORM 1.2. */
export function adapter2004(before: Record12, fault: LaunchFault | null): Adapter {
  const lms = launch2004(before, fault === "review" ? { mode: "review", credit: "no-credit" } : {});
  let error = "0";
  return {
    name: "API_1484_11",
    functions: functions2004,
    call: (name, args) => {
      const result = lms.API[name]?.(...args);
      if (!/^Get(LastError|ErrorString|Diagnostic)$/.test(name)) error = lms.lastError();
      return result;
    },
    stored: () => lms.stored(),
    error: () => error,
    late: 0,
  };
}
