// A service with accounts: signing in, invitations, what is said before a talk, sharing, taking back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, until } from "./house.mjs";
import { look } from "./look.mjs";
import { fillIn, inviteLink, join, signIn } from "./member.mjs";
import { answered, clientTurns, composer, endAndRate, meet, say } from "./supporter.mjs";

const ADMIN = { name: "Noor", password: "a lamp left on upstairs" };
const TRAINEE = { name: "Ebo", password: "seven herons by the weir" };
const SUPERVISOR = { name: "Marisol", password: "rain on a tin roof again" };

let house;
let admin;
before(async () => {
  house = await House.open({
    team: { admin: ADMIN, flags: ["--name", "Helpline North", "--ask-research"] },
  });
  admin = await house.window();
  await signIn(admin, house.base, ADMIN);
  for (const [role, person] of [["Trainee", TRAINEE], ["Supervisor", SUPERVISOR]]) {
    const page = await house.window();
    await join(page, await inviteLink(admin, house.base, role), person);
    await page.context().close();
  }
});
after(() => house?.close());

async function trainee(wish = {}) {
  const page = await house.window(wish);
  await signIn(page, house.base, TRAINEE);
  return page;
}

async function pages(page) {
  const links = page.getByRole("navigation", { name: "Pages" }).getByRole("link");
  return (await links.allTextContents()).map((name) => name.trim());
}

async function shared(supervisor) {
  await supervisor.goto(`${house.base}/supervise`);
  await supervisor.getByRole("heading", { name: "Shared talks" }).waitFor();
  await supervisor.locator(".shared, main p:text('Nobody has shared')").first().waitFor();
  return supervisor.locator(".shared > li").count();
}

async function setTerms(page, box, on) {
  await page.getByRole("button", { name: /^Who can read it/ }).first().click();
  await page.getByRole("dialog").getByLabel(box).setChecked(on);
  const told = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.getByRole("button", { name: "Save" }).click();
  assert.equal((await told).status(), 204);
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

test("who is not signed in is asked to, and comes to where they were going", async () => {
  const page = await house.window();
  await page.goto(`${house.base}/progress`);
  await page.getByRole("heading", { name: "Welcome to Helpline North" }).waitFor();
  assert.deepEqual(await pages(page), ["Attune"]);
  await fillIn(page, { ...TRAINEE, password: "not this one at all" });
  await page.getByText("The name or the password is wrong.").waitFor();
  await fillIn(page, TRAINEE);
  await page.getByRole("heading", { name: "Your practice so far" }).waitFor();
  assert.equal(new URL(page.url()).pathname, "/progress");
  assert.deepEqual(await pages(page), ["Attune", "Progress", "Your account: Ebo"]);
  assert.deepEqual(page.faults, []);
});

test("signing in leads to no other place than this page", async () => {
  for (const to of ["https://example.org/", "//example.org/", "/sign-in"]) {
    const page = await house.window();
    await page.goto(`${house.base}/sign-in?to=${encodeURIComponent(to)}`);
    await fillIn(page, TRAINEE);
    await page.getByRole("heading", { name: "Practice being there for someone" }).waitFor();
    assert.equal(page.url(), `${house.base}/`);
    await page.context().close();
  }
});

test("an invitation says what it is for and its rules, works once, and never again", async () => {
  const link = await inviteLink(admin, house.base, "Supporter", "Lived experience");
  const page = await house.window();
  await page.goto(link);
  await page.getByText("review talks of others").waitFor();
  await page.getByText("somebody with lived experience").waitFor();
  await page.getByText("At least 10 characters").waitFor();
  await page.getByLabel("A name to sign in with").fill("Tamsin");
  await page.getByLabel("A password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Come in" }).click();
  await page.getByText("5 more characters").waitFor();
  await page.getByRole("button", { name: /^Show/ }).click();
  assert.equal(await page.getByLabel("A password", { exact: true }).getAttribute("type"), "text");
  await page.getByLabel("A password", { exact: true }).fill("four plums on a sill");
  await page.getByRole("button", { name: "Come in" }).click();
  await page.getByRole("heading", { name: "Practice being there for someone" }).waitFor();
  assert.ok((await pages(page)).includes("Review"));
  const late = await house.window();
  await late.goto(link);
  await late.getByText("has been used already").waitFor();
});

test("an invitation is withdrawn by keys, after a question, and its link leads nowhere", async () => {
  const link = await inviteLink(admin, house.base, "Supervisor", "Lived experience");
  const row = admin.locator(".invites > li", { hasText: "Supervisor, lived experience" });
  await row.getByText(/until .* made by Noor/).waitFor();
  const withdraw = row.getByRole("button", { name: /^Withdraw.*Supervisor/ });
  await withdraw.focus();
  await admin.keyboard.press("Enter");
  await admin.getByRole("dialog", { name: "Withdraw this invitation?" }).waitFor();
  await look(admin, "team-withdraw");
  await admin.keyboard.press("Escape");
  await admin.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal(await withdraw.evaluate((button) => button === document.activeElement), true);
  await admin.keyboard.press("Enter");
  for (let i = 0; i < 2; ++i) await admin.keyboard.press("Tab");
  await admin.keyboard.press("Enter");
  await admin.getByText("The invitation is withdrawn.").waitFor();
  await row.waitFor({ state: "detached" });
  assert.equal(await admin.getByLabel("The invitation’s link").count(), 0);
  assert.equal(await admin.evaluate(() => document.activeElement?.textContent), "Not used yet");
  const page = await house.window();
  await page.goto(link);
  await page.getByText("or was withdrawn").waitFor();
  assert.deepEqual([...admin.faults, ...page.faults], []);
});

test("both boxes before a talk are empty, and the talk goes on with them empty", async () => {
  const page = await trainee({ swift: true });
  await page.getByText("Only you can read this talk, unless you share it").waitFor();
  await page.getByText("kept for 90 days").waitFor();
  const boxes = page.locator(".before-talk input[type=checkbox]");
  assert.equal(await boxes.count(), 2, "training and research are asked apart");
  for (const box of await boxes.all()) assert.equal(await box.isChecked(), false);
  const begun = page.waitForRequest((request) => request.method() === "POST");
  await meet(page, house.base);
  const { training, research } = (await begun).postDataJSON();
  assert.deepEqual({ training, research }, { training: false, research: false });
  await page.getByText("Only you can read this talk").waitFor();
  assert.deepEqual(page.faults, []);
});

test("a talk is shared, read by a supervisor without a thing to press, and taken back", async () => {
  const page = await trainee({ swift: true });
  await page.getByLabel(/^For training/).check();
  await page.getByRole("button", { name: "Talk with Hidayah", exact: true }).click();
  await composer(page).waitFor();
  await page.getByText("Raters may review it, without your name.").waitFor();
  await page.locator(".said.client:not(:has(.typing))").first().waitFor();
  await say(page, "Hello. What is on your mind tonight?");
  await endAndRate(page, { skip: true });
  const supervisor = await house.window();
  await signIn(supervisor, house.base, SUPERVISOR);
  assert.equal(await shared(supervisor), 0);
  await setTerms(page, /^Share it with your supervisors/, true);
  assert.equal(await shared(supervisor), 1);
  await supervisor.getByRole("link", { name: /^Read Ebo/ }).click();
  await supervisor.getByText("A talk of Ebo’s with Hidayah").waitFor();
  for (const act of [/^Try it/, /^Delete/, /^Who can read/]) {
    assert.equal(await supervisor.getByRole("button", { name: act }).count(), 0, `${act}`);
  }
  await page.goto(house.base);
  await page.getByText("Shared with supervisors, for training").waitFor();
  await setTerms(page, /^Share it with your supervisors/, false);
  await setTerms(page, /^For training/, false);
  assert.equal(await shared(supervisor), 0);
  assert.deepEqual([...page.faults, ...supervisor.faults], []);
});

test("signed out in the middle of a talk, one signs in where one is and loses no word", async () => {
  const page = await trainee({ swift: true });
  await meet(page, house.base);
  await say(page, "Hello. How has today been?");
  const before = await clientTurns(page);
  await composer(page).fill("I was about to say");
  const { cookies } = await page.context().storageState();
  await page.context().clearCookies();
  await house.kill();
  await house.start();
  await until(async () => {
    await page.clock.runFor(500);
    return page.getByRole("heading", { name: "Please sign in again" }).isVisible();
  }, "the page to say that one is signed out");
  assert.ok(cookies.length > 0);
  await page.getByRole("button", { name: "Back to what I wrote" }).click();
  assert.equal(await composer(page).inputValue(), "I was about to say");
  await page.locator("[role=status]", { hasText: "You are signed out" }).waitFor();
  await look(page, "team-signed-out");
  await page.locator(".talk-head").getByRole("button", { name: "Help for me" }).click();
  await page.keyboard.press("Escape");
  await composer(page).press("Enter");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByLabel("Password", { exact: true }).fill(TRAINEE.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).last().click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await answered(page, before);
  assert.deepEqual(await page.locator(".said.supporter .bubble").allInnerTexts(),
    ["Hello. How has today been?", "I was about to say"]);
  assert.deepEqual(page.faults, []);
});

test("signing out on a shared computer leaves nothing behind, and asks about words not sent", async () => {
  const page = await trainee({ swift: true });
  await meet(page, house.base);
  await composer(page).fill("Not yet sent.");
  await page.goto(`${house.base}/account`);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("button", { name: "Sign out without them" }).click();
  await page.getByRole("heading", { name: "Welcome to Helpline North" }).waitFor();
  const kept = await page.evaluate(() => Object.keys(localStorage).join(" "));
  assert.doesNotMatch(kept, /draft|unsent/);
  await page.goto(`${house.base}/progress`);
  await page.getByRole("heading", { name: "Welcome to Helpline North" }).waitFor();
});

test("a password is changed by who knows the old one, and the old one opens nothing", async () => {
  const link = await inviteLink(admin, house.base, "Trainee");
  const page = await house.window();
  await join(page, link, { name: "Kwame", password: "a gate that will not shut" });
  await page.getByRole("link", { name: /^Your account/ }).click();
  await page.getByLabel("Old password", { exact: true }).fill("a gate that might shut");
  await page.getByLabel("New password", { exact: true }).fill("a gate that shuts at last");
  await page.getByRole("button", { name: "Change the password" }).click();
  await page.getByText("The present password is wrong.").waitFor();
  await page.getByLabel("Old password", { exact: true }).fill("a gate that will not shut");
  await page.getByRole("button", { name: "Change the password" }).click();
  await page.getByText("Your password is changed.").waitFor();
  const later = await house.window();
  await later.goto(house.base);
  await fillIn(later, { name: "Kwame", password: "a gate that will not shut" });
  await later.getByText("The name or the password is wrong.").waitFor();
  await fillIn(later, { name: "Kwame", password: "a gate that shuts at last" });
  await later.getByRole("heading", { name: "Practice being there for someone" }).waitFor();
});

test("an account is closed after a question, and opened again", async () => {
  const page = await house.window();
  await join(page, await inviteLink(admin, house.base, "Trainee"),
    { name: "Lupe", password: "the last bus but one" });
  await admin.goto(`${house.base}/people`);
  await admin.getByRole("button", { name: /^Close account.*Lupe/ }).click();
  await admin.getByRole("button", { name: "Leave it open" }).click();
  await admin.getByRole("button", { name: /^Close account.*Lupe/ }).click();
  await admin.getByRole("button", { name: "Close the account", exact: true }).click();
  await admin.getByRole("button", { name: /^Open again.*Lupe/ }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Welcome to Helpline North" }).waitFor();
  await admin.getByRole("button", { name: /^Open again.*Lupe/ }).click();
  await admin.getByRole("button", { name: /^Close account.*Lupe/ }).waitFor();
  await fillIn(page, { name: "Lupe", password: "the last bus but one" });
  await page.getByRole("heading", { name: "Practice being there for someone" }).waitFor();
});

test("the page of people belongs to admins: others are told so, and learn nothing", async () => {
  const page = await trainee();
  await page.goto(`${house.base}/people`);
  await page.getByText("not among what your role may do").waitFor();
  assert.equal(await page.getByText(SUPERVISOR.name).count(), 0);
});

for (const scheme of ["light", "dark"]) {
  for (const width of [360, 1600]) {
    test(`the team's pages, ${scheme}, ${width} pixels wide`, async () => {
      const name = `team-${width}-${scheme}`;
      const page = await house.window({ width, height: 800, scheme });
      await page.goto(house.base);
      await page.getByRole("heading", { name: "Welcome to Helpline North" }).waitFor();
      await look(page, `${name}-sign-in`);
      await page.goto(await inviteLink(admin, house.base, "Expert", "Expert"));
      await page.getByLabel("A name to sign in with").waitFor();
      await look(page, `${name}-invite`);
      await signIn(page, house.base, ADMIN);
      await page.locator(".before-talk input").first().waitFor();
      await page.locator(".person").first().waitFor();
      await look(page, `${name}-start`);
      await page.goto(`${house.base}/people`);
      await page.locator(".member").first().waitFor();
      await look(page, `${name}-people`);
      await page.goto(`${house.base}/account`);
      await page.getByRole("heading", { name: ADMIN.name }).waitFor();
      await look(page, `${name}-account`);
      assert.deepEqual(page.faults, []);
    });
  }
}
