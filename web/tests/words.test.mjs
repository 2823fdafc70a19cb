// Words are never lost: taken back, kept over a reload, a second window, a killed server.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, until } from "./house.mjs";
import { answered, clientTurns, composer, meet, say } from "./supporter.mjs";

let house;
before(async () => {
  house = await House.open();
});
after(() => house?.close());

const own = (page) => page.locator(".said.supporter .bubble").allInnerTexts();

test("Escape takes words back within three seconds, and they were never sent", async () => {
  const page = await house.window({ swift: true });
  await meet(page, house.base);
  await composer(page).fill("Too soon.");
  await composer(page).press("Enter");
  await page.getByRole("button", { name: "Take back" }).waitFor();
  await composer(page).press("Escape");
  assert.equal(await composer(page).inputValue(), "Too soon.");
  await page.clock.runFor(10_000);
  assert.deepEqual(await own(page), []);
  await page.reload();
  await page.locator(".said.client").first().waitFor();
  assert.deepEqual(await own(page), []);
  assert.equal(await composer(page).inputValue(), "Too soon.", "the draft outlives a reload");
});

test("words on their way outlive a reload and arrive once", async () => {
  const page = await house.window({ swift: true });
  await meet(page, house.base);
  const before = await clientTurns(page);
  await composer(page).fill("Are you still there?");
  await composer(page).press("Enter");
  await page.reload();
  await answered(page, before);
  await page.reload();
  await until(async () => (await clientTurns(page)) > before, "the talk after the reload");
  assert.deepEqual(await own(page), ["Are you still there?"]);
});

test("Shift+Enter breaks the line and sends nothing", async () => {
  const page = await house.window({ swift: true });
  await meet(page, house.base);
  await composer(page).pressSequentially("one");
  await composer(page).press("Shift+Enter");
  await composer(page).pressSequentially("two");
  assert.equal(await composer(page).inputValue(), "one\ntwo");
  assert.deepEqual(await own(page), []);
});

test("a second window that missed newer words is told, shown them, and keeps its own", async () => {
  const first = await house.window({ swift: true });
  await meet(first, house.base);
  const second = await first.context().newPage();
  await second.clock.install();
  let deaf = false;
  await second.routeWebSocket(/\/live/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!deaf || `${message}`.includes('"error"')) socket.send(message);
    });
    deaf = false;
  });
  await second.goto(first.url());
  await second.locator(".said.client").first().waitFor();
  deaf = true;
  await say(first, "I said this in the first window.");
  await composer(second).fill("And this in the second.");
  await composer(second).press("Enter");
  await until(async () => {
    await second.clock.runFor(500);
    return (await second.locator("[role=status]").innerText()).includes("another window");
  }, "the second window to be told");
  assert.equal(await composer(second).inputValue(), "And this in the second.");
  await until(async () => (await own(second)).includes("I said this in the first window."),
    "the newer words");
  await second.close();
});

test("a server killed in a talk is waited for, and nothing is lost or doubled", async () => {
  const page = await house.window({ swift: true });
  await meet(page, house.base);
  await say(page, "Hello. How has today been?");
  const before = await clientTurns(page);
  await house.kill();
  await until(async () => {
    await page.clock.runFor(200);
    return (await page.locator("[role=status]").innerText()).includes("cannot be reached");
  }, "the page to say that the server is away");
  await composer(page).fill("I am still with you.");
  await composer(page).press("Enter");
  await page.clock.runFor(4000);
  await page.getByText("Kept until Attune can be reached").waitFor();
  await house.start();
  await answered(page, before);
  await page.reload();
  await until(async () => (await clientTurns(page)) > before, "the talk after the restart");
  assert.deepEqual(await own(page), ["Hello. How has today been?", "I am still with you."]);
  assert.deepEqual(page.faults, []);
});

test("help opens without a server, even after a reload of a talk", async () => {
  const page = await house.window({ worker: "allow" });
  await meet(page, house.base);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await until(() => page.evaluate(() => navigator.serviceWorker.controller !== null), "the worker");
  await house.kill();
  await page.reload();
  await page.getByRole("button", { name: "Help for me" }).first().click();
  await page.getByRole("link", { name: "1767" }).waitFor();
  await page.goto(house.base);
  await page.getByText("Attune cannot be reached").waitFor();
  await page.getByRole("button", { name: "Help for me" }).click();
  await page.getByRole("link", { name: "116 123" }).first().waitFor();
  await house.start();
});

test("a talk that is not there says so kindly", async () => {
  const page = await house.window();
  await page.goto(`${house.base}/talk/nowhere-1`);
  await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
});
