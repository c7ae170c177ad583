import assert from "node:assert/strict";
import { test } from "node:test";
import { pathTo } from "../../src/browser/play/scenario-path";

const way = (to: number, adds: [number, number][] = [], needs: [number, number, number][] = []) => ({
  to,
  adds,
  needs,
});

test("The scripted learner finds a right ending and another ending, using only offered choices", () => {
  const key = {
    right: [0, 0, 1, 3],
    variables: [{ name: "trust", from: 0, to: 2, start: 0 }],
    ways: [[way(2), way(1, [[0, 1]])], [way(0), way(3, [], [[0, 2, 2]]), way(1, [[0, 1]])], [], []],
  };
  assert.deepEqual(pathTo(key, true), [1, 2, 1]);
  assert.deepEqual(pathTo(key, false), [0]);
  assert.deepEqual(pathTo({ right: [0, 1], ways: [[way(1)], []] }, true), []);
  assert.deepEqual(pathTo({ right: [0], ways: [[way(0)]] }, true), [], "a loop without an ending");
});
