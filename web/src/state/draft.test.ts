import assert from "node:assert/strict";
import { test } from "node:test";
import { draftToRead } from "./draft";
import { type Practice, joined } from "./practice";

const UNREAD: ReadonlySet<string> = new Set();
const BEGUN: Practice = {
  ...joined({ draft: "You should sleep.", unsent: [] }, 0), link: "ready",
};

test("a draft is read once", () => {
  assert.equal(draftToRead(BEGUN, UNREAD), "You should sleep.");
  assert.equal(draftToRead(BEGUN, new Set(["You should sleep."])), null);
});

test("nothing to read: no words, too many, no server, a pause, the end", () => {
  assert.equal(draftToRead({ ...BEGUN, draft: " \n" }, UNREAD), null);
  assert.equal(draftToRead({ ...BEGUN, draft: "x".repeat(8001) }, UNREAD), null);
  assert.equal(draftToRead({ ...BEGUN, link: "away" }, UNREAD), null);
  assert.equal(draftToRead({ ...BEGUN, talk: { ...BEGUN.talk, paused: true } }, UNREAD), null);
  assert.equal(draftToRead({ ...BEGUN, talk: { ...BEGUN.talk, closed: "now" } }, UNREAD), null);
});

test("an idea is read only once it was changed", () => {
  const card = { kind: "support", skill: "stay", why: "", text: "I am here.", cue: "" } as const;
  const talk = { ...BEGUN.talk, cards: { 1: [card] } };
  assert.equal(draftToRead({ ...BEGUN, talk, draft: "I am here." }, UNREAD), null);
  assert.equal(draftToRead({ ...BEGUN, talk, draft: "I am here. So." }, UNREAD), "I am here. So.");
});
