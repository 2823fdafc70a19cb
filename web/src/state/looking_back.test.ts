import assert from "node:assert/strict";
import { test } from "node:test";
import type { Debrief, Felt } from "../api/debrief";
import { EMOTIONS, type Scores } from "../api/events";
import type { Point } from "../api/timeline";
import { futures } from "./futures";
import { abilityWords, restWords, talkCount } from "./progress";
import { ratioRows } from "./ratios";
import { spansOf } from "./spans";
import { cueSign, empathyRows, pointWords, saidAt, stretches } from "./timeline";

const POINT: Point = {
  turn: 1,
  client: { emotion: "sadness", unclear: false, valence: -0.4, risk: "none" },
  supporter: {
    emotion: "neutral", unclear: false, valence: 0, main: "question", skills: ["open_question"],
    empathy: { emotional_reactions: 1, interpretations: 0 },
  },
  phase: "exploring", trust: 0.4, guard: 0.3, distress: 0.5, cues: [], nudge: "", idea: "",
  consulted: false,
};

test("neighbors of one phase are one stretch", () => {
  const phases = ["arriving", "exploring", "exploring", "closing"];
  assert.deepEqual(stretches(phases.map((phase) => ({ ...POINT, phase }))), [
    { phase: "arriving", from: 0, to: 0 },
    { phase: "exploring", from: 1, to: 2 },
    { phase: "closing", from: 3, to: 3 },
  ]);
});

test("a point says all that stands in its column", () => {
  const point = {
    ...POINT, nudge: "advice", idea: "support", consulted: true,
    cues: [{ kind: "loss", change: "caught" }],
  };
  assert.equal(pointWords(point, "Ana"),
    "Turn 1; you: open question; Ana’s words read as sadness; exploring; trust 0.40, guard 0.30, " +
    "distress 0.50; a hint taken up (loss); a remark; began as an idea: offer; " +
    "you turned to your supervisor.");
});

test("a hint taken up outweighs one that was shown, in the sign of a point", () => {
  const sign = (...changes: string[]) =>
    cueSign({ ...POINT, cues: changes.map((change) => ({ kind: "loss", change })) });
  assert.deepEqual([sign(), sign("opened"), sign("opened", "caught"), sign("missed")],
    ["", "○", "●", "·"]);
});

test("empathy is counted by level over the replies that were read", () => {
  const strong = { ...POINT, supporter: POINT.supporter && {
    ...POINT.supporter, empathy: { emotional_reactions: 2 },
  } };
  assert.deepEqual(empathyRows([{ ...POINT, supporter: null }, POINT, strong]), [
    ["Warmth put into words", 0, 1, 1],
    ["Saying what it may be like for them", 1, 0, 0],
  ]);
});

test("a turn of the timeline holds what was said before and after it, and the remarks on it", () => {
  const line = { main: "", skills: [], causes: ["Felt heard."], answer: "" };
  const debrief = {
    transcript: [
      { ...line, turn: 1, client: "Hello.", reply: "Hi." },
      { ...line, turn: 2, client: "So.", reply: "Yes?", answer: "Bye." },
    ],
    nudges: [{
      turn: 2, kind: "k", text: "A thought.", words: "", asks: false, disputed: null,
      expertsDiffer: [],
    }],
  } as unknown as Debrief;
  assert.equal(saidAt(debrief, 0)?.answer, "Hello.");
  assert.equal(saidAt(debrief, 1)?.answer, "So.");
  assert.deepEqual(saidAt(debrief, 2), {
    client: "So.", reply: "Yes?", answer: "Bye.", causes: ["Felt heard."], nudges: ["A thought."],
  });
  assert.equal(saidAt(debrief, 3), null);
});

test("a ratio with nothing to divide by is left blank", () => {
  const ratio = (value: number | null, ...bounds: number[]) => ({ value, bounds });
  const rows = ratioRows({
    shown: true, hidden: "", reflectionsToQuestions: ratio(1.25, 1, 2),
    complexShare: ratio(1 / 3, 0.4, 0.5), openShare: ratio(null), adherentShare: ratio(1, 0.9, 1),
  });
  assert.deepEqual(rows.map(([, ...values]) => values), [
    ["1.3", "1.0", "2.0"], ["33 %", "40 %", "50 %"], ["–", "–", "–"], ["100 %", "90 %", "100 %"],
  ]);
});

test("two futures start at the turn they share and end where each of them ended", () => {
  const emotions = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as Scores;
  const felt = (turn: number, trust: number): Felt => ({
    turn, trust, guard: 0, distress: 0, hope: 0, valence: 0, arousal: 0, emotions,
  });
  const both = futures([felt(0, 0.1), felt(1, 0.2), felt(2, 0.3)], [felt(0, 0.1), felt(1, 0.5)], 1);
  assert.deepEqual(both.turns, [0, 1, 2]);
  assert.deepEqual(both.first.trust, [0.1, 0.2, 0.3]);
  assert.deepEqual(both.second.trust, [0.1, 0.5, null]);
});

test("words are found in a text whatever their case, by code points", () => {
  assert.deepEqual(spansOf("🙂 I Can't sleep", "can't"), [{ start: 4, end: 9 }]);
  assert.deepEqual(spansOf("nothing", "sleep"), []);
  assert.deepEqual(spansOf("nothing", ""), []);
});

test("a rest has a time only while it lasts, and no talk counts as a number too early", () => {
  const exposure = { state: "cool_down", why: "", until: 9_000 } as const;
  assert.match(restWords({ exposure }, 1_000), /^A good time to come back: /);
  assert.equal(restWords({ exposure }, 9_000), "");
  assert.equal(restWords({ exposure: { ...exposure, state: "check_in" } }, 1_000), "");
  assert.deepEqual([talkCount(1), talkCount(4)], ["One talk", "4 talks"]);
  assert.equal(abilityWords("new_thing"), "New thing");
});
