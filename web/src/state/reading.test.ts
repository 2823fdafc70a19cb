import assert from "node:assert/strict";
import { test } from "node:test";
import type { Emotion, Reading } from "../api/events";
import { courseOf } from "./course";
import { readingLine } from "./reading_line";
import { carried, pieces } from "./spans";
import { EMPTY, type Talk } from "./talk";
import { brief, figureWords } from "./words";

function reading(
  label: Emotion, score: number, labels: Emotion[], abstains: string[] = [],
): Reading {
  const scores = {
    anger: 0.1, disgust: 0, fear: 0.3, happiness: 0, sadness: 0.2, surprise: 0, neutral: 0,
    [label]: score,
  };
  return { label, labels, scores, valence: 0, arousal: 0, abstains, why: [] };
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

test("the course leaves out words still being written and words not guessed at yet", () => {
  const said = (turn: number) => ({
    seq: turn + 1, turn, speaker: "client" as const, text: `t${turn}`, bubbles: [], key: "",
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
