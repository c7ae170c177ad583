const singles = "abcdefghijklmnopqrstuvwxyz0123456789";

/** How choices are told to an LMS: single characters by authored order, whatever the order on screen (RTE 1.2, 3.4.4, student_response). */
export function inLetters(type: "choice" | "true-false", options: number, chosen: readonly number[], right: readonly number[]) {
  // Beyond 36 options there are no single characters left; numbers of options then stand as fill-in, which takes any 255 characters.
  const many = options > singles.length;
  const write = (some: readonly number[]): string =>
    [...some].sort((a, b) => a - b).map((option) => (many ? String(option + 1) : (type === "true-false" ? "tf" : singles)[option])).join();
  return { type: many ? "fill-in" as const : type, response: write(chosen), pattern: write(right) };
}
