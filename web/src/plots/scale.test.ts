import assert from "node:assert/strict";
import { test } from "node:test";
import { path, place } from "./scale";

test("values stand between the edges of their range, and outliers on them", () => {
  const [low, middle, high, beyond] = place([-1, 0, 1, 9], { low: -1, high: 1 });
  assert.deepEqual(low, [3, 97]);
  assert.equal(middle?.[1], 50);
  assert.equal(high?.[1], 3);
  assert.equal(beyond?.[1], 3);
});

test("a single value stands in the middle", () => {
  assert.deepEqual(place([0.5], { low: 0, high: 1 }), [[50, 50]]);
});

test("a line breaks where a value is missing", () => {
  assert.equal(path([[0, 1], [1, 2], null, [3, 4]]), "M0 1L1 2M3 4");
});
