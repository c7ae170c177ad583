// Mutation testing of the parts of the player that keep learners' work, in the rooms of "tests/mutation/run". Stryker
// copies the listed files to a temporary folder, plants all mutants there in one build, and runs the tests once per
// mutant. Texts are not mutated: most are messages.
const core = (names) => names.map((name) => `src/browser/player/core/${name}.ts`);
const codec = core(["bits", "codec", "migrate", "radix", "state"]);
const rooms = {
  codec,
  scoring: ["src/browser/player/core/*.ts", ...[...codec, ...core(["*.generated"])].map((file) => `!${file}`)],
  tracking: ["src/browser/player/lms/*.ts"],
};
const room = process.env.PROTECT_ROOM ?? "codec";

export default {
  mutate: rooms[room],
  ignorePatterns: [
    "**",
    "!src",
    "!src/browser",
    "!src/browser/**",
    "!src/targets",
    "!src/targets/*",
    "!templates",
    "!templates/default",
    "!templates/default/strings",
    "!templates/default/strings/*",
    "!tests",
    "!tests/player",
    "!tests/player/*",
    "!tests/fixtures",
    "!tests/fixtures/**",
    "!tests/fuzz",
    "!tests/fuzz/*",
    "!tests/mutation",
    "!tests/mutation/*.mjs",
    "!courses",
    "!courses/**/layouts/*",
    "src/browser/out",
    "**/node_modules",
  ],
  buildCommand: "node tests/mutation/prepare.mjs",
  testRunner: "command",
  commandRunner: { command: "node src/browser/out/tests/all.mjs" },
  coverageAnalysis: "off",
  concurrency: Number(process.env.PROTECT_CONCURRENCY ?? 2),
  timeoutMS: 600_000, // for a busy machine; node-test.mjs notices endless loops before
  symlinkNodeModules: false,
  tempDirName: "tests/mutation/sandbox",
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `tests/mutation/out/${room}.json` },
  mutator: { excludedMutations: ["StringLiteral"] },
};
