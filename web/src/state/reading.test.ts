import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Doing, Emotion, Reading } from "../api/events";
import { courseOf } from "./course";
import { doingLine, readingBrief, readingLine } from "./reading_line";
import { byLine, carried, pieces } from "./spans";
import { EMPTY, type Talk } from "./talk";
import { SKILLS, brief, figureWords } from "./words";

function reading(
  label: Emotion, score: number, labels: Emotion[], abstains: string[] = [],
): Reading {
  const scores = {
    anger: 0.1, disgust: 0, fear: 0.3, happiness: 0, sadness: 0.2, surprise: 0, neutral: 0,
    [label]: score,
  };
  return { label, labels, scores, valence: 0, arousal: 0, doing: null, abstains, why: [] };
}

function own(doing: Doing, abstains: string[] = []): Reading {
  return { ...reading("neutral", 0.5, [], abstains), doing };
}

test("the line speaks of the words, with what may stand beside it and how sure it is", () => {
  assert.equal(readingLine(reading("sadness", 0.5, ["sadness", "fear"])),
    "These words read as sad, perhaps afraid ·\u00a0less\u00a0sure");
  assert.equal(readingLine(reading("anger", 0.8, ["anger"])),
    "These words read as angry ·\u00a0fairly\u00a0clear");
});

test("a reading that abstains says unclear and names no feeling", () => {
  const line = readingLine(reading("sadness", 0.2, [], ["emotion"]));
  assert.match(line, /unclear/);
  assert.doesNotMatch(line, /sad/);
});

test("a table says less sure or unclear where it is", () => {
  assert.equal(readingBrief(reading("anger", 0.8, [])), "Anger");
  assert.equal(readingBrief(reading("anger", 0.3, [])), "Anger, less\u00a0sure");
  assert.equal(readingBrief(reading("anger", 0.8, [], ["emotion"])), "unclear");
});

test("one's own words are told as skills and asks, in plain words", () => {
  const doing = { main: "question", skills: ["open_question", "introduction"], asks: [] };
  assert.equal(doingLine(own(doing)),
    "These words read as: open question, introducing yourself");
  assert.equal(doingLine(own({ main: "reflection", skills: [], asks: [] })),
    "These words read as: reflecting");
  assert.equal(doingLine(own({ ...doing, skills: [], asks: ["about_suicide", "advice"] })),
    "These words read as: asking, asking directly about suicide");
});

test("own words that the reading would rather not judge are unclear, but for what they ask", () => {
  const doing = { main: "question", skills: ["confront"], asks: [] };
  assert.match(doingLine(own(doing, ["skills"])), /unclear/);
  assert.equal(doingLine(own({ ...doing, asks: ["about_safety"] }, ["skills"])),
    "These words read as: asking about safety");
});

test("every skill of the reader has words of its own", () => {
  const docs = process.env["ATTUNE_DOCS"] ?? "";
  const bare = readFileSync(join(docs, "../../src/conversation/names.cc"), "utf8");
  const names = /kSkillNames[^{]*\{([^;]*)\};/.exec(bare)?.[1]?.match(/[a-z_]+/g) ?? [];
  assert.equal(names.length, 24);
  assert.deepEqual(names.filter((name) => !(name in SKILLS)), []);
});

test("spans count code points, so a face before them moves nothing", () => {
  assert.deepEqual(pieces("🙁 so tired", [{ start: 5, end: 10 }]), [
    { text: "🙁 so ", marked: false },
    { text: "tired", marked: true },
  ]);
});

test("overlapping and overrunning spans mark each letter once", () => {
  const cut = pieces("abcdef", [{ start: 1, end: 4 }, { start: 3, end: 99 }]);
  assert.deepEqual(cut, [{ text: "a", marked: false }, { text: "bcdef", marked: true }]);
  assert.equal(pieces("", []).length, 0);
});

test("only words that speak for the top emotion are marked", () => {
  const why = [
    { head: "emotion:sadness", start: 0, end: 1, weight: 0.5 },
    { head: "emotion:sadness", start: 2, end: 3, weight: -0.5 },
    { head: "emotion:fear", start: 4, end: 5, weight: 0.9 },
  ];
  assert.deepEqual(carried({ ...reading("sadness", 0.6, []), why }), [why[0]]);
});

test("faint words stay unmarked, and own words are marked by what they do and ask", () => {
  const why = [
    { head: "skills:question", start: 0, end: 4, weight: 2 },
    { head: "skills:question", start: 5, end: 7, weight: 0.1 },
    { head: "skills:question", start: 12, end: 13, weight: 9 },
    { head: "emotion:neutral", start: 8, end: 9, weight: 3 },
    { head: "asks:about_suicide", start: 8, end: 12, weight: 1 },
  ];
  const asks = { main: "question", skills: [], asks: ["about_suicide"] };
  assert.deepEqual(carried({ ...own(asks), why }), [why[0], why[2], why[4]]);
  assert.deepEqual(carried({ ...own(asks, ["skills"]), why }), [why[4]]);
  assert.deepEqual(carried({ ...reading("neutral", 0.5, [], ["emotion"]), why }), []);
});

test("spans of a text fall into the bubbles of its lines", () => {
  const spans = [{ start: 1, end: 2 }, { start: 4, end: 6 }];
  assert.deepEqual(byLine(["🙁 s", "tired"], spans), [
    [{ start: 1, end: 2 }],
    [{ start: 0, end: 2 }],
  ]);
  assert.deepEqual(byLine(["ab", "cd"], [{ start: 1, end: 4 }]), [
    [{ start: 1, end: 2 }],
    [{ start: 0, end: 1 }],
  ]);
});

test("the course leaves out words still being written and words not guessed at yet", () => {
  const said = (turn: number) => ({
    seq: turn + 1, turn, speaker: "client" as const, text: `t${turn}`, bubbles: [], key: "",
    steppedIn: null,
  });
  const talk: Talk = {
    ...EMPTY, messages: [said(0), said(1)],
    readings: { 0: reading("anger", 0.5, []), 1: reading("fear", 0.5, []) },
  };
  assert.deepEqual(courseOf(talk, Infinity, false).map((row) => row.words), ["t0", "t1"]);
  assert.deepEqual(courseOf(talk, 1, false).map((row) => row.words), ["t0"]);
  assert.deepEqual(courseOf(talk, Infinity, true).map((row) => row.words), ["t0"]);
});

test("a figure names statistic, interval, n, source and date", () => {
  assert.equal(figureWords({
    head: "emotion", statistic: "macro-F1", value: 0.512, low: 0.497, high: 0.527, n: 5427,
    measuredOn: "a held-out part", date: "2026-11-20",
  }), "macro-F1 0.51 (0.50–0.53), n = 5,427, a held-out part, 2026\u201111\u201120");
});

test("a long text is cut at a word", () => {
  assert.equal(brief("one two three", 9), "one two…");
  assert.equal(brief("one\ntwo"), "one two");
});
