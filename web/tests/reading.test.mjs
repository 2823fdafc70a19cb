// Readings on demand: why a turn reads as it does, and one remark on a draft for those who want it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { House, picture, until } from "./house.mjs";
import { composer, meet, say } from "./supporter.mjs";

let house;
before(async () => {
  house = await House.open();
});
after(() => house?.close());

const ADVICE = "You should get up earlier and make a better timetable.";
const remark = (page) => page.locator(".remark");

/// The drafts that the page had read.
function draftsRead(page) {
  const drafts = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/draft")) drafts.push(request.postDataJSON().text);
  });
  return drafts;
}

async function assertSound(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id }) => id), []);
}

/// Lets the page's clock run, and gives an answer of the server's time to come.
async function rest(page, ms) {
  await page.clock.runFor(ms);
  await new Promise((wake) => setTimeout(wake, 300));
}

test("every turn says why it reads as it does, when asked", async () => {
  const page = await house.window({ swift: true });
  await meet(page, house.base);
  await say(page, ADVICE);
  const whys = page.getByRole("button", { name: /^Why/ });
  await until(async () => (await whys.count()) === 3, "a why at each of three turns");
  assert.equal(await page.locator(".why:visible, mark").count(), 0, "closed at first");

  const own = page.locator(".said.supporter");
  await own.getByRole("button", { name: "Why your words read so" }).focus();
  await page.keyboard.press("Enter");
  assert.match(await own.locator(".why").innerText(), /^These words read as: .*advice/);
  assert.ok(await own.locator("mark").count() > 0, "the words that carried it are marked");
  assert.doesNotMatch(await own.locator(".why").innerText(), /\d/, "no score");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".why:visible, mark").count(), 0, "the same key closes it");

  const client = page.locator(".said.client").last();
  await client.getByRole("button", { name: /^Why/ }).click();
  assert.match(await client.locator(".why").innerText(), /^These words (read as|are unclear)/);
  await assertSound(page);
  assert.deepEqual(page.faults, []);
});

test("who guesses first finds no why at the last words before the guess", async () => {
  const page = await house.window({ swift: true });
  await meet(page, house.base);
  const why = page.locator(".said.client .why-button");
  await why.waitFor();
  await page.getByRole("button", { name: "Feelings" }).click();
  await page.getByLabel("Let me guess first").check();
  await why.waitFor({ state: "detached" });
  await page.getByRole("radio", { name: "Sadness" }).check();
  await page.getByRole("button", { name: "See how they read" }).click();
  await why.waitFor();
});

test("no draft is read unless that was asked for", async () => {
  const page = await house.window({ swift: true });
  const drafts = draftsRead(page);
  await meet(page, house.base);
  await composer(page).fill(ADVICE);
  await rest(page, 5000);
  assert.equal(await page.getByLabel("Read my draft").isChecked(), false);
  assert.deepEqual(drafts, []);
  assert.equal(await remark(page).innerText(), "");
});

test("a draft that rests gets one remark, which goes with the next key and does not return", async () => {
  const page = await house.window({ swift: true });
  const drafts = draftsRead(page);
  await meet(page, house.base, "Armando"); // who asked for no advice
  await page.getByLabel("Read my draft").check();
  assert.match(await remark(page).innerText(), /not kept/);
  await composer(page).fill(ADVICE);
  await rest(page, 1000);
  assert.deepEqual(drafts, [], "not before two seconds");
  await rest(page, 1000);
  await until(async () => /idea/.test(await remark(page).innerText()), "the remark");
  await assertSound(page);
  await picture(page, "reading-remark");

  await composer(page).press("End");
  await composer(page).pressSequentially("x");
  assert.equal(await remark(page).innerText(), "");
  await composer(page).press("Backspace");
  await rest(page, 5000);
  assert.deepEqual(drafts, [ADVICE]);
  assert.equal(await remark(page).innerText(), "");
  await page.getByLabel("Read my draft").press("Enter");
  assert.equal(await composer(page).inputValue(), ADVICE, "Enter on the box sends nothing");
  await composer(page).press("Enter");
  await page.locator(".said.supporter").waitFor();
});

test("a question about suicide gets no remark, and the choice outlives a reload", async () => {
  const page = await house.window({ swift: true });
  const drafts = draftsRead(page);
  await meet(page, house.base);
  await page.getByLabel("Read my draft").check();
  await page.reload();
  await composer(page).waitFor();
  assert.equal(await page.getByLabel("Read my draft").isChecked(), true);
  await composer(page).fill("You're not thinking of killing yourself, are you?");
  await rest(page, 2500);
  await until(() => drafts.length === 1, "the draft to be read");
  assert.equal(await remark(page).innerText(), "");
});
