// The whole path without a pointer: Tab, Enter, Space, arrows and Escape.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House } from "./house.mjs";
import { answered, clientTurns } from "./supporter.mjs";

let house;
before(async () => {
  house = await House.open();
});
after(() => house?.close());

const focused = (page) => page.evaluate(() => {
  const at = document.activeElement;
  const labels = at?.labels ? [...at.labels].map((label) => label.textContent) : [];
  return [at?.textContent?.trim(), ...labels, at?.getAttribute("aria-label"), at?.name]
    .filter(Boolean).join(" | ");
});

/// Presses Tab (or Shift+Tab) until the focus is on what is named.
async function tabTo(page, name, key = "Tab") {
  const passed = [];
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    if (name.test(at)) return;
    passed.push(at.slice(0, 40));
  }
  assert.fail(`Tab never reached ${name}; it passed ${passed.join(" / ")}`);
}

async function press(page, name) {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

async function write(page, words) {
  const before = await clientTurns(page);
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await answered(page, before);
}

test("a talk from start to debrief by keyboard alone", async () => {
  const page = await house.window({ swift: true });
  await page.goto(house.base);
  await page.getByRole("button", { name: /^Talk with/ }).first().waitFor();
  await press(page, /^Talk with/);
  await page.locator(".said.client").first().waitFor();

  await press(page, /^Help for me/);
  await page.getByRole("heading", { name: "Help for me" }).waitFor();
  await page.keyboard.press("Escape");
  assert.match(await focused(page), /^Help for me/, "the focus returns to where it was");

  await tabTo(page, /^Write to/);
  await page.keyboard.type("Wait.");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Take back" }).waitFor();
  await tabTo(page, /^Take back/, "Shift+Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#words").inputValue(), "Wait.");
  await page.keyboard.press("Control+A");
  await write(page, "Hello. What brings you here?");

  await press(page, /^Feelings/);
  await page.locator(".reading-line").waitFor();
  await tabTo(page, /Let me guess first/);
  await page.keyboard.press("Space");
  await page.locator('input[name="guess"]').first().waitFor();
  await tabTo(page, /\| guess$/, "Shift+Tab");
  await page.keyboard.press("ArrowDown");
  await press(page, /^See how they read/);
  await page.getByText(/^Your guess/).waitFor();
  await page.keyboard.press("Escape");
  assert.match(await focused(page), /^Feelings/, "closing the panel leaves the focus on its name");

  await page.clock.runFor(11_000);
  await press(page, /^Ideas/);
  await press(page, /^Show three ideas/);
  await page.locator(".idea").first().waitFor();
  await press(page, /^Use/);
  await page.locator("#words:focus").waitFor();
  await page.keyboard.press("Control+A");
  await write(page, "What has this week been like?");

  await tabTo(page, /^End$/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await press(page, /^I need to stop/);
  await page.locator(".end-note").waitFor();
  await press(page, /^Look back/);
  await press(page, /^I am ready/);
  for (const item of ["understood", "stayed", "room"]) {
    await tabTo(page, new RegExp(`\\| ${item}$`));
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
  }
  await press(page, /^Go on to the debrief/);
  await page.locator(".debrief").waitFor();
  await press(page, /^How it moved/);
  await page.getByText(/^Trust, guard, distress and hope/).waitFor();
  await press(page, /^Delete this talk/);
  await press(page, /^Delete it/);
  await page.getByRole("heading", { name: "Who would you like to meet?" }).waitFor();
  assert.deepEqual(page.faults, []);
});
