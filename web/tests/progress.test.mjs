// Progress over talks: what own words do, who next, and how one is after a heavy talk.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House } from "./house.mjs";
import { WINDOWS, look } from "./look.mjs";
import { endAndRate, meet, say } from "./supporter.mjs";

let house;
before(async () => {
  house = await House.open();
});
after(() => house?.close());

const TURNS = [
  "Hello. I'm glad you wrote. What is on your mind?",
  "So there is a lot on you, and nobody sees it. What is it like, most evenings?",
  "That sounds lonely.",
];

async function talkWith(page, name) {
  await meet(page, house.base, name);
  for (const words of TURNS) await say(page, words);
  await endAndRate(page, { skip: true });
}

async function progressOf(page) {
  await page.goto(`${house.base}/progress`);
  await page.getByRole("heading", { name: "Your practice so far" }).waitFor();
  await page.getByRole("heading", { name: "Whom you might meet next" }).waitFor();
}

test("before the first talk the page says what it will hold, and whom one might meet", async () => {
  const page = await house.window();
  await page.goto(house.base);
  await page.getByRole("link", { name: "Progress" }).click();
  await page.getByText("Once you have talked with someone").waitFor();
  assert.equal(await page.locator(".abilities").count(), 0);
  const next = page.locator(".progress .moment");
  assert.match(await next.innerText(), /practice|talk|begin/i);
  assert.equal(await page.getByRole("link", { name: "Progress" }).getAttribute("aria-current"),
    "page");
  for (const { name, ...wish } of WINDOWS) {
    const window = await house.window(wish);
    await progressOf(window);
    await look(window, `${name}-progress-empty`);
  }
});

test("after talks the page holds shares with intervals, and no total or rank", async () => {
  const page = await house.window({ swift: true });
  await talkWith(page, "Adaeze");
  await talkWith(page, "Goran");
  await progressOf(page);
  const rows = page.locator(".abilities > li");
  assert.ok(await rows.count() >= 3);
  assert.match(await rows.first().innerText(), /\d+ %, between \d+ % and \d+ %/);
  assert.equal(await page.locator(".abilities .interval").count(), await rows.count());
  await page.getByText("All of it as a table").first().click();
  assert.equal(await page.locator("#abilities ~ .fold tbody tr").count(), await rows.count());
  const words = await page.locator(".progress").innerText();
  assert.doesNotMatch(words, /\b(score|rank|level|points|streak|fail)/i);
  await page.getByRole("button", { name: /^Talk with/ }).click();
  await page.locator("#words").waitFor();
  for (const { name, ...wish } of WINDOWS) {
    const window = await house.window(wish);
    await progressOf(window);
    for (const fold of await window.getByText("All of it as a table").all()) await fold.click();
    await look(window, `${name}-progress`);
  }
});

test("after a heavy talk the start asks how one is, and keeps nobody from the next", async () => {
  const page = await house.window({ swift: true });
  await page.goto(house.base);
  await page.locator(".earlier").waitFor();
  assert.equal(await page.locator(".care").count(), 0);
  await talkWith(page, "Ross");
  await page.goto(house.base);
  const care = page.locator(".care");
  await care.getByRole("heading", { name: "How are you?" }).waitFor();
  await care.getByRole("button", { name: "Help for me" }).waitFor();
  await talkWith(page, "Lindiwe");
  await progressOf(page);
  await page.getByRole("heading", { name: "Let it rest a little" }).waitFor();
  await page.getByText(/^A good time to come back: /).waitFor();
  for (const { name, ...wish } of WINDOWS) {
    const window = await house.window(wish);
    await window.goto(house.base);
    await window.locator(".care").waitFor();
    await look(window, `${name}-care`);
  }
  await meet(page, house.base, "Adaeze");
});
