// Replaces node:test while mutants are tested: the tests run one after the other, and the first failure ends the process.
const tests = [];

export function test(name, run) {
  if (tests.push([name, run]) === 1) setImmediate(all);
}

async function all() {
  for (const [name, run] of tests)
    try {
      await run();
    } catch {
      console.error(`killed by: ${name}`);
      process.exit(1);
    }
  process.exit(0);
}
