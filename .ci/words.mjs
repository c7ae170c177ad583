#!/usr/bin/env node
// Lists wording that readers stumble over, in everything a person reads: documents, comments, texts and names of tests.
// Usage: node .ci/words.mjs [folder or file …]. Exits with 1 when something is found.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

// Each row: the pattern, and what to write instead.
const patterns = [
  [/\banew\b/i, "again"],
  [/\bbesides\b/i, "also, in addition"],
  [/\bbeside\b/i, "next to, with, in addition to"],
  [/\bof (ours|theirs)\b/i, "our, their"],
  [/\bwho(m)?(so)?ever\b/i, "anyone who, any tool"],
  [/\b(stands?|stood|standing)\b(?!-| out\b|ing\b| by\b)/i, "is, appears, is kept, is written"],
  [/\b(is|are|was|were|be|been|being) (told|asked of)\b/i, "is notified, is required by"],
  [/\btells? (it|them|us|three|of)\b|\btold (by|in|as|of|apart)\b|\bsaid so\b/i, "reports, returns, distinguishes"],
  [/\bat (its|their|his) word\b|\bhop by hop\b|\bfar enough\b|\bour fault\b/i, "say what happens"],
  [/\b(a|one) (file|page|folder|line|row|spec|test|record|class|command|name|id) (a|an|each) \w+/i, "one … per …"],
  [/(^|[.:;!?"“>] )(what|who|whom|which) [^?]*$/i, "a noun or a verb as the start of the sentence", "start"],
  [/\b(mend|mends|mended|mending|cures?|cured)\b/i, "fix, remedy"],
  [/\bfilms?\b/i, "video"],
  [
    /\bthe whole\b(?! course|-| edition| page| zip| file| package| text| journey| suite| run| number| folder)/i,
    "completely, all of",
  ],
  [/\bwhole\b(?= \.|,|;|$|\.)/i, "complete"],
  [/\b(characters?|personalit(y|ies)) of (an )?LMSs?\b|\bLMSs of other\b/i, "simulated LMS"],
  [/\bhands over\b|\bhanded over\b|\bhand over\b/i, "passes, uploads, returns"],
  [/\b(goes|go|went) (on|along) with\b|\bcomes? of\b|\bcame of\b/i, "say what happens"],
  [/\b(held|holds?) (it |them )?against\b/i, "checked against, compared with"],
  [/\bsilenc(e|es|ed|ing)\b/i, "suppress"],
  [/\bside by side\b/i, "in parallel"],
  [/\bin vain\b|\bat a time\b(?= only)|\bby hand\b(?= of)/i, "say it plainly"],
];

// Argued exceptions: where the word is right.
const allowed = [
  [
    /^(note-)?whole$/,
    "the name of an attribute, of a rule of credit, of a class in the theme and of a course without its shorter editions",
  ],
  [/^\[?(data-)?standing\]?$/, "the name of an attribute of the templates"],
  [/^(which is itself|which is not a resource)$/, "ends of a message that begins with the name of a file"],
  [/feedback for the whole question/i, "as opposed to the feedback of one option"],
  [/one of whole, share/, "the values of a field, as an author types them"],
  [
    /^(caption|prompt|assessment|privacy_sent|privacy_kept|confirm_note|note_choice|- text): /,
    "a sentence for learners, read and right",
  ],
  [/^What (the cupboard holds|belongs together|this package reports|to do\.)/, "a heading or a sentence for learners"],
];

const files = execFileSync(
  "git",
  ["ls-files", "-z", "--", ...(process.argv.length > 2 ? process.argv.slice(2) : ["."])],
  {
    encoding: "utf8",
  },
)
  .split("\0")
  .filter((file) =>
    /\.(md|cs|ts|mjs|sh|yml)$|^\.ci\/run$|strings\/en\.yaml$|targets\/[^/]*\.yaml$|templates\/.*\.(html|css)$|preview\/.*\.html$/.test(
      file,
    ),
  )
  .filter((file) => !/^courses\/[^/]+\/|^LICENSE|^tests\/specs\/|^\.ci\/words/.test(file));

/** Comments and quoted texts of a line of code; the line itself in documents. */
function read(file, line, state) {
  if (/\.(md|yaml)$/.test(file)) {
    if (/^\s*```/.test(line)) state.fence = !state.fence;
    return [state.fence ? "" : line.replace(/`[^`]*`/g, "``")];
  }
  const texts = [];
  const quotes = line.match(/"""/g)?.length ?? 0;
  if (state.raw) texts.push(line);
  if (quotes % 2) state.raw = !state.raw;
  for (const match of line.matchAll(/\/\/+(.*)|\/\*(.*)|^\s*\*(.*)|<!--(.*)|#\s(.*)|"((?:[^"\\]|\\.)*)"|`([^`]*)`/g))
    texts.push((match.slice(1).find((part) => part !== undefined) ?? "").trim());
  return texts;
}

let hits = 0;
for (const file of files) {
  const state = {};
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((line, index) => {
      for (const text of read(file, line, state).map((text) => text.replace(/<\/?\w+[^>]*>/g, "").trim()))
        for (const [pattern, better, where] of patterns) {
          if (where === "start" && /\.(md)$/.test(file) && /^[|#]/.test(text)) continue;
          if (!pattern.test(text) || allowed.some(([exception]) => exception.test(text))) continue;
          hits++;
          console.log(
            `${file}:${index + 1}: “${pattern.exec(text)[0].trim().slice(0, 40)}” (${better})  ${text.slice(0, 110)}`,
          );
        }
    });
}
console.log(`${hits} hits in ${files.length} files`);
process.exit(hits ? 1 : 0);
