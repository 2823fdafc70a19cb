import assert from "node:assert/strict";
import { test } from "node:test";
import type { Nudge } from "../api/events";
import { fadingWords, ideasNow, ideasReady } from "./ideas";
import { nudgeTexts, screenOf, servedLine } from "./screen";
import { Practicing } from "./staged_talk";

const NUDGE: Nudge = { turn: 1, kind: "advice", text: "A thought.", words: "get up", asks: false };
const CARD = { kind: "support", skill: "stay", why: "", text: "I am here.", cue: "Hello" } as const;

function nudged(): Practicing {
  return new Practicing().opened().supporter(1, "Get up earlier.", "key-0001")
    .event({ type: "nudged", nudge: NUDGE }).client(1, "Hm.").pass(1000);
}

test("a nudge stands under the supporter's words of its turn alone", () => {
  const { lines } = screenOf(nudged().state);
  assert.deepEqual(lines.map((line) => line.nudge?.text ?? ""), ["", "A thought.", ""]);
  assert.deepEqual(nudgeTexts(screenOf(nudged().state)), ["A thought."]);
});

test("a nudge seen differently is told with its reason, or without one", () => {
  const dispute = { turn: 1, kind: "advice", reason: "She had asked." };
  assert.deepEqual(nudged().act({ do: "dispute", dispute }).sent,
    [{ type: "dispute", ...dispute }]);
  assert.deepEqual(nudged().act({ do: "dispute", dispute: { ...dispute, reason: "" } }).sent,
    [{ type: "dispute", turn: 1, kind: "advice" }]);
});

test("a dispute that was lost on its way is told again until the log has it", () => {
  const dispute = { turn: 1, kind: "advice", reason: "" };
  const talk = nudged().act({ do: "away" }).act({ do: "dispute", dispute });
  assert.deepEqual(talk.sent, []);
  assert.equal(talk.act({ do: "ready" }).sent.length, 1);
  talk.event({ type: "disputed", turn: 1, kind: "advice" }).act({ do: "away" });
  assert.equal(talk.act({ do: "ready" }).sent.length, 1);
  assert.deepEqual(talk.state.talk.disputed, [1]);
});

test("turning to a supervisor leaves a mark after the words it followed", () => {
  const talk = new Practicing().opened().act({ do: "consult" });
  assert.deepEqual(talk.sent, [{ type: "consult" }]);
  talk.event({ type: "consulted", turn: 0 }).supporter(1, "Hi.", "key-0001");
  assert.deepEqual(screenOf(talk.state).lines.map((line) => line.consulted), [true, false]);
  assert.deepEqual(talk.act({ do: "away" }).act({ do: "ready" }).sent.length, 1);
});

test("words that may be about the supporter wait, and nothing else goes out meanwhile", () => {
  const talk = new Practicing().opened().write("I want to die.", "key-0001").pass(3000);
  talk.act({ do: "check_in", key: "key-0001" }).write("Two.", "key-0002").pass(60_000);
  assert.equal(talk.says().length, 1);
  assert.equal(talk.state.checkIn, "key-0001");
});

test("words of the exercise go out again at once, and say so", () => {
  const talk = new Practicing().opened().write("I want to die.", "key-0001").pass(3000);
  talk.act({ do: "check_in", key: "key-0001" }).act({ do: "in_exercise" }).pass(0);
  const [, again] = talk.says();
  assert.deepEqual(again, {
    type: "say", key: "key-0001", text: "I want to die.", seen: 2, in_exercise: true,
  });
  assert.equal(talk.state.checkIn, "");
});

test("words about the supporter go back into the box, and are told to nobody", () => {
  const talk = new Practicing().opened().write("I want to die.", "key-0001").pass(3000);
  talk.act({ do: "check_in", key: "key-0001" }).act({ do: "about_me" }).pass(60_000);
  assert.equal(talk.state.draft, "I want to die.");
  assert.deepEqual(talk.state.outbox, []);
  assert.equal(talk.sent.length, 1, "the first try alone");
});

test("a check-in on words that are no longer on their way asks nothing", () => {
  assert.equal(new Practicing().opened().act({ do: "check_in", key: "key-9" }).state.checkIn, "");
});

test("ideas that come by themselves are ready once they came, not before", () => {
  const talk = new Practicing().opened("always").pass(60_000);
  assert.equal(ideasReady(talk.state, talk.now), false);
  talk.event({ type: "suggested", turn: 0, cards: [CARD] });
  assert.equal(ideasReady(talk.state, talk.now), true);
  assert.deepEqual(ideasNow(talk.state), [CARD]);
});

test("the words that an idea serves are the client's latest with those words", () => {
  const talk = new Practicing().opened().supporter(1, "Hello there.", "key-0001")
    .client(1, "It hurts.").pass(1000);
  const { lines } = screenOf(talk.state);
  assert.equal(servedLine(lines, "It hurts")?.turn, 1);
  assert.equal(servedLine(lines, "hello")?.speaker, "client", "not the supporter's own");
  assert.equal(servedLine(lines, "elsewhere"), undefined);
  assert.equal(servedLine(lines, ""), undefined);
});

test("ideas are gone as soon as the supporter has replied", () => {
  const talk = new Practicing().opened("always")
    .event({ type: "suggested", turn: 0, cards: [CARD] }).supporter(1, "Hi.", "key-0001");
  assert.equal(ideasNow(talk.state), null);
});

test("a talk without ideas says why, where measured skill chose that", () => {
  assert.match(fadingWords(new Practicing().opened("off", true).state.talk), /what you do alone/);
  assert.equal(fadingWords(new Practicing().opened("off").state.talk), "");
});
