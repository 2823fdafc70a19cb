import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTrialStep } from "../api/trial";
import type { Plan } from "../api/trials";
import { paragraphs } from "./paragraphs";
import { UNANSWERED, answered, left, recalled, sheetsOf, turned } from "./questionnaire";
import { outcomeWords, powerWords } from "./trials";

const ITEM = { id: "stay", ask: "A?", low: 0, high: 10, count: false, anchors: {} };
const SHEET = { id: "sure", title: "Sure", items: [ITEM, { ...ITEM, id: "ask" }] };

const HEAD = { trial: "t", title: "T", held: 0 };

test("nobody is asked where there is no study", () => {
  assert.equal(parseTrialStep({ trial: null }), null);
});

test("each step of a study is read as what it asks", () => {
  const consent = parseTrialStep({ ...HEAD, step: "consent", text: "Read this." });
  assert.ok(consent?.step === "consent" && consent.text === "Read this.");
  const before = parseTrialStep({ ...HEAD, step: "before", questionnaires: [SHEET] });
  assert.ok(before?.step === "before" && before.questions[0]?.items.length === 2);
  const talk = parseTrialStep({
    ...HEAD, step: "talk", talk: { number: 2, of: 3, client: "lupe", name: "Lupe", session: null },
  });
  assert.ok(talk?.step === "talk" && talk.talk === 2 && talk.session === "");
});

test("answers stand under their sheet, the last one counts, and pages have ends", () => {
  let state = answered(answered(UNANSWERED, "sure", "stay", 3), "sure", "stay", 7);
  assert.equal(left(state, SHEET), 1);
  assert.deepEqual(sheetsOf(state, [SHEET]), [{ instrument: "sure", answers: { stay: 7 } }]);
  state = turned(turned(state, -1, 2), 1, 2);
  assert.equal(turned(state, 1, 2).page, 1);
});

test("a sheet that is left out whole is handed in empty", () => {
  assert.deepEqual(sheetsOf(UNANSWERED, [SHEET]), [{ instrument: "sure", answers: {} }]);
});

test("what the browser kept is taken up, and what it cannot read is not", () => {
  const kept = answered(UNANSWERED, "sure", "ask", 2);
  assert.deepEqual(recalled(JSON.stringify(kept)), kept);
  for (const broken of [null, "", "{", "7", "{\"page\":\"x\"}"]) {
    assert.equal(recalled(broken), UNANSWERED);
  }
});

test("a text is told by its paragraphs, each on one line", () => {
  assert.deepEqual(paragraphs("One\nline.\n\n\nAnother.\n"), ["One line.", "Another."]);
});

test("a plan's numbers are said in words, and too few people plainly", () => {
  const sample = { smallest: 0.8, power: 0.8, alpha: 0.05, needed: 78 };
  const plan = (people: number): Plan => ({ ...sample, people } as Plan);
  assert.match(powerWords(plan(90)), /chance of 80\u00a0%.*5\u00a0%.*takes 78 people\. The plan has 90\.$/);
  assert.match(powerWords(plan(20)), /may well not be found/);
});

test("an outcome says what is held against what, by which test", () => {
  assert.equal(outcomeWords({
    title: "Support", measure: "ratings", instrument: "support-quality",
    first: "with ideas", second: "without ideas", test: "Welch's t",
  }), "Support: what blinded raters say with “support-quality”; talks with ideas against talks " +
    "without ideas (Welch's t).");
});
