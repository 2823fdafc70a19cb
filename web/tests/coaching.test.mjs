// Coaching in the talk: when ideas come, remarks, a supervisor, a pause for oneself, what to leave out.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, until } from "./house.mjs";
import { WINDOWS, look } from "./look.mjs";
import { clientTurns, composer, meet, say } from "./supporter.mjs";

let house;
before(async () => {
  house = await House.open();
});
after(() => house?.close());

const ADVICE = "You should get up earlier and make a better timetable. It will be fine.";
const OWN = "honestly i want to die too right now, i can't do this anymore";

/// The frames that the page sends.
function sent(page) {
  const frames = [];
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => frames.push(JSON.parse(`${payload}`))));
  return frames;
}

async function choose(page, help) {
  await page.goto(house.base);
  const box = page.getByRole("radio", { name: help, exact: true });
  await box.waitFor();
  if (await box.isChecked()) return;
  const told = page.waitForResponse((response) => response.request().method() === "PUT");
  await box.check();
  assert.ok((await told).ok());
}

async function leaveOut(page, themes) {
  await page.getByRole("button", { name: /what to leave out$/ }).click();
  const chosen = page.locator(".themes input:checked");
  while (await chosen.count()) await chosen.first().uncheck();
  for (const theme of themes) await page.getByLabel(theme, { exact: true }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/// Words that the page's nudges are about, until one comes.
async function untilNudged(page) {
  for (const words of ["Hello. What brings you here?", ADVICE, "Just make a list every evening."]) {
    await say(page, words);
    if (await page.locator(".nudge").count()) return;
  }
  assert.fail("no remark came");
}

async function sayAboutMe(page) {
  await composer(page).fill(OWN);
  await composer(page).press("Enter");
  await until(async () => {
    await page.clock.runFor(1000);
    return page.getByRole("heading", { name: "Is this about you, or the exercise?" }).isVisible();
  }, "the check-in");
}

test("who wants ideas always finds them beside the talk, and nothing takes the focus", async () => {
  const page = await house.window({ swift: true });
  const frames = sent(page);
  await choose(page, "Always");
  await page.reload();
  assert.equal(await page.getByRole("radio", { name: "Always" }).isChecked(), true);
  await meet(page, house.base);
  await page.locator(".idea").nth(2).waitFor();
  await composer(page).focus();
  await say(page, "Hello. What is on your mind?");
  await page.locator(".idea").nth(2).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "words");
  assert.deepEqual(frames.filter(({ type }) => type === "suggest"), [], "nobody had to ask");
  const idea = await page.locator(".idea-text").first().innerText();
  await page.getByRole("button", { name: /^Use/ }).first().click();
  assert.equal(await composer(page).inputValue(), idea);
  assert.equal(await page.locator(".said.supporter").count(), 1, "using an idea sends nothing");
});

test("an idea marks the words that it serves, for as long as one looks at it", async () => {
  const page = await house.window({ swift: true });
  await choose(page, "Always");
  await meet(page, house.base);
  await say(page, "Hello. What is on your mind?");
  await page.locator(".idea").nth(2).waitFor();
  const serving = page.locator(".idea").filter({ hasText: "Takes up" }).first();
  await serving.getByRole("button").focus();
  await page.locator(".bubble mark.served").first().waitFor();
  const marked = (await page.locator(".bubble mark.served").allInnerTexts()).join("\n");
  assert.ok((await serving.innerText()).includes(marked.slice(0, 20)), marked);
  await composer(page).focus();
  await page.locator("mark.served").first().waitFor({ state: "detached" });
  await composer(page).hover();
  await serving.hover();
  await page.locator("mark.served").first().waitFor();
  await composer(page).hover();
  await page.locator("mark.served").first().waitFor({ state: "detached" });
});

test("who wants none has no button for them, and may change that", async () => {
  const page = await house.window({ swift: true });
  await choose(page, "None");
  await meet(page, house.base);
  await page.getByRole("button", { name: "Feelings" }).waitFor();
  assert.equal(await page.getByRole("button", { name: /^Ideas/ }).count(), 0);
  await choose(page, "When I ask");
  await meet(page, house.base);
  await page.getByRole("button", { name: /^Ideas/ }).waitFor();
});

test("where ideas fade, the talk says in a line why it is as it is", async () => {
  const page = await house.window({ swift: true });
  await choose(page, "Fading as I get better");
  await meet(page, house.base);
  assert.match(await page.locator(".talk-first").innerText(), /ideas/i);
  await choose(page, "When I ask");
  await meet(page, house.base);
  assert.doesNotMatch(await page.locator(".talk-first").innerText(), /ideas/i);
});

test("a remark asks for nothing, and one may see it differently", async () => {
  const page = await house.window({ swift: true });
  const frames = sent(page);
  await meet(page, house.base);
  await composer(page).focus();
  await untilNudged(page);
  const nudge = page.locator(".nudge");
  assert.equal(await nudge.count(), 1);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "words", "no focus taken");
  const text = await nudge.locator("p").first().innerText();
  const spoken = await page.locator("[aria-live=polite]").allInnerTexts();
  assert.ok(spoken.some((words) => words.includes(text)), "it is said aloud, politely");
  await nudge.getByRole("button", { name: "I see it differently" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("She had asked for tips.");
  await page.keyboard.press("Enter");
  await nudge.getByText(/kept for the experts/).waitFor();
  const [dispute] = frames.filter(({ type }) => type === "dispute");
  assert.equal(dispute.reason, "She had asked for tips.");
  await page.reload();
  await page.locator(".nudge").getByText(/kept for the experts/).waitFor();
  await page.getByRole("button", { name: "End", exact: true }).click();
  await page.getByRole("button", { name: "End now" }).click();
  await page.getByRole("link", { name: "Look back" }).click();
  await page.getByRole("button", { name: "I am ready to look back" }).click();
  await page.getByRole("button", { name: "Skip this" }).click();
  await page.getByText("Remarks during the talk").click();
  await page.getByText("You saw it differently: “She had asked for tips.”").waitFor();
});

test("turning to a supervisor is explained, noted, and found again", async () => {
  const page = await house.window({ swift: true });
  await meet(page, house.base);
  await say(page, "Hello. What is on your mind?");
  await page.getByRole("button", { name: "Consult supervisor" }).click();
  await page.getByText("Here nobody is called").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".consulted").count(), 0, "looking at it notes nothing");
  await page.getByRole("button", { name: "Consult supervisor" }).click();
  await page.getByRole("button", { name: "I would consult now" }).click();
  await page.locator(".consulted").waitFor();
  await page.reload();
  await page.locator(".consulted").waitFor();
});

test("words of the exercise go on after the question whom they are about", async () => {
  const page = await house.window({ swift: true });
  await meet(page, house.base);
  const before = await clientTurns(page);
  await sayAboutMe(page);
  assert.ok((await page.getByRole("dialog").innerText()).includes("nobody"));
  await page.getByRole("button", { name: /^It is the exercise/ }).click();
  await until(async () => {
    await page.clock.runFor(1000);
    return (await clientTurns(page)) > before;
  }, "the client's answer");
  assert.deepEqual(await page.locator(".said.supporter .bubble").allInnerTexts(), [OWN]);
});

test("words about oneself stay here, help opens, and stopping is one press away", async () => {
  const page = await house.window({ swift: true });
  const frames = sent(page);
  await meet(page, house.base);
  await sayAboutMe(page);
  await page.getByRole("button", { name: "It is about me" }).click();
  await page.getByRole("heading", { name: "Help for me" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Thank you for saying so" }).waitFor();
  assert.equal(await composer(page).inputValue(), OWN);
  await page.clock.runFor(20_000);
  assert.equal(frames.filter(({ type }) => type === "say").length, 1, "the first try alone");
  await page.getByRole("button", { name: "Stop for today" }).click();
  await page.locator(".end-note").waitFor();
  assert.equal(await page.locator(".said.supporter").count(), 0);
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const kept = await page.evaluate(async (session) =>
    (await fetch(`/api/sessions/${session}/events?after=0`)).text(), id);
  assert.ok(!kept.includes("die"), "nothing of the words was kept");
});

test("people who bring what was left out are folded away, and come back", async () => {
  const page = await house.window();
  await page.goto(house.base);
  const cards = page.locator(".person");
  await cards.first().waitFor();
  const all = await cards.count();
  await leaveOut(page, ["Caring for someone"]);
  await page.locator(".folded").waitFor();
  assert.ok(await cards.count() < all);
  assert.equal(await page.getByRole("button", { name: "Talk with Hidayah", exact: true }).count(), 0);
  await page.locator(".folded summary").click();
  assert.match(await page.locator(".folded").innerText(), /Hidayah, 34 · caring for someone/);
  await page.reload();
  await page.locator(".folded").waitFor();
  assert.match(await page.locator(".choice-list").innerText(), /caring for someone/i);
  await leaveOut(page, []);
  await page.locator(".folded").waitFor({ state: "detached" });
  assert.equal(await cards.count(), all);
});

for (const { name, ...wish } of WINDOWS) {
  test(`coaching in the talk, ${name}`, async () => {
    const page = await house.window(wish);
    await choose(page, "Always");
    await look(page, `${name}-choices`);
    await page.getByRole("button", { name: /what to leave out$/ }).click();
    await look(page, `${name}-themes`);
    await leaveOutOpen(page);
    await look(page, `${name}-folded`);
    await leaveOut(page, []);
    await meet(page, house.base);
    await untilNudged(page);
    await look(page, `${name}-always`);
    await page.getByRole("button", { name: "I see it differently" }).click();
    await look(page, `${name}-differently`);
    await page.getByRole("button", { name: "Send", exact: true }).first().click();
    await page.getByText(/kept for the experts/).waitFor();
    await page.getByRole("button", { name: "Consult supervisor" }).click();
    await look(page, `${name}-consult`);
    await page.getByRole("button", { name: "I would consult now" }).click();
    await page.locator(".consulted").waitFor();
    await look(page, `${name}-consulted`);
    await sayAboutMe(page);
    await look(page, `${name}-check-in`);
    await page.getByRole("button", { name: "It is about me" }).click();
    await page.getByRole("heading", { name: "Help for me" }).waitFor();
    await page.keyboard.press("Escape");
    await look(page, `${name}-about-me`);
    await choose(page, "When I ask");
    assert.deepEqual(page.faults, []);
  });
}

/// With the dialog open: leaves one theme out and unfolds who brings it.
async function leaveOutOpen(page) {
  await page.getByLabel("Grief", { exact: true }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".folded summary").click();
}
