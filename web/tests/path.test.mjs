// The whole path: start, talk, rail, ideas, goodbye, rating, debrief, try again, delete.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, picture } from "./house.mjs";
import { answered, clientTurns, composer, endAndRate, meet, rate, say } from "./supporter.mjs";

let house;
before(async () => {
  house = await House.open();
});
after(() => house?.close());

const HIDDEN = [
  "state", "guard", "trust", "distress", "hope", "phase", "cue", "cues", "seed", "lines", "causes",
  "memory", "intent", "layer", "layers", "case_hash", "trap", "story", "branch_of",
];
const SHOWN = [
  "opened", "said", "read", "suggested", "adopted", "guessed", "paused", "resumed", "closed",
  "nudged", "disputed", "consulted",
];

function fieldsOf(value, found = new Set()) {
  if (Array.isArray(value)) value.forEach((item) => fieldsOf(item, found));
  else if (value && typeof value === "object") {
    for (const [name, inner] of Object.entries(value)) fieldsOf(inner, found.add(name));
  }
  return found;
}

/// Reads all that the server says to a window.
function overheard(page) {
  const said = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => said.push(`${payload}`)));
  page.on("response", async (response) => {
    const json = response.headers()["content-type"]?.includes("json");
    if (json) said.push(await response.text().catch(() => ""));
  });
  return said;
}

function assertNothingHidden(said) {
  assert.ok(said.length > 10, "the window heard something");
  for (const text of said.filter(Boolean)) {
    const told = JSON.parse(text);
    if (told.exposure) continue; // progress: of closed talks alone
    // A card's cue is words of the client's that stand on the page; a case's cue is hidden.
    for (const card of told.event?.cards ?? []) delete card.cue;
    const leaked = [...fieldsOf(told)].filter((name) => HIDDEN.includes(name));
    assert.deepEqual(leaked, [], text.slice(0, 80));
    if (told.type !== "event") continue;
    assert.ok(SHOWN.includes(told.event.type), told.event.type);
  }
}

test("from choosing a person to deleting the talk", async () => {
  const page = await house.window({ swift: true });
  const said = overheard(page);
  await meet(page, house.base);
  await say(page, "Good evening. I'm glad you wrote. What is on your mind tonight?");
  await say(page, "That sounds like a lot to carry. What is the hardest part?");
  await say(page, "You should get up earlier and make a better timetable. It will be fine.");

  await page.getByRole("button", { name: "Feelings" }).click();
  const line = page.locator(".reading-line");
  assert.match(await line.innerText(), /^These words (read as|are unclear)/);
  await page.locator(".held-out").first().waitFor();
  assert.match(await page.locator(".held-out").first().innerText(),
    /n = [\d,]+.*\d{4}\u2011\d\d\u2011\d\d/s);
  await page.getByText("How the words read over the talk").click();
  assert.equal(await page.locator("svg[role=img]").count(), 8);
  await page.getByText("All of it as a table").click();
  assert.equal(await page.locator(".rail-panel tbody tr").count(), await clientTurns(page));
  await page.getByLabel("Let me guess first").check();
  await page.getByRole("radio", { name: "Sadness" }).check();
  await page.getByRole("button", { name: "See how they read" }).click();
  await page.getByText("Your guess: sadness").waitFor();
  await picture(page, "path-feelings");

  await page.getByRole("button", { name: /^Ideas/ }).click();
  await composer(page).pressSequentially("I");
  await page.getByRole("button", { name: "Show three ideas" }).click();
  await page.locator(".idea").nth(2).waitFor();
  const idea = await page.locator(".idea-text").first().innerText();
  await picture(page, "path-ideas");
  await page.getByRole("button", { name: /^Use/ }).first().click();
  assert.equal(await composer(page).inputValue(), idea);
  assert.equal(await page.locator(".said.supporter").count(), 3, "using an idea sends nothing");

  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("heading", { name: "Paused" }).waitFor();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("heading", { name: "Paused" }).waitFor({ state: "detached" });

  await page.getByRole("button", { name: "End", exact: true }).click();
  assertNothingHidden(said);
  await page.getByRole("button", { name: "Say goodbye first" }).click();
  await composer(page).fill("I have to go now. Thank you for telling me. Good night.");
  await composer(page).press("Enter");
  await answered(page, Infinity);
  assert.match(await page.locator(".end-note").innerText(), /This exercise is over/);

  await page.getByRole("link", { name: "Look back" }).click();
  await page.getByRole("button", { name: "I am ready to look back" }).click();
  await rate(page);
  await page.getByRole("heading", { name: "One thing for next time" }).waitFor();
  await picture(page, "path-debrief");
  assert.doesNotMatch(await page.locator(".debrief").innerText(), /\bfail(ed|ure)?\b/i);

  await page.getByRole("button", { name: /^Try it from here/ }).first().click();
  await composer(page).waitFor();
  await say(page, "What is that like for you?");
  await endAndRate(page, { skip: true });
  await page.getByRole("heading", { name: "Both futures, side by side" }).waitFor();
  await picture(page, "path-compared");
  await page.getByRole("button", { name: "Delete this talk" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await page.getByRole("heading", { name: "Who would you like to meet?" }).waitFor();
  assert.deepEqual(page.faults, []);
});
