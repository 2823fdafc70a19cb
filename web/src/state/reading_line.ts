/// One line on how words read. It speaks of the words, never of what someone feels.
import { EMOTIONS, type Emotion, type Reading } from "../api/events";

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

/// How sure the reading is, in words; the bounds are our choice, for wording only.
export function sureness(reading: Reading): string {
  const top = reading.scores[reading.label];
  if (top >= 0.6) return "fairly\u00a0clear";
  return top >= 0.35 ? "less\u00a0sure" : "faint";
}

export function abstains(reading: Reading): boolean {
  return reading.abstains.includes("emotion");
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
