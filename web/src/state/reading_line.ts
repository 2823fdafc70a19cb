/// One line on how words read. It speaks of the words, never of what someone feels.
import { EMOTIONS, type Doing, type Emotion, type Reading } from "../api/events";
import { askWords, skillWords } from "./words";

const ADJECTIVES: Readonly<Record<Emotion, string>> = {
  anger: "angry",
  disgust: "put off",
  fear: "afraid",
  happiness: "glad",
  sadness: "sad",
  surprise: "surprised",
  neutral: "even",
};

export const NOUNS: Readonly<Record<Emotion, string>> = {
  anger: "Anger",
  disgust: "Disgust",
  fear: "Fear",
  happiness: "Happiness",
  sadness: "Sadness",
  surprise: "Surprise",
  neutral: "Neutral",
};

export function adjective(emotion: Emotion): string {
  return ADJECTIVES[emotion];
}

/// How sure the reading is, in words. Scores are calibrated; the bound is our choice, for wording
/// only.
export function sureness(reading: Reading): string {
  return reading.scores[reading.label] >= 0.6 ? "fairly\u00a0clear" : "less\u00a0sure";
}

export function abstains(reading: Reading, head = "emotion"): boolean {
  return reading.abstains.includes(head);
}

/// Labels beside the top one, the stronger first; at most two.
function others(reading: Reading): Emotion[] {
  return EMOTIONS.filter((emotion) => emotion !== reading.label && reading.labels.includes(emotion))
    .sort((a, b) => reading.scores[b] - reading.scores[a])
    .slice(0, 2);
}

export function readingLine(reading: Reading): string {
  if (abstains(reading)) return "These words are unclear: the reading would rather not say.";
  const beside = others(reading).map(adjective);
  const perhaps = beside.length > 0 ? `, perhaps ${beside.join(" or ")}` : "";
  return `These words read as ${adjective(reading.label)}${perhaps} ·\u00a0${sureness(reading)}`;
}

/// The same in two words, for a table.
export function readingBrief(reading: Reading): string {
  if (abstains(reading)) return "unclear";
  const sure = sureness(reading);
  return sure.startsWith("less") ? `${NOUNS[reading.label]}, ${sure}` : NOUNS[reading.label];
}

function doingWords(reading: Reading, doing: Doing): string[] {
  const asks = askWords(doing.asks);
  if (abstains(reading, "skills")) return asks;
  const skills = doing.skills.length > 0 ? doing.skills : [doing.main];
  return [...skills.map(skillWords), ...asks];
}

/// What the supporter's own words do. A reading, and no grade.
export function doingLine(reading: Reading): string {
  const words = reading.doing ? doingWords(reading, reading.doing) : [];
  if (words.length === 0) return "These words are unclear: the reading would rather not say.";
  return `These words read as: ${words.join(", ")}`;
}
