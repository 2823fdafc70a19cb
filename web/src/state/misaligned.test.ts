import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAgreement } from "../api/agreement";
import { type GapEstimate, type Row, parseAlignment } from "../api/alignment";
import {
  agreementWords, codeScale, estimateWords, figure, gapWords, itemScale, shareOf,
  spreads,
} from "./misaligned";
import { statisticCells } from "./agreeing";
import { floorOf } from "./trusted";

const gap = (value: number, low: number, high: number, holds = true): GapEstimate =>
  ({ value, low, high, n: 20, missing: "", holds });
const NONE: GapEstimate =
  { value: null, low: null, high: null, n: 2, missing: "fewer than 5 talks", holds: false };

test("a gap is said from the experts' side, with its interval", () => {
  assert.equal(gapWords("peer_expert", gap(0.9, 0.4, 1.4), false),
    "Experts 0.9 lower than peers [0.4, 1.4]");
  assert.equal(gapWords("self_expert", gap(-0.9, -1.4, -0.4), false),
    "Experts 0.9 higher than supporters themselves [0.4, 1.4]");
  assert.equal(gapWords("peer_expert", gap(-0.12, -0.2, -0.05), true),
    "Experts mark it 12 points more often than peers [5, 20]");
});

test("a gap that may be none, or may be chance, is not called one", () => {
  assert.equal(gapWords("peer_expert", gap(0.2, -0.3, 0.7), false),
    "Experts and peers: no clear difference [−0.3, 0.7]");
  assert.match(gapWords("peer_expert", gap(0.9, 0.4, 1.4, false), false), /may be chance/);
  assert.equal(gapWords("program_expert", NONE, false),
    "Experts and the program: fewer than 5 talks");
  assert.match(gapWords("peer_expert", { ...gap(1, 0, 2), low: null, high: null }, false),
    /cannot be said/);
});

test("a figure comes with its interval and n, or with the reason why there is none", () => {
  const scale = { share: false };
  assert.equal(estimateWords(gap(3.44, 3.1, 3.71), scale), "3.4, between 3.1 and 3.7, 20 talks");
  assert.equal(estimateWords({ ...gap(0.5, 0, 0), low: null, high: null, n: 1 }, { share: true }),
    "50 %, 1 talk");
  assert.equal(estimateWords(NONE, scale), "fewer than 5 talks");
  assert.equal(agreementWords("peers", gap(0.41, -0.05, 0.6)), "peers 0.41 [−0.05, 0.60]");
  assert.equal(agreementWords("experts", NONE), "experts: fewer than 5 talks");
  assert.equal(figure(-0.25, scale), "−0.3");
});

const estimate = (value: number, high: number) => ({ value, low: value, high, n: 9 });
const MAP = parseAlignment({
  simulated: true, talks: 9, raters: { peer: 2 },
  items: [{ id: "i.q", instrument: "i", title: "Q", scale: [1, 5], peer: estimate(3, 4) }],
  codes: [{ id: "c.x", instrument: "c", title: "X", peer: estimate(0.1, 0.31) }],
  cues: [{ kind: "risk", planted: 3, missed: 1, peer: estimate(0, 0.5) }],
});

test("a map with columns missing is read, and says so", () => {
  const [row] = MAP.items;
  assert.ok(row);
  assert.equal(row.cells.peer.value, 3);
  assert.equal(row.cells.expert.missing, "nothing rated yet");
  assert.equal(row.gaps.peer_expert.value, null);
  assert.equal(MAP.raters.expert, 0);
  assert.equal(MAP.cues[0]?.shares.expert.value, null);
});

test("items run over their own scale, codes over one for all", () => {
  const [row] = MAP.items as [Row];
  assert.deepEqual(itemScale(row), { low: 1, high: 5, share: false });
  const count = { ...row, low: 0, high: 0 };
  assert.equal(itemScale(count).high, 4, "a count runs to what there is");
  assert.deepEqual(codeScale(MAP.codes), { low: 0, high: 0.4, share: true });
  assert.equal(codeScale([]).high, 0.1);
  assert.equal(shareOf(3, { low: 1, high: 5, share: false }), 0.5);
});

test("a floor is a number from 0 to 1", () => {
  assert.deepEqual(["0.4", "0,35", "1", "1.1", "-1", "", "x"].map(floorOf),
    [0.4, 0.35, 1, null, null, null, null]);
});

test("statistics are named, and one without a value says why", () => {
  const found = parseAgreement({
    level: "ordinal", items: 4, raters: 2, ratings: 8, missing: 0, conversations: 4,
    icc_2_k: { value: 0.5, low: -0.1, high: 0.8 }, kendall_w: { value: null, low: null, high: null },
    bland_altman: { bias: 0, low: { value: -1 } }, none: { kendall_w: "needs three raters" },
    gold: [{ rater: "me", n: 3, same: 2 }],
  });
  assert.deepEqual(found.statistics.map(statisticCells), [
    ["ICC(2,k)", "0.50", "\u22120.10 to 0.80"], ["Kendall’s W", "needs three raters", ""],
  ]);
  assert.deepEqual(found.gold, [{ rater: "me", n: 3, same: 2 }]);
});

test("behind a figure stands what each said, not a mean", () => {
  const value = (group: string, given: number, text = "") => ({ group, value: given, text });
  const codes = { values: [
    value("expert", 1, "passed by"), value("expert", 0), value("peer", 0), value("program", 0.63),
  ] };
  assert.deepEqual(spreads(codes, true), [
    { group: "expert", words: "1 of 2 marked it", said: ["passed by"] },
    { group: "peer", words: "did not mark it", said: [] },
    { group: "program", words: "63 %", said: [] },
  ]);
  const items = { values: [value("peer", 4), value("peer", 2), value("program", 3.66)] };
  assert.deepEqual(spreads(items, false).map(({ words }) => words), ["2, 4", "3.7"]);
  const same = { ...gap(0, 0, 0), low: null, high: null };
  assert.equal(gapWords("peer_expert", same, true), "Experts and peers: no difference seen");
});
