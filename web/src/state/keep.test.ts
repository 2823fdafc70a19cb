import assert from "node:assert/strict";
import { test } from "node:test";
import { held } from "./outbox";
import { forget, keep, recall } from "./keep";
import { joined } from "./practice";
import { routeOf } from "./route";

class Shelf {
  private readonly kept = new Map<string, string>();
  get length(): number {
    return this.kept.size;
  }
  key(i: number): string | null {
    return [...this.kept.keys()][i] ?? null;
  }
  getItem(name: string): string | null {
    return this.kept.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    this.kept.set(name, value);
  }
  removeItem(name: string): void {
    this.kept.delete(name);
  }
}

const NOTHING = joined({ draft: "", unsent: [] }, 0);
const words = (key: string) =>
  held({ key, text: `text of ${key}`, adopted: "support", goodbye: true, seen: 7 }, 0);

test("draft and unsent words come back as they were", () => {
  const shelf = new Shelf();
  keep(shelf, "s1", NOTHING, { ...NOTHING, draft: "half a", outbox: [words("key-0001")] });
  assert.deepEqual(recall(shelf, "s1"), {
    draft: "half a",
    unsent: [
      { key: "key-0001", text: "text of key-0001", adopted: "support", goodbye: true, seen: 7 },
    ],
  });
});

test("two windows keep their words beside each other", () => {
  const shelf = new Shelf();
  keep(shelf, "s1", NOTHING, { ...NOTHING, outbox: [words("key-a")] });
  keep(shelf, "s1", NOTHING, { ...NOTHING, outbox: [words("key-b")] });
  assert.equal(recall(shelf, "s1").unsent.length, 2);
});

test("words that arrived are kept no longer, nor is anything of a deleted talk", () => {
  const shelf = new Shelf();
  const out = { ...NOTHING, draft: "d", outbox: [words("key-a")] };
  keep(shelf, "s1", NOTHING, out);
  keep(shelf, "s2", NOTHING, out);
  keep(shelf, "s1", out, { ...out, outbox: [] });
  assert.deepEqual(recall(shelf, "s1"), { draft: "d", unsent: [] });
  forget(shelf, "s1");
  assert.equal(recall(shelf, "s1").draft, "");
  assert.equal(recall(shelf, "s2").unsent.length, 1);
});

test("damaged storage is passed over", () => {
  const shelf = new Shelf();
  shelf.setItem("attune.unsent.s1.k", "{half");
  assert.deepEqual(recall(shelf, "s1").unsent, []);
});

test("addresses lead to their views", () => {
  assert.deepEqual(routeOf("/talk/ab-1"), { view: "talk", session: "ab-1" });
  assert.deepEqual(routeOf("/debrief/ab-1/"), { view: "debrief", session: "ab-1" });
  assert.deepEqual(routeOf("/"), { view: "start" });
  assert.deepEqual(routeOf("/progress"), { view: "progress" });
  assert.deepEqual(routeOf("/talk/../x"), { view: "missing" });
});
