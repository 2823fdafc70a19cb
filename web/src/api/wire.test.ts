import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseFigure, parsePerson } from "./catalog";
import { parseDebrief } from "./debrief_wire";
import { WireError } from "./decode";
import { parseEvent } from "./event_wire";
import { parseFrame } from "./frames";

/// The indented JSON examples of a format's page: what the C++ tests read as well.
function samples(format: string): unknown[] {
  const page = readFileSync(join(process.env["ATTUNE_DOCS"] ?? "", `${format}.md`), "utf8");
  return [...page.matchAll(/(?:^ {4}.*\n)+/gm)]
    .map(([block]) => block.trim())
    .filter((block) => block.startsWith("{"))
    .map((block): unknown => JSON.parse(block));
}

const READING = {
  emotion: {
    label: "sadness",
    labels: ["sadness", "fear"],
    scores: {
      anger: 0.1, disgust: 0, fear: 0.4, happiness: 0, sadness: 0.7, surprise: 0, neutral: 0.2,
    },
  },
  valence: -0.4,
  arousal: 0.1,
  abstains: [],
  why: [{ for: "emotion:sadness", start: 0, end: 4, weight: 1.2 }],
};

const DEBRIEF = {
  session: "s1", case: "c", name: "N", ending: "goodbye", out_of_role: "Over.", safety: [],
  worked: [], moments: [], note: "", unsaid: [], next: "", figures: {}, transcript: [],
};

test("reads the event that the format's page gives as its example", () => {
  const [event] = samples("event").map(parseEvent);
  assert.equal(event?.type, "said");
  assert.equal(event?.seq, 4);
});

test("reads why written words stand where a language model's were to", () => {
  const said = (worded: object) => {
    const event = parseEvent({
      seq: 2, at: 1, type: "said", turn: 0, speaker: "client", text: "Hi.", typing_ms: [],
      ...worded,
    });
    return event.type === "said" ? event.steppedIn : undefined;
  };
  assert.equal(said({}), null);
  assert.equal(said({ worded: { by: "model", endpoint: "e", prompts: "p" } }), null);
  assert.equal(said({ worded: { by: "authored", trouble: "cut" } }), "cut");
  assert.equal(said({ worded: { by: "authored" } }), "unfit");
});

test("reads the moment that the debrief's page gives as its example", () => {
  const told = parseDebrief({ ...DEBRIEF, moments: samples("debrief") });
  assert.equal(told.moments[0]?.branchTurn, 5);
  assert.equal(told.moments[0]?.title, "Easy to pass by");
});

test("reads a reading with the words that carried it", () => {
  const event = parseEvent({
    seq: 3, at: 1, type: "read", turn: 0, speaker: "client", reading: READING,
  });
  assert.equal(event.type === "read" && event.reading.label, "sadness");
  assert.equal(event.type === "read" && event.reading.why[0]?.head, "emotion:sadness");
});

test("reads what a supporter's words do, and nothing of the kind in a client's", () => {
  const read = (speaker: string, more: object) => {
    const event = parseEvent({
      seq: 3, at: 1, type: "read", turn: 1, speaker, reading: { ...READING, ...more },
    });
    return event.type === "read" ? event.reading.doing : undefined;
  };
  assert.equal(read("client", {}), null);
  assert.deepEqual(read("supporter", {
    skills: { main: "question", labels: ["open_question"], scores: {} },
    asks: { about_suicide: true, leading: false },
  }), { main: "question", skills: ["open_question"], asks: ["about_suicide"] });
});

test("ignores unknown fields of an event and refuses an unknown type", () => {
  const paused = { seq: 1, at: 2, type: "paused", mood: "new" };
  assert.deepEqual(parseEvent(paused), { type: "paused", seq: 1, at: 2 });
  assert.throws(() => parseEvent({ ...paused, type: "sang" }), WireError);
});

test("a malformed event is refused without quoting its words", () => {
  const said = { seq: 1, at: 2, type: "said", turn: 1, speaker: "client", text: 7, key: "secret" };
  assert.throws(() => parseEvent(said), (error) =>
    error instanceof WireError && !error.message.includes("secret"));
});

test("reads every frame of the server's, and passes over one it does not know", () => {
  assert.equal(parseFrame('{"type":"ready","last":3}')?.type, "ready");
  assert.equal(parseFrame('{"type":"ack","key":"k-1","seq":4}')?.type, "ack");
  assert.deepEqual(parseFrame('{"type":"error","code":"conflict","message":"m","key":"k-1"}'), {
    type: "error", code: "conflict", message: "m", key: "k-1",
  });
  assert.equal(parseFrame('{"type":"weather"}'), null);
});

test("an error code of a newer server counts as internal", () => {
  const frame = parseFrame('{"type":"error","code":"tired","message":"m"}');
  assert.equal(frame?.type === "error" && frame.code, "internal");
});

test("reads a person's card and a figure without an interval", () => {
  const person = parsePerson({
    id: "a", name: "A", age: 20, place: "P", who: "W", may_meet: ["x"], trains: [], difficulty: 2,
    review: "R", minutes: "10", turns: "12–16",
  });
  assert.deepEqual(person.mayMeet, ["x"]);
  const figure = parseFigure({ head: "emotion", statistic: "macro_f1", value: 0.5, n: 10 });
  assert.equal(figure.low, null);
});

test("a skipped self-rating is absent from the debrief", () => {
  assert.equal(parseDebrief(DEBRIEF).self, null);
  const rated = parseDebrief({ ...DEBRIEF, self: { items: { stayed: 4 }, redo: 2 } });
  assert.deepEqual(rated.self, { items: { stayed: 4 }, redo: 2 });
});
