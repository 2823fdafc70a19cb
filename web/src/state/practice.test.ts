import assert from "node:assert/strict";
import { test } from "node:test";
import { ideasReady } from "./ideas";
import { steppedInWords } from "./outside";
import { type Practice, ended } from "./practice";
import { screenOf } from "./screen";
import { OPENED, Practicing } from "./staged_talk";
import { statusLine } from "./status";

const STANDING = { name: "N", unreadable: false, signedOut: false };

test("words go out after three seconds, with what had been seen", () => {
  const talk = new Practicing().opened().write("What is that like?", "key-0001");
  assert.equal(talk.pass(2999).says().length, 0);
  assert.deepEqual(talk.pass(1).says(), [
    { type: "say", key: "key-0001", text: "What is that like?", seen: 2 },
  ]);
});

test("a client is seen to type from the first token on, and that time counts", () => {
  const talk = new Practicing().opened().pass(2000).write("Why?", "key-0001").pass(3000);
  talk.supporter(1, "Why?", "key-0001").act({ do: "typing" });
  assert.equal(screenOf(talk.state).typing, true);
  talk.pass(900).client(1, "Because.");
  assert.deepEqual(talk.pass(99).shown().at(-1), "Why?");
  assert.deepEqual(talk.pass(1).shown().at(-1), "Because.");
  assert.equal(screenOf(talk.state).typing, false);
});

test("nobody is seen to type when nothing is owed, or once the connection is lost", () => {
  const talk = new Practicing().opened().pass(2000).act({ do: "typing" });
  assert.equal(screenOf(talk.state).typing, false);
  talk.supporter(1, "Why?", "key-0001").act({ do: "typing" }).act({ do: "away" });
  assert.equal(screenOf(talk.state).typing, false);
});

test("words written before the opening wait for it", () => {
  const talk = new Practicing().event(OPENED).act({ do: "ready" });
  assert.equal(talk.write("Hello?", "key-0001").pass(10_000).says().length, 0);
  assert.match(statusLine(talk.state, { ...STANDING, name: "Ana" }), /once Ana has answered/);
  assert.deepEqual(talk.client(0, "Hi.").pass(3000).says().map(({ type }) => type), ["say"]);
});

test("that written words stepped in is told once in a talk", () => {
  const talk = new Practicing().opened();
  talk.supporter(1, "Why?", "key-0001").client(1, "Oh.", [1], "slow_first");
  talk.supporter(2, "Why?", "key-0002").client(2, "Ah.", [1], "refused");
  const told = screenOf(talk.pass(5000).state).lines.map((line) => line.steppedIn);
  assert.deepEqual(told, [null, null, "slow_first", null, null]);
  assert.match(steppedInWords("slow_first", "Ana"), /did not answer in time\. Ana speaks/);
});

test("words taken back are in the box again and never go out", () => {
  const talk = new Practicing().opened().write("Oh.", "key-0001").pass(1000);
  talk.act({ do: "take_back" });
  assert.equal(talk.state.draft, "Oh.");
  assert.equal(talk.pass(60_000).says().length, 0);
});

test("words taken back stand before what was written meanwhile", () => {
  const talk = new Practicing().opened().write("First.", "key-0001")
    .act({ do: "typed", text: "Second." }).act({ do: "take_back" });
  assert.equal(talk.state.draft, "First.\nSecond.");
});

test("words out at a loss go out again with the same key", () => {
  const talk = new Practicing().opened().write("Still here.", "key-0001").pass(3000);
  talk.act({ do: "away" }).pass(5000).act({ do: "ready" }).pass(1);
  assert.deepEqual(talk.says().map((frame) => frame.type === "say" && frame.key), [
    "key-0001", "key-0001",
  ]);
});

test("words kept from before a reload go out unless the log has them", () => {
  const unsent = [{ ...heldWords("key-0001"), seen: 2 }];
  const lost = new Practicing({ draft: "", unsent }).opened().pass(3000);
  assert.equal(lost.says().length, 1);
  const kept = new Practicing({ draft: "", unsent });
  kept.event(OPENED).client(0, "Hello.").supporter(1, "Hi.", "key-0001");
  assert.equal(kept.act({ do: "ready" }).pass(3000).says().length, 0);
});

function heldWords(key: string): Practice["outbox"][number] {
  return {
    key, text: "Hi.", adopted: "", goodbye: false, inExercise: false, seen: 0, phase: "held",
    until: 0, tries: 0,
  };
}

test("a conflict brings the words back and says what happened", () => {
  const talk = new Practicing().opened().write("Mine.", "key-0001").pass(3000);
  talk.act({ do: "refused", code: "conflict", key: "key-0001" });
  assert.equal(talk.state.draft, "Mine.");
  assert.match(statusLine(talk.state, STANDING), /another window/);
});

test("words of another window make words on their way stale", () => {
  const talk = new Practicing().opened().write("Mine.", "key-0001");
  talk.supporter(1, "Theirs.", "key-9");
  assert.equal(talk.state.draft, "Mine.");
  assert.equal(talk.pass(10_000).says().length, 0);
});

test("a busy server is offered the words again, later each time", () => {
  const talk = new Practicing().opened().write("Hi.", "key-0001").pass(3000);
  talk.act({ do: "refused", code: "busy", key: "key-0001" });
  assert.equal(talk.pass(499).says().length, 1);
  assert.equal(talk.pass(1).says().length, 2);
  talk.act({ do: "refused", code: "busy", key: "key-0001" });
  assert.equal(talk.pass(999).says().length, 2);
  assert.equal(talk.pass(1).says().length, 3);
});

test("a second message waits for the reply to the first and can still be taken back", () => {
  const talk = new Practicing().opened().write("One.", "key-0001").pass(3000);
  talk.write("Two.", "key-0002").pass(10_000);
  assert.equal(talk.says().length, 1);
  talk.supporter(1, "One.", "key-0001").client(1, "Reply.");
  assert.deepEqual(talk.shown(), ["Hello.", "One.", "Reply."]);
  assert.equal(talk.pass(2999).says().length, 1);
  const [, second] = talk.pass(1).says();
  assert.equal(second?.type === "say" && second.seen, 4);
});

test("the client's bubbles come one by one, each after its typing time", () => {
  const talk = new Practicing().opened().client(1, "a\nb", [1500, 2000]);
  assert.deepEqual(talk.pass(1499).shown(), ["Hello."]);
  assert.deepEqual(talk.pass(1).shown(), ["Hello.", "a"]);
  assert.deepEqual(talk.pass(2000).shown(), ["Hello.", "a", "b"]);
});

test("a bubble waits for a pause in the supporter's typing, but not for ever", () => {
  const talk = new Practicing().opened().client(1, "a", [1000]).pass(900);
  talk.act({ do: "typed", text: "I" });
  assert.deepEqual(talk.pass(1199).shown(), ["Hello."]);
  assert.deepEqual(talk.pass(1).shown(), ["Hello.", "a"]);
  talk.client(2, "b", [1000]);
  for (let i = 0; i < 20; i += 1) talk.pass(600).act({ do: "typed", text: "on and on" });
  assert.deepEqual(talk.shown(), ["Hello.", "a", "b"]);
});

test("what was said before the page was opened is on screen at once", () => {
  const talk = new Practicing();
  talk.event(OPENED).client(0, "Hello.\nAre you there?");
  assert.deepEqual(talk.act({ do: "ready" }).shown(), ["Hello.", "Are you there?"]);
});

test("nothing appears while the talk is paused", () => {
  const talk = new Practicing().opened().client(1, "a", [1000]).event({ type: "paused" });
  assert.deepEqual(talk.pass(60_000).shown(), ["Hello."]);
  assert.deepEqual(talk.event({ type: "resumed" }).pass(0).shown(), ["Hello.", "a"]);
});

test("ideas are there after the first keystroke or ten seconds", () => {
  const talk = new Practicing().opened();
  assert.equal(ideasReady(talk.state, talk.now + 9999), false);
  assert.equal(ideasReady(talk.state, talk.now + 10_000), true);
  assert.equal(ideasReady(talk.act({ do: "typed", text: "I" }).state, talk.now), true);
  assert.equal(ideasReady(talk.act({ do: "say", key: "key-0001" }).pass(3000)
    .supporter(1, "I", "key-0001").state, talk.now + 60_000), false);
});

test("using an idea fills the box, tells the server, and is named when sent", () => {
  const talk = new Practicing().opened();
  talk.act({ do: "adopt", kind: "support", text: "Shall we look at tonight?" });
  assert.equal(talk.state.draft, "Shall we look at tonight?");
  talk.act({ do: "say", key: "key-0001" }).pass(3000);
  const [frame] = talk.says();
  assert.equal(frame?.type === "say" && frame.adopted, "support");
});

test("an end that was lost on its way is said again until the log has it", () => {
  const talk = new Practicing().opened().act({ do: "away" }).act({ do: "end", how: "stop" });
  assert.deepEqual(talk.sent, []);
  assert.deepEqual(talk.act({ do: "ready" }).sent, [{ type: "end", how: "stop" }]);
  talk.event({ type: "closed", how: "stop" }).act({ do: "away" }).act({ do: "ready" });
  assert.equal(talk.sent.length, 1);
});

test("a talk that the client left is over once the last words are on screen", () => {
  const talk = new Practicing().opened().client(1, "Bye.", [1000]);
  talk.event({ type: "closed", how: "left" });
  assert.equal(ended(talk.state), false);
  assert.equal(ended(talk.pass(1000).state), true);
});

test("an event heard twice is one event", () => {
  const talk = new Practicing().opened();
  talk.seq = 1;
  assert.deepEqual(talk.client(0, "Hello.").shown(), ["Hello."]);
});
