/** A fault of the LMS in one launch, in addition to its traits. */
export type LaunchFault =
  "no-api" | "initialize-false" | "no-optional" | "throwing" | "all-false" | "unread" | "review" | "lost-commits";

const unread = ["cmi.core.lesson_status", "cmi.core.score.raw", "cmi.core.score.min", "cmi.core.score.max"];
const lost = 3;
let commits = 0;

/** The result of a call under this fault; null if the fault does not change it. May throw. */
export function faultyResult(
  fault: LaunchFault | null,
  name: string,
  [first = ""]: readonly string[],
): { result: string; error: string } | null {
  const fails =
    name.startsWith("LMSGetE") || name === "LMSGetDiagnostic"
      ? null
      : { result: name === "LMSGetValue" ? "" : "false", error: "101" };
  switch (fault) {
    case "throwing":
      throw new Error("The LMS is broken.");
    case "all-false":
      return name === "LMSGetLastError" ? { result: "101", error: "0" } : fails;
    case "initialize-false":
      return name === "LMSInitialize" ? fails : null;
    case "lost-commits":
      return name === "LMSCommit" && commits++ < lost ? fails : null;
    case "unread":
      return name === "LMSGetValue" && unread.includes(first) ? { result: "", error: "0" } : null;
    default:
      return null;
  }
}
