// Every view, light and dark, narrow and wide: axe finds nothing, and a picture is kept of each.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House } from "./house.mjs";
import { look } from "./look.mjs";
import { answered, composer, endAndRate, meet, rate, say } from "./supporter.mjs";

let house;
before(async () => {
  house = await House.open();
});
after(() => house?.close());

const press = (page, name) => page.getByRole("button", { name }).first().click();

async function walk(page, name) {
  await meet(page, house.base);
  await say(page, "Hello. I'm glad you wrote. What is on your mind?");
  await say(page, "You should get up earlier and make a better timetable. It will be fine.");
  await look(page, `${name}-talk`);
  const below = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  assert.equal(below, 0, "the talk fills the window, and nothing lies below it");
  for (const why of await page.locator(".why-button").all()) await why.click();
  await page.getByLabel("Read my draft").check();
  await composer(page).fill("It will be fine.");
  await page.clock.runFor(2000);
  await page.locator(".remark:not(:empty)").waitFor();
  await look(page, `${name}-why`);
  for (const why of await page.locator(".why-button").all()) await why.click();
  await page.getByLabel("Read my draft").uncheck();
  await composer(page).fill("");
  await press(page, /^Help for me/);
  await look(page, `${name}-help`);
  await page.keyboard.press("Escape");
  await press(page, /^Feelings/);
  await page.getByText("How the words read over the talk").click();
  await page.getByText("All of it as a table").click();
  await look(page, `${name}-feelings`);
  await page.getByLabel("Let me guess first").check();
  await look(page, `${name}-guess`);
  await page.getByLabel("Let me guess first").uncheck();
  await press(page, /^Close/);
  await page.clock.runFor(11_000);
  await press(page, /^Ideas/);
  await press(page, "Show three ideas");
  await page.locator(".idea").first().waitFor();
  await look(page, `${name}-ideas`);
  await press(page, /^Use/);
  await composer(page).press("Enter");
  await look(page, `${name}-sending`);
  await page.keyboard.press("Escape");
  await press(page, "Pause");
  await page.getByRole("heading", { name: "Paused" }).waitFor();
  await look(page, `${name}-paused`);
  await press(page, "Go on");
  await page.getByRole("heading", { name: "Paused" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "End", exact: true }).click();
  await look(page, `${name}-end`);
  await press(page, "Say goodbye first");
  await composer(page).fill("I have to go now. Take care of yourself.");
  await look(page, `${name}-goodbye`);
  await composer(page).press("Enter");
  await answered(page, Infinity);
  await look(page, `${name}-over`);
  await page.getByRole("link", { name: "Look back" }).click();
  await page.locator(".breath").waitFor();
  await look(page, `${name}-breath`);
  await press(page, "I am ready to look back");
  await page.getByText("One moment I would do again").first().click();
  await look(page, `${name}-rating`);
  await rate(page);
  await page.locator(".debrief").waitFor();
  await look(page, `${name}-debrief`);
  await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => {
    fold.open = true;
  }));
  await look(page, `${name}-figures`);
  await press(page, /^Try it from here/);
  await composer(page).waitFor();
  await say(page, "What is that like?");
  await endAndRate(page, { skip: true });
  await look(page, `${name}-compared`);
  await page.goto(house.base);
  await page.locator(".earlier").waitFor();
  await look(page, `${name}-start`);
  await page.locator(".earlier button").first().click();
  await look(page, `${name}-delete`);
  await page.goto(`${house.base}/nowhere`);
  await look(page, `${name}-missing`);
  assert.deepEqual(page.faults, []);
}

for (const scheme of ["light", "dark"]) {
  for (const [width, height] of [[360, 740], [1280, 800]]) {
    test(`every view, ${scheme}, ${width} pixels wide`, async () => {
      const page = await house.window({ width, height, scheme, swift: true });
      await walk(page, `${width}-${scheme}`);
    });
  }
}

test("a narrow window zoomed to twice its size still holds a talk", async () => {
  const page = await house.window({ width: 320, height: 400, swift: true });
  await meet(page, house.base);
  await say(page, "Hello. What is on your mind?");
  await look(page, "twice-talk");
  await page.goto(house.base);
  await page.locator(".earlier").waitFor();
  await look(page, "twice-start");
});
