// A study with people, from its plan to the end: who leads it, who takes part, who says no.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House } from "./house.mjs";
import { WINDOWS, look } from "./look.mjs";
import { inviteLink, join, signIn } from "./member.mjs";
import { composer, say } from "./supporter.mjs";

const ADMIN = { name: "Noor", password: "a lamp left on upstairs" };
const EBO = { name: "Ebo", password: "seven herons by the weir" };
const HOLLIS = { name: "Hollis", password: "the tide table of may" };
const PLAN = `format: attune-trial
version: 1
id: lanterns
title: Do lanterns help
question: Is a talk better with lanterns?
conditions:
  - {id: lit, title: "held by lantern light", help: always}
  - {id: dark, title: "held in the dark", help: "off"}
arms:
  - {id: lantern-arm, title: Lantern arm, talks: [{client: hidayah, condition: lit}]}
  - {id: dark-arm, title: Dark arm, talks: [{client: hidayah, condition: dark}]}
randomization: {blocks: [2], seed: 7}
consent: |
  You would answer a few questions and hold one talk.

  Saying no changes nothing.
before: [self-efficacy]
after: [sus]
raters: {instruments: [support-quality], number: 2}
primary:
  id: support
  title: Support in the talk
  measure: ratings
  instrument: support-quality
  score: mean
  compare: [lit, dark]
  test: welch_t
sample: {smallest: 0.8, power: 0.8, alpha: 0.05, people: 52}
analysis: Everybody is counted in the arm that was drawn for them.
`;
/// What would tell somebody which arm they are in, or what the study hopes to find.
const TELLING = /lantern|held in the dark|dark-arm/i;

let house;
let admin;
let ebo;
let hollis;
before(async () => {
  house = await House.open({ team: { admin: ADMIN, flags: ["--name", "Helpline North"] } });
  admin = await house.window();
  await signIn(admin, house.base, ADMIN);
  [ebo, hollis] = await Promise.all([EBO, HOLLIS].map(async () => house.window({ swift: true })));
  for (const [page, person] of [[ebo, EBO], [hollis, HOLLIS]]) {
    page.told = [];
    page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => page.told.push(`${payload}`)));
    page.on("response", async (response) => {
      if (response.url().includes("/api/")) page.told.push(await response.text().catch(() => ""));
    });
    await join(page, await inviteLink(admin, house.base, "Trainee"), person);
  }
});
after(() => house?.close());

async function answerAll(page) {
  for (;;) {
    const items = page.locator(".questions .item");
    await items.first().waitFor();
    for (const item of await items.all()) await item.locator("input").last().check();
    await page.getByText("All of this page is answered.").waitFor();
    const next = page.getByRole("button", { name: "Next page" });
    if (await next.count() === 0) break;
    await next.click();
  }
  await page.getByRole("button", { name: "Hand in" }).click();
}

test("a plan with a slip is refused with its line, a sound one checked, kept and frozen", async () => {
  await admin.goto(`${house.base}/trials`);
  await admin.getByLabel("Or the plan itself").fill(PLAN.replace("number: 2", "number: two"));
  await admin.getByRole("button", { name: "Check the plan" }).click();
  await admin.getByRole("alert").getByText(/number/).waitFor();
  await admin.getByLabel("Or the plan itself").fill(PLAN);
  await admin.getByRole("button", { name: "Check the plan" }).click();
  await admin.getByText("can be kept").waitFor();
  await admin.getByRole("button", { name: "Keep this plan" }).click();
  await admin.getByRole("heading", { name: "Do lanterns help" }).waitFor();
  await admin.getByRole("button", { name: "Freeze the plan" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Freeze the plan" }).click();
  await admin.getByText("Running.").waitFor();
  await admin.getByLabel(/^Ebo/).check();
  await admin.getByLabel(/^Hollis/).check();
  await admin.getByRole("button", { name: "Enroll 2 people" }).click();
  await admin.getByText("Counts by arm are closed to view").waitFor();
  assert.deepEqual(admin.faults, []);
});

test("who says no is thanked, and practices as before", async () => {
  await hollis.goto(house.base);
  await hollis.getByRole("link", { name: "Read about it" }).click();
  await hollis.getByText("Saying no changes nothing.").waitFor();
  await hollis.getByRole("button", { name: "No, I would rather not" }).click();
  await hollis.getByText("Nothing changes for you").waitFor();
  await hollis.getByRole("link", { name: "To the start" }).click();
  await hollis.getByRole("button", { name: "Talk with Hidayah", exact: true }).waitFor();
  assert.equal(await hollis.locator(".study-card").count(), 0);
});

test("who says yes is led through, and never learns an arm or what the study hopes", async () => {
  await ebo.goto(`${house.base}/study`);
  await ebo.getByRole("button", { name: "Yes, I take part" }).click();
  await ebo.locator(".questions .item").first().locator("input").nth(3).check();
  await ebo.reload();
  await ebo.locator(".questions").waitFor();
  assert.equal(await ebo.locator(".questions .item").first().locator("input").nth(3).isChecked(),
    true, "what was answered outlives a reload");
  await answerAll(ebo);
  await ebo.getByRole("button", { name: "Talk with Hidayah" }).click();
  await composer(ebo).waitFor();
  await ebo.locator(".said.client:not(:has(.typing))").first().waitFor();
  await ebo.goto(`${house.base}/study`);
  await ebo.getByRole("link", { name: "Go on with Hidayah" }).click();
  await composer(ebo).waitFor();
  await ebo.locator(".said.client:not(:has(.typing))").first().waitFor();
  for (const words of ["Hello. What is on your mind?", "What is that like?", "I hear you."]) {
    await say(ebo, words);
  }
  await ebo.getByRole("button", { name: "End", exact: true }).click();
  await ebo.getByRole("button", { name: "End now" }).click();
  await ebo.locator(".end-note").waitFor();
  await ebo.goto(`${house.base}/study`);
  await ebo.getByRole("heading", { name: "System Usability Scale" }).waitFor();
  await answerAll(ebo);
  await ebo.getByText("Thank you for your time").waitFor();
  const telling = [...ebo.told, ...hollis.told].filter((text) => TELLING.test(text.replace(/"title":"Do lanterns help"/g, "").replace(/"trial":"lanterns"/g, "")));
  assert.deepEqual(telling.map((text) => text.slice(0, 200)), []);
  assert.deepEqual([...ebo.faults, ...hollis.faults], []);
});

test("the leader sees who is how far, and no arm before the end", async () => {
  await admin.reload();
  await admin.getByText("1 talk waits to be given out").waitFor();
  await admin.getByText("Who takes part (2)").click();
  const people = admin.locator("details", { hasText: "Who takes part" });
  assert.match(await people.innerText(), /Ebo\s+done\s+1 of 1/);
  assert.match(await people.innerText(), /Hollis\s+said no/);
  assert.equal(await admin.getByRole("button", { name: "Export the data" }).count(), 0);
  await admin.getByRole("button", { name: "Close the study" }).click();
  await admin.getByRole("button", { name: "Not yet" }).click();
});

test("who leaves is out, and the leader's flow says so", async () => {
  await ebo.getByRole("button", { name: "Leave the study" }).click();
  await ebo.getByRole("button", { name: "Leave it" }).click();
  await ebo.getByText("You have left the study.").waitFor();
  await admin.reload();
  await admin.getByText("0 talks wait to be given out").waitFor();
  await admin.getByRole("button", { name: "Close the study" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Close the study" }).click();
  await admin.getByText("Closed.").waitFor();
  await admin.getByRole("rowheader", { name: "Lantern arm" }).waitFor();
  await admin.getByRole("button", { name: "Export the data" }).click();
  await admin.getByRole("button", { name: "codebook.md" }).waitFor();
});

test("axe finds nothing on the pages of a study, light and dark, narrow and wide", async () => {
  for (const { name, ...wish } of WINDOWS) {
    const page = await house.window(wish);
    await signIn(page, house.base, ADMIN);
    for (const [path, there] of [
      ["trials", "#plan"], ["trials/lanterns", ".arms"], ["study", ".study p"],
    ]) {
      await page.goto(`${house.base}/${path}`);
      await page.locator(there).first().waitFor();
      await look(page, `${name}-${path.replace("/", "-")}`);
    }
    await page.context().close();
  }
});
