// Mutation testing of the parts of the player that keep learners' work. "tests/mutation/run" installs Stryker and starts it.
// Stryker copies the listed files to a temporary folder, plants all mutants there in one build, and runs the tests once per
// mutant. Texts are not mutated: most are messages.
const rooms = ["core", "lms"].map((room) => `src/browser/player/${room}/*.ts`);

export default {
  mutate: [...(process.env.PROTECT_MUTATE?.split(",") ?? rooms), "!src/browser/player/core/*.generated.ts"],
  ignorePatterns: [
    "**",
    "!src",
    "!src/browser",
    "!src/browser/**",
    "!src/targets",
    "!src/targets/*",
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
  timeoutMS: 8_000,
  symlinkNodeModules: false,
  tempDirName: "tests/mutation/sandbox",
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: "tests/mutation/out/mutation.json" },
  incremental: true,
  incrementalFile: "tests/mutation/out/incremental.json",
  mutator: { excludedMutations: ["StringLiteral"] },
};
