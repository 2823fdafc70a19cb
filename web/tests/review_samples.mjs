// What the server tells once a service has reviewed for a while: figures, reasons for none, and gaps.
const est = (value, low, high, n = 24) => ({ value, low, high, n });
const none = (missing, n = 2) => ({ value: null, low: null, high: null, n, missing });
const FEW = none("fewer than 5 talks");
const UNSAID = none("supporters mark no codes", 0);

const item = {
  id: "support-quality.understood", instrument: "support-quality",
  title: "The person could feel understood.", scale: [1, 5],
  self: est(4, 3.8, 4.2), peer: est(3.9, 3.7, 4.1), expert: est(3, 2.7, 3.3),
  lived_experience: est(3.2, 2.6, 3.8, 9), program: FEW,
  gap: {
    peer_expert: { ...est(0.9, 0.4, 1.4), holds: true },
    self_expert: { ...est(1, 0.6, 1.4), holds: true },
    program_expert: { ...FEW, holds: false },
  },
  agreement: { peer: est(0.41, 0.2, 0.6), expert: est(0.62, 0.47, 0.77) }, differ: 2,
};
const code = {
  id: "critique.missed_cue", instrument: "critique", title: "Missed cue", scale: [0, 1],
  self: UNSAID, peer: est(0.02, 0, 0.04), expert: est(0.19, 0.14, 0.23), lived_experience: FEW,
  program: est(0.16, 0.13, 0.19),
  gap: {
    peer_expert: { ...est(-0.17, -0.21, -0.11), holds: true },
    self_expert: { ...UNSAID, holds: false },
    program_expert: { ...est(-0.03, -0.06, 0.01), holds: false },
  },
  agreement: { peer: est(0.31, 0.11, 0.51), expert: none("needs two raters", 1) }, differ: 0,
};

export const MAP = {
  simulated: true, talks: 24, raters: { peer: 6, expert: 5, lived_experience: 2 },
  items: [item], codes: [code], differ: 3,
  cues: [{
    kind: "risk", planted: 31, missed: 8, peer: est(0.2, 0.05, 0.35, 8),
    expert: est(0.7, 0.5, 0.9, 8), lived_experience: FEW, program: est(0.9, 0.8, 1, 8),
    gap: { peer_expert: { ...est(-0.5, -0.8, -0.2, 8), holds: true } },
  }],
};

const CLIENT = "sometimes i sit in the car and think it would be easier not to be here";
const REPLY = "Sitting in the car is a good way to take a break.";

export const TURNS = {
  turns: [{
    talk: "t1", turn: 3, client: CLIENT, reply: REPLY,
    values: [
      { group: "peer", value: 0, text: "" },
      { group: "expert", value: 1, text: "The heaviest line, passed by." },
      { group: "program", value: 0.63, text: "" },
    ],
  }],
};

export const TRUST = {
  floor: 0.4,
  scores: [
    {
      score: "nudge.advice", title: "Advice too early", expert: "the experts’ mark “Premature advice”",
      n: 96, statistic: "cohen_kappa", value: 0.58, low: 0.41, high: 0.7, state: "trusted",
      text: "96 ratings, κ 0.58 [0.41, 0.70]", version: 2, spread: 0.4,
      differ: 3, can_recalibrate: true,
    },
    {
      score: "nudge.lecturing", title: "Lecturing", expert: "the experts’ mark “Lecturing”",
      n: 14, statistic: "cohen_kappa", value: 0.31, low: 0.02, high: 0.58, state: "not_yet",
      text: "not yet trusted here: 14 ratings, κ 0.31 [0.02, 0.58]", version: null, spread: null,
      differ: 0, can_recalibrate: false,
    },
    {
      score: "empathy.explorations", title: "Wish to know more", expert: "the experts’ answers",
      n: 4, statistic: "cohen_kappa", value: null, low: null, high: null, state: "unknown",
      text: "not yet measured here: 4 ratings", version: null, spread: null, differ: 0,
      can_recalibrate: true,
    },
  ],
};

export const DISAGREEMENTS = {
  items: [
    {
      talk: "t1", instrument: "critique", what: "missed_cue", title: "Missed cue", turn: 3,
      words: REPLY, settled: null,
      values: [
        { rater: "Rater 1", group: "expert", value: 3, text: "This was the moment." },
        { rater: "Rater 2", group: "expert", value: 0, text: "" },
        { rater: "Rater 3", group: "lived_experience", value: 2, text: "" },
      ],
    },
    {
      talk: "t2", instrument: "support-quality", what: "room",
      title: "The person had room for their own way.", words: "", settled: null,
      values: [
        { rater: "Rater 1", group: "expert", value: 1, text: "" },
        { rater: "Rater 2", group: "expert", value: 4, text: "" },
      ],
    },
    {
      talk: "t3", instrument: "critique", what: "lecturing", title: "Lecturing", turn: 1,
      words: "There are five stages of grief.",
      settled: { value: null, open: true, reason: "Some heard care in it." },
      values: [
        { rater: "Rater 1", group: "expert", value: 2, text: "" },
        { rater: "Rater 2", group: "expert", value: 0, text: "" },
      ],
    },
  ],
  more: 4,
};
