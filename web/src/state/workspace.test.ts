import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instrument, Item, TalkTask } from "../api/review";
import { answerAt, missing } from "./review_form";
import { type KeyPress, lettersOf, meaning } from "./review_keys";
import { cuts, pointsBefore, trimmed, wordsAt, wordsOf } from "./review_spans";
import { type Act, type Workspace, act, firstUnanswered, opened, wordsOfMark } from "./workspace";

const item = (id: string): Item => ({ id, ask: `${id}?`, low: 1, high: 5, count: false, anchors: {} });
const code = (id: string, title: string, needsText = false) => ({ id, title, about: "", needsText });
const head = { about: "", license: "" };
const CRITIQUE: Instrument = {
  ...head, id: "critique", title: "Critique", target: "turn", items: [],
  severity: { 1: "small", 2: "clear", 3: "heavy" },
  codes: [code("missed", "Missed cue"), code("many", "Many words"), code("other", "Other", true)],
};
const QUALITY: Instrument = {
  ...head, id: "quality", title: "Quality", target: "conversation", severity: {}, codes: [],
  items: [item("understood"), { ...item("asked"), low: 0, high: 0, count: true }],
};
const EXCHANGE: Instrument = {
  ...head, id: "seven", title: "Seven", target: "exchange", severity: {}, codes: [],
  items: [item("clarity")],
};
const TASK: TalkTask = {
  task: "t", kind: "talk", title: "Talk 1", instruments: ["critique", "quality"], state: "open",
  draft: null,
  turns: [
    { turn: 0, speaker: "client", text: "hi" },
    { turn: 1, speaker: "supporter", text: "Oh 🙂 “well”, go on." },
    { turn: 1, speaker: "client", text: "ok" },
    { turn: 2, speaker: "supporter", text: "And then?" },
  ],
};
const KNOWN = [QUALITY, CRITIQUE, EXCHANGE];
const START = opened(TASK, KNOWN);
const all = (...acts: readonly Act[]): Workspace => acts.reduce(act, START);
const MISSED: Act = { do: "mark", instrument: "critique", code: "missed" };

test("words are counted in code points, without the signs around them", () => {
  const text = TASK.turns[1]?.text ?? "";
  assert.deepEqual(wordsOf(text).map((span) => wordsAt(text, span)), ["Oh", "well", "go", "on"]);
  assert.equal(pointsBefore(text, text.indexOf("go")), 13);
  assert.deepEqual(trimmed(text, { start: 2, end: 6 }), { start: 3, end: 6 });
  assert.equal(trimmed(text, { start: 2, end: 3 }), null);
});

test("a text is cut where layers begin and end, and nothing of it is lost", () => {
  const pieces = cuts("a🙂bcd", [
    { start: 1, end: 3, look: "marked" }, { start: 2, end: 4, look: "chosen" },
  ]);
  assert.deepEqual(pieces.map(({ text }) => text), ["a", "🙂", "b", "c", "d"]);
  assert.deepEqual(pieces.map(({ looks }) => looks.join(" ")),
    ["", "marked", "marked chosen", "chosen", ""]);
});

test("each code has a letter of its own, the same each time, and none that means something else", () => {
  const letters = lettersOf([CRITIQUE]);
  assert.deepEqual(letters.map(({ key }) => key), ["m", "a", "o"]);
  assert.deepEqual(lettersOf([CRITIQUE]), letters);
  const crowd = { ...CRITIQUE, codes: Array.from({ length: 30 }, (_, i) => code(`c${i}`, "Jukq")) };
  const keys = lettersOf([crowd]).map(({ key }) => key);
  assert.equal(new Set(keys.filter(Boolean)).size, 22);
  assert.ok(!keys.some((key) => "jkuq".includes(key) && key !== ""));
});

test("keys rest while one types, and with Control or Alt", () => {
  const press: KeyPress = {
    key: "m", shift: false, modified: false, command: false, typing: false, onReply: true,
  };
  const letters = START.letters;
  assert.deepEqual(meaning(press, letters), { is: "mark", letter: letters[0] });
  assert.equal(meaning({ ...press, typing: true }, letters), null);
  assert.equal(meaning({ ...press, modified: true }, letters), null);
  assert.deepEqual(meaning({ ...press, key: "z", modified: true, command: true }, letters),
    { is: "undo" });
  assert.equal(meaning({ ...press, key: "z", typing: true, modified: true, command: true }, letters),
    null);
  assert.deepEqual(meaning({ ...press, key: "ArrowRight", shift: true }, letters),
    { is: "word", by: 1, extend: true });
  assert.equal(meaning({ ...press, key: "ArrowRight", onReply: false }, letters), null);
});

test("words chosen by keys carry the next mark, and a digit says how heavy", () => {
  const desk = all(
    { do: "word", by: 1, extend: false }, { do: "word", by: 1, extend: true }, MISSED,
    { do: "digit", digit: 2 });
  const [mark] = desk.form.marks;
  assert.ok(mark);
  assert.equal(wordsOfMark(desk, mark), "Oh 🙂 “well");
  assert.deepEqual([mark.turn, mark.start, mark.end, mark.severity], [1, 0, 10, 2]);
  assert.equal(desk.chosen, null);
});

test("Shift goes on from words chosen with the pointer", () => {
  const desk = all(
    { do: "choose", turn: 1, span: { start: 13, end: 15 } }, { do: "word", by: -1, extend: true });
  assert.deepEqual([desk.chosen?.start, desk.chosen?.end], [6, 15]);
});

test("without chosen words a mark is on the whole reply, and stands once", () => {
  const desk = all(MISSED, MISSED);
  assert.equal(desk.form.marks.length, 1);
  assert.deepEqual([desk.form.marks[0]?.start, desk.form.marks[0]?.end], [0, 0]);
  assert.match(desk.said, /stands already/);
  assert.equal(desk.past.length, 1);
});

test("the next reply takes the mark, and the last is the last", () => {
  const down: Act = { do: "step", by: 1 };
  const desk = all({ do: "word", by: 1, extend: false }, down, down, down, MISSED);
  assert.equal(desk.form.marks[0]?.turn, 2);
  assert.equal(desk.form.marks[0]?.end, 0, "words chosen elsewhere are let go");
});

test("undo takes back one step at a time and keeps what was typed since", () => {
  const marked = all(MISSED, { do: "digit", digit: 3 }, { do: "comment", text: "a long thought" },
    { do: "text", at: 0, text: "here" }, { do: "undo" });
  assert.deepEqual(marked.form.marks.map(({ severity, text }) => [severity, text]), [[0, "here"]]);
  assert.equal(marked.form.comment, "a long thought");
  const bare = act(marked, { do: "undo" });
  assert.deepEqual(bare.form.marks, []);
  assert.equal(act(bare, { do: "undo" }).form, bare.form);
});

test("a digit answers the question one is at, and leads to the next", () => {
  const place = firstUnanswered(START);
  assert.ok(place);
  const desk = all({ do: "aim", aim: { place } }, { do: "digit", digit: 4 });
  assert.equal(answerAt(desk.form, place), 4);
  assert.deepEqual(desk.aim, { place: { instrument: "quality", turn: null, item: "asked" } });
  assert.equal(act(desk, { do: "digit", digit: 2 }), desk, "a count is typed, not struck");
  assert.equal(act(START, { do: "answer", place, value: 6 }), START, "no step of the scale");
});

test("answers on a reply belong to that reply", () => {
  const desk = opened({ ...TASK, instruments: ["seven"] }, KNOWN);
  const first = firstUnanswered(desk);
  assert.deepEqual(first, { instrument: "seven", turn: 1, item: "clarity" });
  assert.ok(first);
  const second = act(act(desk, { do: "answer", place: first, value: 3 }), { do: "step", by: 1 });
  assert.deepEqual(firstUnanswered(second), { ...first, turn: 2 });
  assert.equal(answerAt(second.form, first), 3);
});

test("what is left out is named, and a mark without its severity or words is not handed in", () => {
  const bare = all(MISSED, { do: "mark", instrument: "critique", code: "other" },
    { do: "severity", at: 1, value: 1 });
  const found = missing(bare.form, bare.instruments);
  assert.deepEqual(found.items.map(({ item: { id } }) => id), ["understood", "asked"]);
  assert.deepEqual(found.marks, [0, 1]);
  const place = { instrument: "quality", turn: null, item: "asked" };
  const done = [
    { do: "severity", at: 0, value: 3 }, { do: "text", at: 1, text: "tone" },
    { do: "answer", place, value: 0 },
  ] as const;
  const after = done.reduce<Workspace>(act, bare);
  const left = missing(after.form, after.instruments);
  assert.deepEqual([left.items.map(({ item: { id } }) => id), left.marks], [["understood"], []]);
});

test("a draft is taken up where it was left", () => {
  const draft = all(MISSED, { do: "comment", text: "so far" }).form;
  const again = opened({ ...TASK, draft }, KNOWN);
  assert.deepEqual(again.form, draft);
  assert.equal(again.past.length, 0);
});
