import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePerson } from "../api/catalog";
import { HELP_WORDS, leftOut, themeList } from "./preferences";

const PERSON = parsePerson({
  id: "a", name: "A", age: 20, place: "P", who: "W", may_meet: [], trains: [], difficulty: 2,
  themes: ["grief", "family"], avoided: true,
});

test("themes make a phrase of their own", () => {
  assert.equal(themeList(["grief"]), "grief");
  assert.equal(themeList(["suicide", "grief", "new_one"]),
    "thoughts of suicide, grief and new one");
  assert.equal(themeList([]), "");
});

test("of a person's themes only those that were left out are named", () => {
  assert.deepEqual(leftOut(PERSON, ["grief", "exams"]), ["grief"]);
  assert.equal(PERSON.avoided, true);
});

test("every way of getting ideas has a name and a line", () => {
  assert.equal(HELP_WORDS.length, 4);
  assert.ok(HELP_WORDS.every(({ name, line }) => name !== "" && line !== ""));
});
