// Experts in the loop: talks brought in, given out, read blind, marked by keyboard, handed in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, until } from "./house.mjs";
import { WINDOWS, look } from "./look.mjs";
import { DISAGREEMENTS, MAP, TRUST, TURNS } from "./review_samples.mjs";

let house;
before(async () => {
  house = await House.open();
});
after(() => house?.close());

const FIRST = `Client: hi. my dad died in march and at work it is as if nothing was
Supporter: Hello. Have you tried to keep busy? Exercise helps a lot of people.
Client: i go to work so yes
Supporter: You are doing so well! It will get better with time.
Client: sometimes i sit in the car and think it would be easier not to be here
Supporter: Sitting in the car is a good way to take a break.`;
const SECOND = `Client: hi. my dad died in march and at work it is as if nothing was
Supporter: Everyone around you is done with it, and you are not.
Client: yes. that`;

const status = (page) => page.locator(".desk-saved").innerText();
const saved = (page) => until(async () => (await status(page)) === "Saved", "the draft to be saved");
const heavy = (page) => page.locator(".mark .heavy input:checked");

async function bringIn(page) {
  await page.goto(`${house.base}/review/import`);
  await page.getByLabel("It is my own, or made up").check();
  await page.getByLabel("The talks, pasted").fill(`${FIRST}\n---\n${SECOND}`);
  await page.getByRole("button", { name: "Show what would be kept" }).click();
  await page.getByRole("heading", { name: "What would be kept" }).waitFor();
  assert.equal(await page.locator(".import-preview > li").count(), 2);
  await page.getByRole("button", { name: "Keep them" }).click();
  await page.getByText("2 talks are here now").waitFor();
}

/// Gives both talks, and the pair of them, to whoever is there.
async function giveOut(page, title) {
  await page.goto(`${house.base}/review/batches`);
  await page.getByLabel("What raters see as its name").fill(title);
  await page.getByLabel(/^Critique codes/).check();
  await page.getByLabel(/^Support quality/).check();
  await page.getByLabel(/^Seven principles/).check();
  await page.getByRole("group", { name: "Who reads" }).getByRole("checkbox").first().check();
  await page.getByLabel(/^All \d+/).check();
  await page.getByText("Pairs to be compared side by side").click();
  await page.getByRole("combobox", { name: "One", exact: true }).selectOption({ index: 1 });
  await page.getByRole("combobox", { name: "The other" }).selectOption({ index: 2 });
  await page.getByRole("button", { name: "Add the pair" }).click();
  await page.getByRole("button", { name: "Give it to the raters" }).click();
  await page.getByRole("heading", { name: title }).waitFor();
}

/// Opens the task of the queue that holds these words.
async function openTask(page, holds) {
  await page.goto(`${house.base}/review`);
  await page.locator(".queue-link").first().waitFor();
  const addresses = await page.locator(".queue-link").evaluateAll((links) =>
    links.map((link) => link.getAttribute("href")));
  for (const address of addresses) {
    await page.goto(house.base + address);
    await page.locator("#main h1:not(.sr)").waitFor();
    if (await holds(page)) return;
  }
  assert.fail("no such task");
}

const holdsCar = async (page) =>
  (await page.locator(".desk").count()) > 0 &&
  (await page.getByText("Sitting in the car").count()) > 0;

test("talks are brought in, given out, and found in the queue", async () => {
  const page = await house.window();
  await page.goto(`${house.base}/review`);
  await page.getByRole("heading", { name: "Nothing waits for you" }).waitFor();
  await bringIn(page);
  await giveOut(page, "First look");
  await page.goto(`${house.base}/review`);
  await page.getByRole("heading", { name: "0 of 3 done" }).waitFor();
  assert.equal(await page.locator(".queue > li").count(), 3);
  assert.deepEqual(page.faults, []);
});

test("words are marked by keyboard, saved at once, and there again after a reload", async () => {
  const page = await house.window();
  await openTask(page, holdsCar);
  assert.equal(await status(page), "Every key is saved as you go");
  for (const key of ["k", "k", "j", "j"]) await page.keyboard.press(key);
  assert.match(await page.evaluate(() => document.activeElement.ariaLabel), /^Reply 3 of 3$/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("m");
  await page.keyboard.press("3");
  await saved(page);
  assert.match(await page.locator("[aria-live=polite]").last().innerText(), /^3: heavy/);
  await page.reload();
  await page.locator(".mark").waitFor();
  assert.match(await page.locator(".mark").innerText(), /Missed cue on “Sitting in”/);
  assert.equal(await page.locator(".reply-words mark").innerText(), "Sitting in");
  assert.match(await heavy(page).locator("..").innerText(), /^3 heavy/);
  await page.locator(".reply-words").first().focus();
  await page.keyboard.press("p");
  await page.keyboard.press("u");
  await saved(page);
  await page.reload();
  await page.locator(".mark").waitFor();
  assert.equal(await page.locator(".mark").count(), 1, "what was undone is not kept");
});

test("words chosen with the pointer take the mark, and keys rest in a field", async () => {
  const page = await house.window();
  await openTask(page, holdsCar);
  await page.locator(".reply-words").nth(1).getByText("You are").dblclick({ position: { x: 8, y: 8 } });
  await page.locator(".palette-on").getByText("“You”").waitFor();
  await page.getByRole("button", { name: "Over-validation" }).click();
  await page.locator(".mark", { hasText: "Over-validation" }).waitFor();
  assert.match(await page.locator(".mark").first().innerText(), /on “You”/);
  await page.getByLabel("Anything else").pressSequentially("more jumps, smp 123");
  await saved(page);
  assert.equal(await page.locator(".mark").count(), 2, "no key of these marked anything");
  await page.locator(".mark").first().getByRole("button", { name: /^Remove/ }).click();
  await saved(page);
  await page.reload();
  await page.locator(".mark").waitFor();
  assert.equal(await page.getByLabel("Anything else").inputValue(), "more jumps, smp 123");
  assert.equal(await page.locator(".mark").count(), 1);
});

test("what was shown as saved outlives a killed server; what was not stays in the browser", async () => {
  const page = await house.window();
  await openTask(page, holdsCar);
  await page.getByLabel("Anything else").fill("kept before the fall");
  await saved(page);
  await house.kill();
  await page.getByLabel("Anything else").pressSequentially(", and after");
  await until(async () => /Kept in this browser/.test(await status(page)), "the page to say so");
  await house.start();
  await page.reload();
  await page.locator(".desk").waitFor();
  assert.equal(await page.getByLabel("Anything else").inputValue(),
    "kept before the fall, and after");
  await saved(page);
  const other = await house.window();
  await other.goto(page.url());
  await other.locator(".desk").waitFor();
  assert.equal(await other.getByLabel("Anything else").inputValue(),
    "kept before the fall, and after");
});

test("questions are answered by digits, and what is left out is left out knowingly", async () => {
  const page = await house.window();
  await openTask(page, holdsCar);
  await page.keyboard.press("q");
  await page.keyboard.press("4");
  await page.keyboard.press("2");
  await saved(page);
  assert.equal(await page.locator(".question .steps input:checked").count(), 2);
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByText("The person had room for their own way.").last().waitFor();
  await page.getByRole("button", { name: "Go back to them" }).click();
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByRole("button", { name: "Leave them out and hand in" }).click();
  await page.getByRole("heading", { name: "Handed in" }).waitFor();
  await page.getByText("1 of 3 done.").waitFor();
  await page.getByRole("link", { name: "Go on to the next" }).click();
  await page.locator(".desk, .pair").waitFor();
  await page.getByRole("link", { name: "Review", exact: true }).click();
  await page.locator("li:has(.queue-state.done) .queue-link").click();
  await page.getByRole("button", { name: "Rate it again" }).click();
  await page.locator(".desk").waitFor();
  assert.equal(await page.locator(".mark").count(), 0, "read afresh");
  assert.deepEqual(page.faults, []);
});

test("two are compared side by side, by a digit and a reason", async () => {
  const page = await house.window();
  await openTask(page, async () => (await page.locator(".pair").count()) > 0);
  const left = await page.getByRole("region", { name: "Left" }).innerText();
  await page.keyboard.press("5");
  await page.getByLabel("What made the difference").fill("12: room");
  await saved(page);
  await page.reload();
  await page.locator(".pair").waitFor();
  assert.equal(await page.getByRole("region", { name: "Left" }).innerText(), left,
    "the sides stay where they are");
  assert.equal(await page.getByLabel("Right, clearly").isChecked(), true);
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByText("2 of 3 done.").waitFor();
  await page.getByRole("link", { name: "That is enough for now" }).click();
  await page.getByText("What you handed in").click();
  await page.getByText("Right, clearly").waitFor();
  assert.equal(await page.locator("details .queue > li").count(), 2);
});

test("nothing on a rater's page tells whose talk it is, its arm, or what others said", async () => {
  const page = await house.window();
  const told = [];
  page.on("response", async (response) => {
    if (/\/api\/review\/(queue|tasks)/.test(response.url())) told.push(await response.json());
  });
  await openTask(page, holdsCar).catch(() => undefined);
  assert.ok(told.length > 1);
  const keys = new Set();
  JSON.stringify(told, (key, value) => (keys.add(key), value));
  for (const key of ["owner", "supporter", "rater", "raters", "arm", "case", "origin", "talk", "gold"]) {
    assert.ok(!keys.has(key), key);
  }
});

/// The same page with answers that a service has after weeks.
async function withFigures(page) {
  const tells = (path, body) => page.route(`**/api/review/${path}`, (route) =>
    route.request().method() === "GET" ? route.fulfill({ json: body }) : route.fulfill({ status: 204 }));
  await tells("map", MAP);
  await tells("map/turns?*", TURNS);
  await tells("trust", TRUST);
  await tells("disagreements", DISAGREEMENTS);
}

test("a figure of the map opens onto the turns behind it", async () => {
  const page = await house.window();
  await withFigures(page);
  await page.goto(`${house.base}/map`);
  await page.getByText("Simulated people and raters").waitFor();
  await page.getByText("Not for hiring, ranking or discipline").waitFor();
  await page.getByText("Experts 0.9 lower than peers [0.4, 1.4]").first().waitFor();
  await page.getByText("fewer than 5 talks").first().waitFor();
  const asked = page.waitForRequest(/map\/turns\?row=critique\.missed_cue&column=expert/);
  await page.getByRole("button", { name: /^Missed cue, Experts: 19 %/ }).click();
  await asked;
  await page.getByRole("dialog").getByText("Sitting in the car").waitFor();
  await page.keyboard.press("Escape");
  const focus = await page.evaluate(() => document.activeElement.ariaLabel);
  assert.match(focus, /^Missed cue, Experts/);
});

test("raters settle, or leave it standing that they differ", async () => {
  const page = await house.window();
  await withFigures(page);
  const sent = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/review/settle")) sent.push(request.postDataJSON());
  });
  await page.route("**/api/review/settle", (route) => route.fulfill({ status: 204 }));
  await page.goto(`${house.base}/review/settle`);
  const first = page.locator(".disagreement").first();
  await first.getByRole("button", { name: "We settled on this" }).click();
  await first.getByText("Choose what you settled on first.").waitFor();
  await first.getByLabel("heavy").check();
  await first.getByLabel(/^Why/).fill("It was let slip plainly.");
  await first.getByRole("button", { name: "We settled on this" }).click();
  await until(() => sent.length === 1, "the settlement");
  await page.locator(".disagreement").nth(1)
    .getByRole("button", { name: "We looked, and still differ" }).click();
  await until(() => sent.length === 2, "the second");
  assert.deepEqual(sent.map(({ what, turn, value, open }) => [what, turn, value, open]),
    [["missed_cue", 3, 3, false], ["room", undefined, undefined, true]]);
});

test("the floor is set, and only what can be recalibrated offers it", async () => {
  const page = await house.window();
  await withFigures(page);
  const sent = [];
  await page.route("**/api/review/trust", (route) => {
    if (route.request().method() === "GET") return route.fallback();
    sent.push(route.request().postDataJSON());
    return route.fulfill({ json: { ...TRUST, floor: 0.6 } });
  });
  await page.goto(`${house.base}/trust`);
  await page.getByText("Not yet trusted here: 14 ratings").waitFor();
  await page.getByText("1 is not measured here yet").click();
  assert.equal(await page.getByRole("button", { name: /^Recalibrate/ }).count(), 1);
  assert.equal(await page.getByRole("button", { name: /^Go back/ }).count(), 1);
  const floor = page.getByLabel("Agreement below which a score is hidden");
  await floor.fill("two");
  await floor.press("Enter");
  await page.getByText("The floor is a number from 0 to 1").waitFor();
  await floor.fill("0.6");
  await floor.press("Enter");
  await page.getByText("The floor is set.").waitFor();
  assert.deepEqual(sent, [{ floor: 0.6 }]);
});

test("axe finds nothing on any page of the review, light and dark, narrow and wide", async () => {
  for (const { name, ...wish } of WINDOWS) {
    const page = await house.window(wish);
    await withFigures(page);
    for (const [path, there] of [
      ["review", ".queue"], ["review/batches", ".batch-form"], ["review/import", ".import-form"],
      ["review/settle", ".disagreement"], ["map", ".map-row"], ["trust", ".score"],
    ]) {
      await page.goto(`${house.base}/${path}`);
      await page.locator(there).first().waitFor();
      await look(page, `${name}-${path.replace("/", "-")}`);
    }
    await openTask(page, async () => (await page.locator(".desk").count()) > 0);
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("s");
    await look(page, `${name}-review-marked`);
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "Codes and keys" }).waitFor();
    await look(page, `${name}-review-keys`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("u");
    await saved(page);
    assert.deepEqual(page.faults, []);
  }
});
