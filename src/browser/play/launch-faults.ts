/** A fault of the LMS in one launch, in addition to its traits. */
export type LaunchFault =
  "no-api" | "initialize-false" | "no-optional" | "throwing" | "all-false" | "unread" | "review" | "lost-commits";

const unread = ["cmi.core.lesson_status", "cmi.core.score.raw", "cmi.core.score.min", "cmi.core.score.max"].concat(
  ["cmi.completion_status", "cmi.success_status"],
  ["cmi.score.scaled", "cmi.score.raw", "cmi.score.min", "cmi.score.max"],
);
const lost = 3;
let commits = 0;

/**
 * The result of a call under this fault; null if the fault does not change it. May throw. The name is that of SCORM 1.2
 * (LMSCommit) or 2004 (Commit).
 */
export function faultyResult(
  fault: LaunchFault | null,
  name: string,
  [first = ""]: readonly string[],
): { result: string; error: string } | null {
  const call = name.replace(/^LMS/, "");
  const fails =
    call.startsWith("GetE") || call === "GetDiagnostic"
      ? null
      : { result: call === "GetValue" ? "" : "false", error: "101" };
  switch (fault) {
    case "throwing":
      throw new Error("The LMS is broken.");
    case "all-false":
      return call === "GetLastError" ? { result: "101", error: "0" } : fails;
    case "initialize-false":
      return call === "Initialize" ? fails : null;
    case "lost-commits":
      return call === "Commit" && commits++ < lost ? fails : null;
    case "unread":
      return call === "GetValue" && unread.includes(first) ? { result: "", error: "0" } : null;
    default:
      return null;
  }
}
