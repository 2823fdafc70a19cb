import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { NO_TERMS } from "../api/catalog";
import { LOCAL, type Me, ROLES, parseMe } from "../api/me";
import type { SharedTalk } from "../api/team";
import { forgetAll, keepsAny } from "./keep";
import { pagesFor } from "./pages";
import { passwordTrouble } from "./password";
import { routeOf, signInPath, wantedPath } from "./route";
import { bySupporter } from "./supervise";
import { beforeTalk, ofTalk } from "./terms";
import { termsInShort } from "./terms_in_short";

const TALK = {
  id: "s", caseId: "c", name: "N", opened: 0, last: 0, turns: 3, closed: true, rated: true,
  branch: false, terms: NO_TERMS, announced: false, erased: false,
};
const SERVICE = { name: "Helpline North", days: 90, announced: false, research: true };

/// What docs/roles.md lets each role do.
function table(): Record<string, string[]> {
  const page = readFileSync(join(process.env["ATTUNE_DOCS"] ?? "", "../roles.md"), "utf8");
  const rows = [...page.matchAll(/^\| `(\w+)` \|(.*)\|$/gm)];
  assert.ok(rows.length > 10, "the table is there");
  const may: Record<string, string[]> = {};
  for (const role of ROLES) may[role] = [];
  for (const [, act = "", cells = ""] of rows) {
    cells.split("|").forEach((cell, i) => {
      const role = ROLES[i];
      if (role && cell.trim() === "yes") may[role]?.push(act);
    });
  }
  return may;
}

function meAs(role: (typeof ROLES)[number], may: readonly string[]): Me {
  const account = { id: "1", name: "N", role, group: "peer" } as const;
  return { mode: "team", account, may, service: SERVICE };
}

test("each role finds the pages that the table gives it, and no others", () => {
  const may = table();
  const found = ROLES.map((role) =>
    pagesFor(meAs(role, may[role] ?? [])).map(({ name }) => name).join(" "));
  assert.deepEqual(found, [
    "Progress",
    "Progress Review",
    "Progress Review",
    "Progress Review Shared talks Map Studies",
    "Progress Map Studies People",
  ]);
});

test("alone at a computer one finds practice and review; nobody signed in finds nothing", () => {
  assert.deepEqual(pagesFor(LOCAL).map(({ to }) => to), ["/progress", "/review"]);
  assert.deepEqual(pagesFor({ ...LOCAL, mode: "team" }), []);
});

test("local mode needs no more than its name", () => {
  assert.deepEqual(parseMe({ mode: "local" }), LOCAL);
  assert.throws(() => parseMe({ mode: "elsewhere" }));
});

test("a service's terms are read, and an absent one promises nothing", () => {
  const me = parseMe({ mode: "team", account: null, may: [], token: "" });
  assert.equal(me.account, null);
  assert.equal(me.service.research, false);
  assert.equal(me.service.announced, false);
});

test("after signing in one comes to where one was going, and to no other site", () => {
  assert.equal(signInPath("/"), "/sign-in");
  assert.equal(wantedPath(signInPath("/talk/abc-1").slice("/sign-in".length)), "/talk/abc-1");
  for (const to of ["https://example.org", "//example.org", "/sign-in", "/nowhere", "javascript:1"]) {
    assert.equal(wantedPath(`?to=${encodeURIComponent(to)}`), "/", to);
  }
});

test("the team's and the studies' addresses are known, and what only looks like one is not", () => {
  for (const path of ["/people", "/invite/a_B-9", "/supervise/s-1", "/trials/t-1", "/study"]) {
    assert.equal(routeOf(path).view, "team", path);
  }
  for (const path of ["/invite", "/people/7", "/peoples", "/trials/a/b"]) {
    assert.equal(routeOf(path).view, "missing", path);
  }
});

test("before a talk it is said who reads it, how long it is kept, and what for", () => {
  const said = beforeTalk(SERVICE);
  assert.match(said, /^Only you can read this talk, unless you share it/);
  assert.match(said, /kept for 90 days, then only its figures/);
  assert.match(said, /research only if you agree/);
  assert.match(beforeTalk({ ...SERVICE, announced: true }), /so can the supervisors of Helpline North/);
  assert.match(beforeTalk({ ...SERVICE, days: 0 }), /kept until you delete it/);
  assert.match(beforeTalk({ ...SERVICE, days: 1 }), /kept for a day/);
  assert.match(beforeTalk({ ...SERVICE, research: false }), /not used for research/);
});

test("a talk says how that stands with it", () => {
  const talk = { announced: false, days: 90, terms: { ...NO_TERMS, shared: true, training: true } };
  assert.match(ofTalk(talk, "N"), /^You share this talk/);
  assert.match(ofTalk(talk, "N"), /Raters may review it, without your name\.$/);
  assert.doesNotMatch(ofTalk({ ...talk, terms: NO_TERMS }, "N"), /share this talk:|Raters|studied/);
});

test("in the list a talk's openness is few words, and a private one's none", () => {
  assert.equal(termsInShort(NO_TERMS, false), "");
  assert.equal(termsInShort(NO_TERMS, true), "Open to supervisors");
  assert.equal(termsInShort({ shared: true, training: false, research: true }, false),
    "Shared with supervisors, for research");
});

test("a password is long and without the name, in whatever letters", () => {
  assert.match(passwordTrouble("short", "Ebo"), /5 more characters/);
  assert.match(passwordTrouble("nine char", "Ebo"), /one more character\./);
  assert.match(passwordTrouble("seven EBOs by the weir", "Ebo"), /holds your name/);
  assert.equal(passwordTrouble("seven herons by the weir", "Ebo"), "");
  assert.equal(passwordTrouble("ééééééééé😀", ""), "", "characters are counted, not bytes");
});

test("shared talks stand under their supporters by name, each one's newest first", () => {
  const talk = (supporter: string, opened: number): SharedTalk =>
    ({ ...TALK, supporter, opened });
  const groups = bySupporter([talk("Tamsin", 1), talk("Ebo", 2), talk("Tamsin", 3)]);
  assert.deepEqual(groups.map(([name, talks]) => [name, talks.map(({ opened }) => opened)]),
    [["Ebo", [2]], ["Tamsin", [3, 1]]]);
});

test("signing out forgets every word that was not sent, and nothing else", () => {
  const kept = new Map([
    ["attune.draft.s1", "a"], ["attune.unsent.s2.k", "b"], ["attune.review.t1", "{}"],
    ["attune.theme", "dark"],
  ]);
  const shelf = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    key: (i: number) => [...kept.keys()][i] ?? null,
    get length() {
      return kept.size;
    },
  };
  assert.equal(keepsAny(shelf), true);
  forgetAll(shelf);
  assert.equal(keepsAny(shelf), false);
  assert.deepEqual([...kept.keys()], ["attune.theme"]);
});
