import assert from "node:assert/strict";
import { test } from "node:test";
import { outsideWords, steppedInWords } from "./outside";

const here = { model: "m", host: "127.0.0.1:8080", here: true };

test("where words go is told unless nothing could go anywhere", () => {
  assert.equal(outsideWords({ offline: false, model: null }), "");
  assert.match(outsideWords({ offline: true, model: null }), /nothing leaves this machine/);
  assert.match(outsideWords({ offline: false, model: here }), /on this machine .* goes to it/);
  const there = { ...here, host: "api.example:443", here: false };
  assert.match(outsideWords({ offline: false, model: there }), /at api\.example:443 .* sent there/);
});

test("every trouble is told in plain words, without its name", () => {
  for (const trouble of ["slow_first", "refused", "rate", "key", "broken", "unfit", "new_kind"]) {
    const words = steppedInWords(trouble, "Ana");
    assert.match(words, /^The language model.*\. Ana speaks .* Nothing of the talk is lost\.$/);
    assert.ok(!words.includes(trouble));
  }
});
