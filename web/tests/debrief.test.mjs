// Looking back: one's own view first, the timeline, trying again, talking it over, paper.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, paper } from "./house.mjs";
import { WINDOWS, look } from "./look.mjs";
import { composer, endAndRate, meet, rate, say } from "./supporter.mjs";

let house;
before(async () => {
  house = await House.open();
});
after(() => house?.close());

const TURNS = [
  "Hello. I'm glad you wrote. What is on your mind?",
  "You should get up earlier and make a better timetable. It will be fine.",
  "That was quick of me. It sounds as if there's more under it. What is it like, most evenings?",
];

async function talked(wish = {}) {
  const page = await house.window({ swift: true, ...wish });
  await meet(page, house.base);
  for (const words of TURNS) await say(page, words);
  return page;
}

const unfold = (page, title) => page.locator("summary").filter({ hasText: title }).first().click();
const points = (page) => page.locator(".timeline-points button");
const focusedText = (page) => page.evaluate(() => document.activeElement?.textContent ?? "");

test("a breath and one's own view come before any figure", async () => {
  const page = await talked();
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole("button", { name: "End", exact: true }).click();
  await page.getByRole("button", { name: "End now" }).click();
  await page.getByRole("link", { name: "Look back" }).click();
  await page.getByRole("heading", { name: "How are you?" }).waitFor();
  await page.locator("main").getByRole("button", { name: "Help for me" }).waitFor();
  await page.getByRole("button", { name: "I am ready to look back" }).click();
  await page.getByRole("heading", { name: "How was it for you?" }).waitFor();
  assert.equal(await page.locator("svg, table").count(), 0);
  assert.deepEqual(asked.filter((path) => path.endsWith("/debrief") && path.startsWith("/api")), []);
  await rate(page);
  await page.locator(".debrief").waitFor();
  assert.match(await page.locator(".debrief").innerText(), /“I stayed with the hard parts\.” 4 of 5/);
  assert.equal(await page.locator(".debrief svg:visible, .debrief table:visible").count(), 0,
    "figures are folded");
});

test("the arrow keys move along the talk, and Enter opens a turn", async () => {
  const page = await talked();
  await endAndRate(page);
  await unfold(page, "The talk, turn by turn");
  assert.equal(await points(page).count(), TURNS.length + 1);
  assert.equal(await page.locator('.timeline-points button[tabindex="0"]').count(), 1);
  await points(page).first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await focusedText(page), "2");
  assert.equal(await page.locator(".timeline-turn .moment").count(), 0, "moving opens nothing");
  await page.keyboard.press("Enter");
  const turn = page.locator(".timeline-turn");
  await turn.getByRole("heading", { name: "Turn 2" }).waitFor();
  assert.ok((await turn.innerText()).includes(TURNS[1]));
  assert.equal(await focusedText(page), "2", "the focus stays on its point");
  await page.keyboard.press("End");
  await page.keyboard.press("Space");
  assert.ok((await turn.innerText()).includes(TURNS[2]));
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await turn.getByRole("heading", { name: "The opening" }).waitFor();
  await page.locator(".timeline-scroll ~ .fold summary").click();
  const rows = page.locator(".timeline-scroll ~ .fold tbody tr");
  assert.equal(await rows.count(), TURNS.length + 1, "the table holds the same");
});

test("any turn can be tried again, and both futures stand side by side", async () => {
  const page = await talked();
  await endAndRate(page);
  await unfold(page, "The whole talk");
  assert.equal(await page.locator(".transcript .link").count(), TURNS.length);
  await page.locator(".transcript .link").nth(1).click();
  await composer(page).waitFor();
  await say(page, "What would help most to talk about tonight?");
  await endAndRate(page, { skip: true });
  const both = page.locator(".compared");
  await both.locator("table").waitFor();
  assert.equal(await both.locator(".plot-rows svg").count(), 3);
  assert.match(await both.innerText(), /What would help most to talk about tonight\?/);
  const cells = await both.locator("tbody tr").allInnerTexts();
  assert.deepEqual(cells.map((row) => row.trim().split(/\s+/)[0]), ["1", "2", "3"]);
  const [, first, second] = cells[0].trim().split(/\s+/);
  assert.equal(first, second, "they part from a turn that they share");
  assert.match(cells[2], /–/, "the second ended earlier");
  await page.goto(house.base);
  await page.locator(".earlier li").first().waitFor();
  assert.equal(await page.locator(".earlier li").filter({ hasText: "A second try" }).count(), 1);
});

test("a group stops at each moment before the answer", async () => {
  const page = await talked();
  await endAndRate(page);
  const open = page.getByRole("button", { name: "Pause and discuss" });
  await open.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("What would you say here?").waitFor();
  assert.equal(await dialog.getByText("One way among others").count(), 0);
  await page.keyboard.press("ArrowRight");
  await dialog.getByText("One way among others").waitFor();
  await dialog.getByText("What was said").waitFor();
  await page.keyboard.press("ArrowLeft");
  await dialog.getByText("What would you say here?").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await focusedText(page), "Pause and discuss");
});

test("on paper everything is unfolded, nothing is to be pressed, and no plot is cut", async () => {
  const page = await talked({ scheme: "dark" });
  await endAndRate(page);
  await page.evaluate(() => {
    addEventListener("beforeprint", () => {
      const folds = [...document.querySelectorAll("details")];
      window.foldedOnPaper = folds.filter((fold) => !fold.open).length;
    });
  });
  await paper(page, "debrief");
  assert.equal(await page.evaluate(() => window.foldedOnPaper), 0);
  assert.equal(await page.locator("details[open]").count(), 0, "folded again afterwards");
  await page.setViewportSize({ width: 680, height: 960 });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const acts = await page.locator("button:visible").allInnerTexts();
  assert.ok(acts.every((words) => /^\d+$/.test(words.trim())), `${acts}`);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll(".debrief svg, .debrief table, .timeline")]
      .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
      .map((part) => part.textContent.slice(0, 60)));
  assert.deepEqual(cut, []);
  const ground = await page.evaluate(() =>
    getComputedStyle(document.documentElement).backgroundColor);
  assert.equal(ground, "rgb(255, 255, 255)", "paper is white, whatever the theme");
});

for (const { name, ...wish } of WINDOWS) {
  test(`looking back, ${name}`, async () => {
    const page = await talked(wish);
    await endAndRate(page);
    await unfold(page, "The talk, turn by turn");
    await points(page).nth(2).click();
    await look(page, `${name}-timeline`);
    await page.getByRole("button", { name: "Pause and discuss" }).click();
    await look(page, `${name}-discuss`);
    await page.keyboard.press("ArrowRight");
    await look(page, `${name}-discuss-shown`);
    assert.deepEqual(page.faults, []);
  });
}
