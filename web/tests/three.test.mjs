// Three kinds of people at once: a trainee practices, two experts rate blind, an admin reads the map.
// Nobody sees what the table of docs/roles.md forbids, also not by asking the server directly.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { House, picture, until } from "./house.mjs";
import { inviteLink, join, signIn } from "./member.mjs";
import { composer, say } from "./supporter.mjs";

const ADMIN = { name: "Noor", password: "a lamp left on upstairs" };
const TRAINEE = { name: "Ebo-Quartey", password: "seven herons by the weir" };
const OTHER = { name: "Hollis", password: "the tide table of may" };
const EXPERTS = [
  { name: "Marisol", password: "rain on a tin roof again", heard: 2, comment: "Plums, I would say." },
  { name: "Amadou", password: "two loaves and a kettle", heard: 4, comment: "Gravel, I would say." },
];
const WORDS = [
  "Hello. I'm glad you wrote. What is on your mind tonight?",
  "You should get up earlier and make a better timetable. It will be fine.",
  "That sounds like a lot to carry alone. What is the hardest part?",
];

let house;
let admin;
let trainee;
let other;
let experts;
const TALKS = 5;
/// The trainee's talk: known to nobody else.
let session = "";
before(async () => {
  house = await House.open({
    team: { admin: ADMIN, flags: ["--name", "Helpline North", "--ask-research"] },
  });
  admin = await house.window();
  await signIn(admin, house.base, ADMIN);
  const come = async (person, role, group, wish) => {
    const page = await house.window(wish);
    page.told = overheard(page);
    await join(page, await inviteLink(admin, house.base, role, group), person);
    return page;
  };
  trainee = await come(TRAINEE, "Trainee", "Peer", { swift: true });
  other = await come(OTHER, "Trainee", "Peer");
  experts = [];
  for (const person of EXPERTS) experts.push(await come(person, "Expert", "Expert"));
});
after(() => house?.close());

/// Everything that the server says to a window.
function overheard(page) {
  const told = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => told.push(`${payload}`)));
  page.on("response", async (response) => {
    const json = response.headers()["content-type"]?.includes("json");
    if (json) told.push(await response.text().catch(() => ""));
  });
  return told;
}

/// What the server answers when a page is passed by and asked directly, with the page's own token.
function asked(page, path, { method = "GET", body = null } = {}) {
  return page.evaluate(async ([at, how, what]) => {
    const me = await (await fetch("/api/me")).json();
    const answer = await fetch(at, {
      method: how,
      headers: { "Content-Type": "application/json", "X-Attune-Token": me.token },
      ...(what === null ? {} : { body: JSON.stringify(what) }),
    });
    return { status: answer.status, text: await answer.text() };
  }, [path, method, body]);
}

async function refuses(page, path, statuses, wish) {
  const { status, text } = await asked(page, path, wish);
  assert.ok(statuses.includes(status), `${wish?.method ?? "GET"} ${path}: ${status}`);
  assert.ok(!text.includes(TRAINEE.name) && !text.includes(WORDS[1]), path);
}

async function practices(page) {
  await page.goto(house.base);
  await page.getByLabel(/^For training/).check();
  await page.getByRole("button", { name: "Talk with Hidayah", exact: true }).click();
  await composer(page).waitFor();
  session = new URL(page.url()).pathname.split("/").at(-1);
  await page.locator(".said.client:not(:has(.typing))").first().waitFor();
  for (const words of WORDS) await say(page, words);
}

async function looksBack(page) {
  await page.getByRole("button", { name: "End", exact: true }).click();
  await page.getByRole("button", { name: "End now" }).click();
  await page.getByRole("link", { name: "Look back" }).click();
  await page.getByRole("button", { name: "I am ready to look back" }).click();
  for (const item of ["understood", "stayed", "room"]) {
    await page.locator(`input[name=${item}]`).nth(4).check();
  }
  await page.getByRole("button", { name: "Go on to the debrief" }).click();
  await page.locator(".debrief").waitFor();
}

/// The same talk once more, without a page: a map shows figures of five talks and more.
function practicesByWire(page) {
  return page.evaluate(async (words) => {
    const me = await (await fetch("/api/me")).json();
    const begun = await fetch("/api/sessions", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Attune-Token": me.token },
      body: JSON.stringify({ case: "hidayah", training: true, research: false }),
    });
    const { id } = await begun.json();
    await new Promise((over, failed) => {
      const socket = new WebSocket(`ws://${location.host}/api/sessions/${id}/live?after=0`);
      const tell = (frame) => socket.send(JSON.stringify(frame));
      let seen = 0;
      socket.onclose = () => failed(new Error("the talk broke off"));
      socket.onmessage = ({ data }) => {
        const { type, event } = JSON.parse(data);
        if (type === "error") failed(new Error(data));
        if (type !== "event") return;
        seen = event.seq;
        if (event.type === "said" && event.speaker === "client") {
          const text = words[event.turn];
          if (text) tell({ type: "say", key: `by-wire-${event.turn}`, text, seen });
          else tell({ type: "end", how: "now" });
        }
        if (event.type === "closed") {
          tell({ type: "rate", items: { understood: 5, stayed: 5, room: 5 } });
        }
        if (event.type === "rated") {
          socket.onclose = null;
          socket.close();
          over();
        }
      };
    });
  }, WORDS);
}

async function givesOut(page) {
  await page.goto(`${house.base}/review/batches`);
  await page.getByLabel("What raters see as its name").fill("November");
  await page.getByLabel(/^Critique codes/).check();
  await page.getByLabel(/^Support quality/).check();
  for (const { name } of EXPERTS) {
    await page.getByRole("group", { name: "Who reads" }).getByLabel(new RegExp(`^${name}`)).check();
  }
  await page.getByLabel("All 5", { exact: true }).check();
  await page.getByRole("button", { name: "Give it to the raters" }).click();
  await page.getByRole("heading", { name: "November" }).waitFor();
}

/// By keyboard: a mark on the second reply, a digit for each question, a comment.
async function rates(page, { heard, comment }) {
  await page.locator(".desk").waitFor();
  await page.keyboard.press("j");
  await page.getByRole("button", { name: "Premature advice" }).click();
  await page.keyboard.press("2");
  for (let question = 0; question < 3; question += 1) {
    await page.keyboard.press("q");
    await page.keyboard.press(`${heard}`);
  }
  await page.getByLabel("Anything else").fill(comment);
  await until(async () => (await page.locator(".desk-saved").innerText()) === "Saved", "the draft");
}

async function handsIn(page) {
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByRole("heading", { name: "Handed in" }).waitFor();
}

async function ratesAll(page, person) {
  await page.goto(`${house.base}/review`);
  await page.getByRole("link", { name: "Begin with the next" }).click();
  for (let done = 1; done <= TALKS; done += 1) {
    await rates(page, person);
    await handsIn(page);
    await page.getByText(`${done} of ${TALKS} done.`).waitFor();
    if (done < TALKS) await page.getByRole("link", { name: "Go on to the next" }).click();
  }
}

test("a trainee practices while the experts' queues are empty and the admin looks on", async () => {
  await Promise.all([
    practices(trainee),
    ...experts.map(async (page) => {
      await page.goto(`${house.base}/review`);
      await page.getByRole("heading", { name: "Nothing waits for you" }).waitFor();
    }),
    (async () => {
      await admin.goto(`${house.base}/map`);
      await admin.getByText("Simulated people and raters").waitFor();
    })(),
  ]);
  const before = JSON.parse((await asked(admin, "/api/review/talks")).text);
  assert.deepEqual(before.talks, [], "a talk under way is given to nobody");
  await looksBack(trainee);
  for (let more = 1; more < TALKS; more += 1) await practicesByWire(trainee);
});

test("two experts rate the same talks at once, blind to whose it is and to each other", async () => {
  await givesOut(admin);
  await Promise.all(experts.map((page, i) => ratesAll(page, EXPERTS[i])));
  experts.forEach((page, i) => {
    const told = page.told.join("\n");
    assert.ok(told.includes(WORDS[1]), "the words were there to be read");
    for (const hidden of [TRAINEE.name, session, EXPERTS[1 - i].comment, EXPERTS[1 - i].name]) {
      assert.ok(!told.includes(hidden), `${EXPERTS[i].name} learned ${hidden}`);
    }
    assert.deepEqual(page.faults, []);
  });
});

test("the admin reads on the map where supporter and experts part, and the turns behind it", async () => {
  await admin.goto(`${house.base}/map`);
  await admin.getByText(/^5 talks, rated by 0 peers, 0 with lived experience, 2 experts/).waitFor();
  await admin.getByText("Not for hiring, ranking or discipline").waitFor();
  const row = admin.locator(".map-row", { hasText: "The person could feel understood." });
  await row.getByRole("button", { name: /Supporters themselves: 5/ }).waitFor();
  await row.getByRole("button", { name: /Experts: 3/ }).waitFor();
  const advice = admin.locator(".map-row", { hasText: "Premature advice" });
  await advice.getByRole("button", { name: /Experts: 33 %/ }).click();
  const reply = admin.getByRole("dialog").locator("li", { hasText: WORDS[1] }).first();
  await reply.waitFor();
  assert.match(await reply.innerText(), /Experts\s+2 of 2 marked it/);
  await picture(admin, "three-map");
  const shown = await admin.getByRole("dialog").innerText();
  for (const { name } of [TRAINEE, ...EXPERTS]) assert.ok(!shown.includes(name), name);
});

test("nobody gets by asking directly what their pages do not show", async () => {
  const at = `/api/sessions/${session}`;
  const [first] = experts;
  for (const page of [other, admin, ...experts]) {
    for (const part of ["/events?after=0", "/debrief", "/steps"]) {
      await refuses(page, `${at}${part}`, [404]);
    }
    await refuses(page, `${at}/terms`, [404],
      { method: "PUT", body: { shared: true, training: true, research: true } });
    await refuses(page, at, [404], { method: "DELETE" });
    await refuses(page, "/api/supervise", [403]);
  }
  for (const page of [trainee, other]) {
    for (const path of ["queue", "talks", "disagreements", "map", "trust", "ratings", "batches"]) {
      await refuses(page, `/api/review/${path}`, [403]);
    }
    await refuses(page, "/api/people", [403]);
    await refuses(page, "/api/trials", [403]);
  }
  const { tasks } = JSON.parse((await asked(first, "/api/review/queue")).text);
  assert.equal(tasks.length, TALKS);
  await refuses(experts[1], `/api/review/tasks/${tasks[0].task}`, [404]);
  await refuses(admin, `/api/review/tasks/${tasks[0].task}`, [403, 404]);
  await refuses(first, "/api/review/map", [403]);
  await refuses(first, "/api/people", [403]);
  await refuses(first, "/api/export", [403]);
});

test("who settles sees all ratings of a talk, by numbers and without names", async () => {
  const [page] = experts;
  await page.goto(`${house.base}/review/settle`);
  const item = page.locator(".disagreement", { hasText: "could feel understood" }).first();
  await item.waitFor();
  const shown = await page.locator("#main").innerText();
  for (const name of [TRAINEE.name, EXPERTS[1].name]) assert.ok(!shown.includes(name), name);
  await item.getByRole("button", { name: "We looked, and still differ" }).click();
  await until(async () => /differ/.test(await item.innerText()), "it to stand as open");
});

test("a talk whose consent is taken back is read by nobody any more", async () => {
  const behind = "/api/review/map/turns?row=critique.premature_advice&column=expert";
  const read = async () => JSON.parse((await asked(admin, behind)).text).turns
    .filter(({ talk }) => talk === session).map(({ reply }) => reply);
  assert.ok((await read()).includes(WORDS[1]), "the admin could read it until now");
  await trainee.goto(house.base);
  const talk = trainee.locator(".earlier > ul > li").last();
  assert.match(await talk.getByRole("link").getAttribute("href"), new RegExp(`${session}$`));
  await talk.getByRole("button", { name: /^Who can read it/ }).click();
  await trainee.getByRole("dialog").getByLabel(/^For training/).uncheck();
  await trainee.getByRole("button", { name: "Save" }).click();
  await trainee.getByRole("dialog").waitFor({ state: "detached" });
  const { talks } = JSON.parse((await asked(admin, "/api/review/talks")).text);
  assert.equal(talks.length, TALKS - 1);
  for (const page of experts) {
    await page.goto(`${house.base}/review`);
    await page.getByRole("heading", { name: "4 of 4 done" }).waitFor();
  }
  assert.ok(!(await read()).includes(WORDS[1]));
});
