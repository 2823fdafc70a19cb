// A picture of what is on screen, kept, and checked: axe finds nothing, and nothing runs over.
import assert from "node:assert/strict";
import AxeBuilder from "@axe-core/playwright";
import { picture } from "./house.mjs";

export async function look(page, name) {
  await picture(page, name);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(found, [], name);
  const wide = await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0, `${name} needs no sideways scrolling`);
}

/// The windows in which every view is looked at.
export const WINDOWS = ["light", "dark"].flatMap((scheme) =>
  [[390, 844], [1280, 800]].map(([width, height]) => ({
    width, height, scheme, swift: true, name: `${width}-${scheme}`,
  })));
