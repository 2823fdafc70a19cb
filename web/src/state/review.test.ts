import assert from "node:assert/strict";
import { test } from "node:test";
import type { Refusal } from "../api/ask";
import { LOCAL } from "../api/me";
import { parseForm, parsePairForm, parseTask, formBody, pairBody } from "../api/review";
import { lacks, BLANK_BATCH, turned, withPair } from "./new_batch";
import { forgetDraft, keepDraft, keptDraft } from "./review_keep";
import { asTranscript } from "./plain_talk";
import { LIKINGS, likingOfKey } from "./review_pair";
import { reviewPartsFor } from "./review_pages";
import { nextTask, ratingWords } from "./review_queue";
import { reviewRoute } from "./review_route";
import {
  AT_REST, arrived, edited, failed, isDue, savingWords, sent, triesAt,
} from "./review_saving";
import { QUIET_MS, spent, touched, turnedAway, watching } from "./review_time";
import { choiceWords, knownOf } from "./settling";

const AWAY: Refusal = { code: "away", message: "Attune cannot be reached at the moment." };

test("one draft is on its way at a time, and the newest goes next", () => {
  const first = sent(edited(AT_REST));
  const typedOn = edited(edited(first));
  assert.equal(isDue(typedOn, 0), false, "one is on its way");
  const back = arrived(typedOn);
  assert.equal(back.saved, 1);
  assert.equal(savingWords(back), "Saving", "older words being there is not being saved");
  assert.equal(isDue(back, 0), true);
  const last = arrived(sent(back));
  assert.equal(last.saved, 3, "what lay between never went out");
  assert.equal(savingWords(last), "Saved");
  assert.equal(isDue(last, 0), false);
});

test("what did not arrive is tried again, later each time, and is not called saved", () => {
  const once = failed(sent(edited(AT_REST)), AWAY, 1000);
  assert.equal(isDue(once, 1000), false);
  assert.equal(triesAt(once), 1500);
  assert.equal(isDue(once, 1500), true);
  const twice = failed(sent(once), AWAY, 1500);
  assert.equal(triesAt(twice), 2500);
  assert.match(savingWords(twice), /Kept in this browser/);
  assert.equal(savingWords(arrived(sent(twice))), "Saved");
});

test("what is refused for good waits for a change", () => {
  const refused = failed(sent(edited(AT_REST)), { code: "invalid", message: "Too long." }, 0);
  assert.equal(triesAt(refused), null);
  assert.equal(isDue(refused, 1e9), false);
  assert.match(savingWords(refused), /^Not saved: Too long\./);
  assert.equal(isDue(edited(refused), 0), true);
});

class Shelf {
  private readonly kept = new Map<string, string>();
  getItem = (name: string): string | null => this.kept.get(name) ?? null;
  setItem = (name: string, value: string): void => void this.kept.set(name, value);
  removeItem = (name: string): void => void this.kept.delete(name);
}

test("the browser keeps a draft of each task until the server has it", () => {
  const shelf = new Shelf();
  const form = {
    sheets: [{ instrument: "q", turn: null, answers: { a: 2 } }], comment: "so", seconds: 3.5,
    marks: [{ instrument: "c", code: "x", turn: 1, start: 0, end: 4, severity: 2, text: "" }],
  };
  keepDraft(shelf, "t1", formBody(form));
  keepDraft(shelf, "p1", pairBody({ preferred: null, reason: "hm", seconds: 1 }));
  assert.deepEqual(keptDraft(shelf, "t1", parseForm), form);
  assert.deepEqual(keptDraft(shelf, "p1", parsePairForm),
    { preferred: null, reason: "hm", seconds: 1 });
  forgetDraft(shelf, "t1");
  assert.equal(keptDraft(shelf, "t1", parseForm), null);
  shelf.setItem("attune.review.t2", "{half");
  assert.equal(keptDraft(shelf, "t2", parseForm), null);
});

test("time counts while somebody is there, and not while the page is out of view", () => {
  let watch = watching(10, 0);
  watch = touched(watch, 20_000);
  assert.equal(spent(watch), 30);
  watch = touched(watch, 20_000 + 10 * QUIET_MS);
  assert.equal(spent(watch), 90, "a long absence counts as one quiet minute");
  watch = turnedAway(watch, 20_000 + 10 * QUIET_MS + 5000);
  watch = touched(watch, 1e9);
  assert.equal(spent(watch), 95);
});

test("sides stay as they are shown, and five keys go from left to right", () => {
  assert.deepEqual(["1", "2", "3", "4", "5"].map(likingOfKey), LIKINGS.map(({ value }) => value));
  assert.equal(likingOfKey("6"), null);
  const side = (text: string) => ({ turns: [{ turn: 1, speaker: "supporter", text }] });
  const task = parseTask({
    task: "p", kind: "pair", title: "Pair 1", instruments: [], state: "begun",
    left: side("L"), right: side("R"), draft: { preferred: -2, reason: "", seconds: 0 },
  });
  assert.ok(task.kind === "pair");
  assert.deepEqual([task.left[0]?.text, task.right[0]?.text, task.draft?.preferred], ["L", "R", -2]);
});

test("what was begun comes before what was not", () => {
  const task = (id: string, state: "open" | "begun" | "done") =>
    ({ task: id, batch: "b", title: id, kind: "talk", state, turns: 3 }) as const;
  assert.equal(nextTask([task("a", "done"), task("b", "open"), task("c", "begun")])?.task, "c");
  assert.equal(nextTask([task("a", "done"), task("b", "open")])?.task, "b");
  assert.equal(nextTask([task("a", "done")]), undefined);
});

test("what was handed in is told in a line", () => {
  const mark = { instrument: "c", code: "x", turn: 1, start: 0, end: 0, severity: 1, text: "" };
  const sheet = { instrument: "q", turn: null, answers: { a: 1, b: 2 } };
  const form = { sheets: [sheet], marks: [mark], comment: "so", seconds: 3 };
  assert.equal(ratingWords(form), "1 mark, 2 answers, a comment");
  assert.equal(ratingWords({ ...form, comment: " ", marks: [] }), "0 marks, 2 answers");
  assert.equal(ratingWords({ preferred: -1, reason: "", seconds: 0 }), "Left, a little");
});

test("addresses lead to the parts of the review", () => {
  assert.deepEqual(reviewRoute("/review/"), { page: "queue" });
  assert.deepEqual(reviewRoute("/review/import"), { page: "import" });
  assert.deepEqual(reviewRoute("/review/9f-3"), { page: "task", task: "9f-3" });
  assert.deepEqual(reviewRoute("/map"), { page: "map" });
  assert.deepEqual(reviewRoute("/review/a/b"), { page: "missing" });
});

test("who may not settle, lead or read the map is not offered it", () => {
  const may = (...acts: string[]): string[] =>
    reviewPartsFor({ ...LOCAL, mode: "team", may: acts }).map(({ to }) => to);
  assert.deepEqual(may("rate"), ["/review"]);
  assert.deepEqual(may("read_agreement"), ["/map", "/trust"]);
  assert.equal(reviewPartsFor(LOCAL).length, 6);
});

test("a batch says what it lacks", () => {
  const one = { ...BLANK_BATCH, title: "First", talks: ["t"], instruments: ["i"], raters: ["r"] };
  assert.equal(lacks(one), "");
  assert.match(lacks({ ...one, title: " " }), /name/);
  assert.match(lacks({ ...one, raters: [] }), /who reads/);
  assert.match(lacks({ ...one, instruments: [] }), /fill in/);
  assert.equal(lacks({ ...one, talks: [], instruments: [], pairs: [["a", "b"]] }), "");
  assert.deepEqual(turned(turned([], "a", true), "a", false), []);
  const pairs = withPair([], "a", "b");
  assert.equal(withPair(pairs, "b", "a"), pairs, "the same two");
  assert.equal(withPair(pairs, "a", "a"), pairs);
});

test("one settles on what the instrument knows", () => {
  const disagreement = {
    talk: "t", instrument: "i", what: "c", title: "C", turn: 1, words: "", settled: null,
    values: [{ rater: "Rater 1", group: "expert", value: 7, text: "" }],
  };
  const instrument = {
    id: "i", title: "I", about: "", license: "", target: "turn", severity: { 1: "small; so", 2: "big" },
    codes: [{ id: "c", title: "C", about: "of c", needsText: false }],
    items: [
      { id: "q", ask: "Q", low: 1, high: 3, count: false, anchors: { 1: "none" } },
      { id: "n", ask: "N", low: 0, high: 0, count: true, anchors: {} },
    ],
  } as const;
  const code = knownOf(disagreement, [instrument]);
  assert.deepEqual(code.choices.map((choice) => choiceWords(choice, code)),
    ["not there", "small", "big"]);
  const item = knownOf({ ...disagreement, what: "q" }, [instrument]);
  assert.deepEqual(item.choices.map((choice) => choiceWords(choice, item)), ["1, none", "2", "3"]);
  assert.deepEqual(knownOf({ ...disagreement, what: "n" }, [instrument]).choices, [7]);
});

test("plain lines become messages, and files of other kinds stay as they are", () => {
  const plain = "Client: I did not sleep.\nagain\n\nSupporter: What keeps you awake?\n---\nMay: hi";
  assert.deepEqual(asTranscript(plain).split("\n").map((line) => JSON.parse(line)), [
    { speaker: "Client", text: "I did not sleep.\nagain", conversation: "1" },
    { speaker: "Supporter", text: "What keeps you awake?", conversation: "1" },
    { speaker: "May", text: "hi", conversation: "2" },
  ]);
  for (const other of ['{"speaker": "client"}', "speaker,text\nclient,hi", '"a: b",c', ""]) {
    assert.equal(asTranscript(other), other);
  }
});
