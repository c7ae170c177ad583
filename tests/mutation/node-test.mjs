// Replaces node:test while mutants are tested. The first run, without a mutant, notes which mutants each test reaches,
// how often, and how long it takes. A run with a mutant has only the tests that reach it, quick ones first, until one
// fails.
import { readFileSync, writeFileSync } from "node:fs";
import { Worker } from "node:worker_threads";

const notes = "src/browser/out/tests/reached.json";
const active = process.env.__STRYKER_ACTIVE_MUTANT__;
const stryker = (globalThis.__stryker__ ??= {});
const tests = [];

export function test(name, run) {
  if (tests.push({ name, run }) === 1) setImmediate(active === undefined ? all : some);
}

async function all() {
  for (const [at, { name, run }] of tests.entries()) {
    const start = performance.now();
    stryker.currentTestId = `${at + 1}`;
    await run();
    Object.assign(tests[at], { time: performance.now() - start, reached: reachedBy(at) });
    console.log(`${Math.round(tests[at].time)} ms ${name}`);
  }
  writeFileSync(notes, JSON.stringify({ everywhere: stryker.mutantCoverage?.static ?? {}, tests }));
  process.exit(0);
}

const reachedBy = (at) => stryker.mutantCoverage?.perTest[`${at + 1}`] ?? {};

// A mutant of code that runs when a file is loaded, or of a loop's end, may never be counted. All tests together need a
// few seconds of the processor; a mutant that uses 40 never ends. A thread of its own sees it, also within a loop.
function endEndlessLoops() {
  const watch = `setInterval(() => {
    const { user, system } = process.cpuUsage();
    if (user + system > 40e6) process.kill(process.pid, "SIGKILL");
  }, 500);`;
  new Worker(watch, { eval: true }).unref();
}

if (active !== undefined) endEndlessLoops();

// A test that waits for something that never comes ends the process: then it has failed.
process.exitCode = 1;

async function some() {
  const { everywhere, tests: noted } = JSON.parse(readFileSync(notes, "utf8"));
  const isEverywhere = everywhere[active] !== undefined;
  const chosen = noted
    .map(({ time, reached }, at) => ({ ...tests[at], time, hits: reached[active] ?? 0 }))
    .filter(({ hits }) => isEverywhere || hits > 0)
    .sort((one, other) => one.time - other.time);
  for (const { name, run, hits } of chosen) {
    // A mutant that runs much more often than the program never ends. Time says nothing on a busy machine.
    if (hits > 0) Object.assign(stryker, { hitCount: 0, hitLimit: 1_000 + 100 * hits });
    try {
      await run();
    } catch {
      console.error(`killed by: ${name}`);
      process.exit(1);
    }
  }
  process.exit(0);
}
