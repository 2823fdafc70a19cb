// What a supporter does, in verbs. Needs a window opened with `swift`.
import { until } from "./house.mjs";

export const composer = (page) => page.locator("#words");

export async function meet(page, base, name = "Hidayah") {
  await page.goto(base);
  await page.getByRole("button", { name: `Talk with ${name}`, exact: true }).click();
  await composer(page).waitFor();
  await page.locator(".said.client:not(:has(.typing))").first().waitFor();
}

export const clientTurns = (page) => page.locator(".said.client:not(:has(.typing))").count();

/// Moves the page's clock on until the client's answer is on screen whole, or the talk is over.
export async function answered(page, before) {
  await until(async () => {
    await page.clock.runFor(1000);
    if (await page.locator(".end-note").count()) return true;
    if (await page.locator(".typing, .bubble.waiting, .way").count()) return false;
    return (await clientTurns(page)) > before;
  }, "the client's answer");
}

export async function say(page, words) {
  const before = await clientTurns(page);
  await composer(page).fill(words);
  await composer(page).press("Enter");
  await answered(page, before);
}

/// Ends the talk without a word and rates it, or skips the rating.
export async function endAndRate(page, { skip = false } = {}) {
  await page.getByRole("button", { name: "End", exact: true }).click();
  await page.getByRole("button", { name: "End now" }).click();
  await page.getByRole("link", { name: "Look back" }).click();
  await page.getByRole("button", { name: "I am ready to look back" }).click();
  if (skip) await page.getByRole("button", { name: "Skip this" }).click();
  else await rate(page);
  await page.locator(".debrief").waitFor();
}

export async function rate(page) {
  for (const item of ["understood", "stayed", "room"]) {
    await page.locator(`input[name=${item}]`).nth(3).check();
  }
  await page.getByRole("button", { name: "Go on to the debrief" }).click();
}
