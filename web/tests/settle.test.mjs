// Two experts read the same talks blind, differ, and settle it; who may not is not let in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, until } from "./house.mjs";
import { inviteLink, join, signIn } from "./member.mjs";

const ADMIN = { name: "Noor", password: "a lamp left on upstairs" };
const FIRST = { name: "Ebo", password: "seven herons by the weir" };
const SECOND = { name: "Marisol", password: "rain on a tin roof again" };
const TALK = `Client: sometimes i sit in the car and cannot get out
Supporter: Sitting in the car is a good way to take a break.
Client: right`;

let house;
let admin;
const expert = {};
before(async () => {
  house = await House.open({ team: { admin: ADMIN } });
  admin = await house.window();
  await signIn(admin, house.base, ADMIN);
  for (const person of [FIRST, SECOND]) {
    expert[person.name] = await house.window();
    const link = await inviteLink(admin, house.base, "Expert", "Expert");
    await join(expert[person.name], link, person);
  }
});
after(() => house?.close());

const parts = async (page) => {
  const links = page.getByRole("navigation", { name: "Review" }).getByRole("link");
  return (await links.allTextContents()).map((name) => name.trim());
};

async function giveOut() {
  await admin.goto(`${house.base}/review/import`);
  await admin.getByLabel("It is my own, or made up").check();
  await admin.getByLabel("The talks, pasted").fill(TALK);
  await admin.getByRole("button", { name: "Show what would be kept" }).click();
  await admin.getByRole("button", { name: "Keep it" }).click();
  await admin.getByText("1 talk is here now").waitFor();
  await admin.goto(`${house.base}/review/batches`);
  await admin.getByLabel("What raters see as its name").fill("First look");
  await admin.getByLabel(/^Critique codes/).check();
  for (const { name } of [FIRST, SECOND]) await admin.getByLabel(new RegExp(`^${name}`)).check();
  await admin.getByLabel(/^All \d+/).check();
  await admin.getByRole("button", { name: "Give it to the raters" }).click();
  await admin.getByRole("heading", { name: "First look" }).waitFor();
}

async function read(page, keys) {
  await page.goto(`${house.base}/review`);
  await page.getByRole("link", { name: "Begin with the next" }).click();
  await page.locator(".desk").waitFor();
  const words = await page.locator("#main").innerText();
  for (const { name } of [ADMIN, FIRST, SECOND]) assert.ok(!words.includes(name), name);
  await page.locator(".reply-words").focus();
  for (const key of keys) await page.keyboard.press(key);
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByRole("heading", { name: "Handed in" }).waitFor();
}

test("two experts differ, and settle what they differ on", async () => {
  await giveOut();
  assert.deepEqual(await parts(admin), ["Batches", "Import", "Map", "Trust in scores"]);
  await read(expert[FIRST.name], ["m", "3"]);
  await read(expert[SECOND.name], []);
  const page = expert[FIRST.name];
  await page.goto(`${house.base}/review/settle`);
  const open = page.locator(".disagreement");
  await open.waitFor();
  assert.deepEqual(await parts(page), ["Read and rate", "Settle"]);
  assert.match(await open.innerText(), /Rater 1, expert\s+(marked, heavy|not marked)/);
  assert.ok(!(await open.innerText()).includes(SECOND.name));
  await open.getByLabel("heavy").check();
  await open.getByLabel(/^Why/).fill("It was let slip, and passed by.");
  await open.getByRole("button", { name: "We settled on this" }).click();
  await page.getByText("Nothing is open.").waitFor();
  await page.getByText("1 looked at").click();
  await page.getByText("Settled: heavy.").waitFor();
});

test("progress is counted, and the map says why it has no figure yet", async () => {
  await admin.goto(`${house.base}/review/batches`);
  await admin.getByText(`${SECOND.name}, expert`).first().waitFor();
  assert.equal(await admin.getByText("1 of 1", { exact: true }).count(), 2);
  await admin.goto(`${house.base}/map`);
  await admin.getByRole("heading", { name: "Missed cue" }).waitFor();
  assert.equal(await admin.locator(".map-cell").evaluateAll((cells) =>
    cells.filter((cell) => cell.innerText.trim() === "").length), 0, "no cell is empty");
});

test("who may not read the map, or rate, is told so and shown nothing", async () => {
  const page = expert[SECOND.name];
  await page.goto(`${house.base}/map`);
  await page.getByRole("alert").waitFor();
  assert.equal(await page.locator(".map-row").count(), 0);
  await admin.goto(`${house.base}/review`);
  await admin.getByRole("alert").waitFor();
  const told = await until(() => admin.evaluate(async () =>
    (await fetch("/api/review/queue")).status), "the answer");
  assert.equal(told, 403);
  assert.deepEqual([...page.faults, ...admin.faults], []);
});
