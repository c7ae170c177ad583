import assert from "node:assert/strict";
import { test } from "node:test";
import { createProof, type Proof } from "../../src/browser/player/lms/proof";
import { Watched } from "./fakes";

// Proofs of commits (lms/proof.ts). A probe takes 50 ms.

interface Proving {
  readonly world: Watched;
  readonly proof: Proof<string>;
  /** What the saver hears, with the time since the start. */
  readonly heard: string[];
}

function proving(resend?: (it: Proving) => void): Proving {
  const world = new Watched();
  const start = world.time;
  const heard: string[] = [];
  const note = (what: string): void => void heard.push(`${what} ${world.time - start}`);
  const proof = createProof<string>(world, {
    proven: (mark) => note(`proven ${mark}`),
    changed: () => note("changed"),
    resend: () => {
      note("resend");
      resend?.(it);
    },
  });
  const it: Proving = { world, proof, heard };
  return it;
}

test("A commit is proven by the probe after it, and each of several by its own", () => {
  const { world, proof, heard } = proving();
  proof.committed("a", true);
  world.pass(20);
  proof.committed("b", true);
  assert.equal(proof.doubtful(), null);
  world.pass(100);
  assert.deepEqual(heard, ["proven a 50", "proven b 70"]);
});

test("Without a network the server is asked again after 1, 2, 3, 5, 10 and 15 seconds, then every 15", () => {
  const { world, proof } = proving();
  const asked: number[] = [];
  let last = world.time;
  const { reach } = world;
  (world as { reach: () => Promise<boolean> }).reach = () => {
    asked.push(world.time - last);
    last = world.time;
    return reach();
  };
  world.online = false;
  proof.committed("a", true);
  world.pass(60_000);
  assert.deepEqual(asked, [0, 1_050, 2_050, 3_050, 5_050, 10_050, 15_050, 15_050]);
});

test("When the server answers again, all is sent again; a proof of that ends the doubt and resets the delays", () => {
  const { world, proof, heard } = proving(({ proof }) => proof.committed("all", true));
  world.online = false;
  proof.committed("a", true);
  world.pass(1_000);
  assert.equal(proof.doubtful(), 1_000);
  world.online = true;
  world.pass(1_000);
  assert.deepEqual(heard, ["changed 50", "resend 1100", "proven all 1150"]);
  assert.equal(proof.doubtful(), null);
  world.online = false;
  world.planned.length = 0;
  proof.committed("b", true);
  world.pass(50);
  assert.deepEqual(world.planned, [2_500, 50, 3_950, 19_950, 1_000]);
});

test("The saver hears of a doubt at once, and 4 and 20 seconds after the commit, not after the probe", () => {
  const { world, proof, heard } = proving();
  world.online = false;
  proof.committed("a", true);
  world.pass(900);
  const doubts = (): string[] => heard.filter((one) => /^changed (50|4000|20000)$/.test(one));
  assert.deepEqual(heard, ["changed 50"]);
  proof.offline();
  assert.deepEqual(heard, ["changed 50", "changed 900"]);
  world.pass(25_000);
  assert.deepEqual(doubts(), ["changed 50", "changed 4000", "changed 20000"]);
});

test("A lost network casts no doubt on what was proven, and no question follows", () => {
  const { world, proof, heard } = proving();
  proof.offline();
  proof.committed("a", true);
  world.pass(50);
  world.planned.length = 0;
  proof.offline();
  proof.retry();
  world.pass(60_000);
  assert.equal(proof.doubtful(), null);
  assert.deepEqual(heard, ["changed 0", "proven a 50", "changed 50"]);
  assert.deepEqual(world.planned, []);
});

test("A success proves nothing about a commit before the network went", () => {
  const { world, proof, heard } = proving();
  proof.committed("a", true);
  world.pass(10);
  proof.offline();
  world.pass(40);
  assert.deepEqual(heard, ["changed 10", "resend 50"]);
  assert.equal(proof.doubtful(), 50);
});

test("A commit that does not contain everything in doubt proves nothing", () => {
  const { world, proof, heard } = proving();
  world.online = false;
  proof.committed("a", true);
  world.pass(50);
  world.online = true;
  proof.committed("b", false);
  world.pass(50);
  assert.deepEqual(heard, ["changed 50", "resend 100"]);
  // Without a doubt it is proven as any other.
  const sure = proving();
  sure.proof.committed("a", false);
  sure.world.pass(50);
  assert.deepEqual(sure.heard, ["proven a 50"]);
});

test("All is sent again once, until the probe of that is answered", () => {
  const { world, proof, heard } = proving(({ proof }) => proof.committed("all", true));
  world.online = false;
  proof.committed("a", true);
  world.pass(50);
  world.online = true;
  proof.retry();
  proof.retry();
  assert.deepEqual(heard, ["changed 50", "resend 50"]);
  world.pass(50);
  assert.deepEqual(heard, ["changed 50", "resend 50", "proven all 100"]);
  proof.retry();
  assert.equal(heard.length, 3);
  // If that fails too, the next retry sends again; a commit with a part does not end the waiting.
  const again = proving(({ proof }) => proof.committed("all", true));
  again.world.online = false;
  again.proof.committed("a", true);
  again.world.pass(50);
  again.proof.committed("part", false);
  again.world.pass(25);
  again.proof.retry();
  again.world.pass(25);
  again.proof.retry();
  assert.equal(again.heard.filter((one) => one.startsWith("resend")).length, 1);
  again.world.pass(25);
  again.proof.retry();
  assert.equal(again.heard.filter((one) => one.startsWith("resend")).length, 2);
});

test("The answer to an older commit changes nothing after a later one was proven", () => {
  const { world, proof, heard } = proving();
  const answers: ((reached: boolean) => void)[] = [];
  const reach = (): unknown => ({ then: (done: (reached: boolean) => void) => void answers.push(done) });
  Object.assign(world, { reach });
  for (const reached of [true, false]) {
    proof.committed("older", true);
    proof.committed("later", true);
    const [older, later] = answers.splice(0);
    later?.(true);
    older?.(reached);
  }
  assert.deepEqual(heard, ["proven later 0", "proven later 0"]);
  assert.equal(proof.doubtful(), null);
  // A doubt counts from the last proof, if a commit was on its way then.
  proof.committed("first", true);
  world.pass(300);
  proof.committed("second", true);
  world.pass(700);
  const [first, second] = answers.splice(0);
  first?.(true);
  world.pass(500);
  second?.(false);
  assert.equal(proof.doubtful(), 500);
});

test("Several doubts ask the server one question", () => {
  const { world, proof } = proving();
  world.online = false;
  proof.committed("a", true);
  world.pass(20);
  proof.committed("b", false);
  world.pass(50);
  proof.offline();
  assert.deepEqual(
    world.planned.filter((one) => [1_000, 2_000, 3_000].includes(one)),
    [1_000],
  );
});

test("The first commit is sent again when the network returns, even if it was a part", () => {
  const { proof, heard } = proving();
  proof.committed("part", false);
  proof.offline();
  proof.retry();
  assert.deepEqual(heard, ["changed 0", "resend 0"]);
});

test("A proof ends a question that is planned", () => {
  const { world, proof, heard } = proving();
  world.online = false;
  proof.committed("a", true);
  world.pass(50);
  world.online = true;
  proof.committed("all", true);
  world.pass(50);
  world.planned.length = 0;
  world.pass(3_000);
  assert.deepEqual(world.planned, []);
  assert.deepEqual(heard, ["changed 50", "proven all 100"]);
});

test("After the end the last probe is still reported, and nothing else happens", () => {
  for (const online of [true, false]) {
    const { world, proof, heard } = proving();
    world.online = online;
    proof.committed("a", true);
    proof.stop();
    world.pass(60_000);
    proof.retry();
    proof.offline();
    assert.deepEqual(heard, [online ? "proven a 50" : "changed 50", "changed 60000"]);
  }
  const { world, proof, heard } = proving();
  world.online = false;
  proof.committed("a", true);
  world.pass(50);
  world.online = true;
  proof.stop();
  world.planned.length = 0;
  world.pass(3_000);
  proof.retry();
  assert.deepEqual([heard, world.planned], [["changed 50"], []]);
});
