import assert from "node:assert/strict";
import { test } from "node:test";
import { parseEntry, parsePerson } from "./catalog";
import { parseDebrief } from "./debrief_wire";
import { parseEvent } from "./event_wire";
import { parseFrame } from "./frames";
import { parsePreferences } from "./preferences";
import { parseProgress } from "./progress";
import { parseProtocol } from "./protocol";

const DEBRIEF = {
  session: "s1", case: "c", name: "N", ending: "goodbye", out_of_role: "Over.", safety: [],
  worked: [], moments: [], note: "", unsaid: [], next: "", figures: {}, transcript: [],
};

test("an event of an older server opens a talk with ideas on request", () => {
  assert.deepEqual(parseEvent({ seq: 1, at: 2, type: "opened", case: "c" }), {
    type: "opened", case: "c", help: "on_request", fading: false, announced: false, days: 0, seq: 1, at: 2,
  });
});

test("reads a nudge, what was said against it, and turning to a supervisor", () => {
  const nudged = {
    seq: 5, at: 1, type: "nudged", turn: 2, kind: "advice", text: "T", words: "W",
    probability: 0.8, asks: true,
  };
  assert.deepEqual(parseEvent(nudged), {
    type: "nudged", nudge: { turn: 2, kind: "advice", text: "T", words: "W", asks: true },
    seq: 5, at: 1,
  });
  const disputed = parseEvent({ seq: 6, at: 1, type: "disputed", turn: 2, kind: "advice" });
  assert.equal(disputed.type === "disputed" && disputed.turn, 2);
  assert.equal(parseEvent({ seq: 7, at: 1, type: "consulted", turn: 2 }).type, "consulted");
});

test("a check-in names the words by their key", () => {
  assert.deepEqual(parseFrame('{"type":"check_in","key":"key-0001"}'),
    { type: "check_in", key: "key-0001" });
});

test("preferences that this page does not know count as asking for ideas", () => {
  assert.deepEqual(parsePreferences({ help: "telepathy", avoid: ["grief"] }),
    { help: "on_request", avoid: ["grief"] });
});

test("what older servers do not say is absent: themes, branches, timeline, ratios", () => {
  const person = parsePerson({
    id: "a", name: "A", age: 20, place: "P", who: "W", difficulty: 2,
  });
  assert.deepEqual([person.themes, person.avoided], [[], false]);
  const entry = { id: "s", case: "c", name: "N", opened: 1, last: 2, turns: 3 };
  assert.equal(parseEntry(entry).branch, false);
  assert.equal(parseEntry({ ...entry, branch: true }).branch, true);
  const told = parseDebrief(DEBRIEF);
  assert.deepEqual([told.nudges, told.figures.timeline, told.figures.ratios], [[], [], null]);
});

test("reads a point of the timeline, and the reason given against a remark", () => {
  const told = parseDebrief({
    ...DEBRIEF,
    nudges: [{ turn: 1, kind: "advice", text: "T", words: "", asks: false, disputed: "" }],
    figures: {
      mi: {
        shown: true, reflections_to_questions: 0.5, complex_share: null,
        bounds: { reflections_to_questions: [1, 2] },
      },
      timeline: [{
        turn: 0, client: { emotion: "sadness", unclear: true, valence: -0.2, arousal: 0 },
        supporter: null, phase: "arriving", trust: 0.2, guard: 0.4, distress: 0.6, hope: 0.1,
        cues: [{ kind: "loss", change: "opened" }], consulted: true,
      }],
    },
  });
  const [point] = told.figures.timeline;
  assert.deepEqual(point?.client, { emotion: "sadness", unclear: true, valence: -0.2, risk: "" });
  assert.deepEqual([point?.supporter, point?.nudge, point?.consulted], [null, "", true]);
  assert.equal(told.nudges[0]?.disputed, "");
  assert.deepEqual(told.figures.ratios?.reflectionsToQuestions, { value: 0.5, bounds: [1, 2] });
  assert.deepEqual(told.figures.ratios?.complexShare, { value: null, bounds: [] });
});

test("reads the steps of a protocol, and that none fits", () => {
  assert.equal(parseProtocol(null), null);
  const step = { id: "a", title: "Ask", state: "due", turn: null, due: 2, words: "x" };
  assert.deepEqual(parseProtocol({ id: "p", title: "T", steps: [step] }), {
    title: "T", steps: [step],
  });
});

test("progress of no talks yet is read as such", () => {
  const none = parseProgress({
    talks: 0, skills: [], dependence: [], trend: null, next: null,
    fading: { level: "always", why: "W", without_help_next: false },
    exposure: { state: "fine", why: "", until: null },
  });
  assert.deepEqual([none.trend, none.next, none.exposure.until], ["", null, null]);
  assert.equal(none.fading.level, "always");
});

test("reads both sides where experts differ, and what is left out here", () => {
  const differ = [{ title: "Missed cue", reasons: ["1 of 2 experts marked this", "1 of 2 did not"] }];
  const told = parseDebrief({
    ...DEBRIEF,
    experts_differ: differ,
    transcript: [{ turn: 1, client: "C", reply: "R", answer: "A", experts_differ: differ }],
    figures: { trust_here: [{ score: "nudge.advice", title: "T", shown: false, text: "not yet" }] },
  });
  assert.deepEqual(told.expertsDiffer, differ);
  assert.deepEqual(told.transcript[0]?.expertsDiffer, differ);
  assert.deepEqual(told.figures.trustHere, [{ title: "T", shown: false, text: "not yet" }]);
  const older = parseDebrief(DEBRIEF);
  assert.deepEqual([older.expertsDiffer, older.figures.trustHere], [[], []]);
});
