/// Who can read a talk, how long it is kept, and what it may be used for, in plain words.
import type { Terms } from "../api/catalog";
import type { Service } from "../api/me";

function readers({ name, announced }: Pick<Service, "name" | "announced">): string {
  if (!announced) return "Only you can read this talk, unless you share it with your supervisors.";
  return `You can read this talk, and so can the supervisors ${name ? `of ${name}` : "here"}.`;
}

function keeping({ days }: Pick<Service, "days">): string {
  if (days === 0) return "It is kept until you delete it.";
  const span = days === 1 ? "a day" : `${days} days`;
  return `Its words are kept for ${span}, then only its figures; you can delete it at any time.`;
}

/// The one line before a talk.
export function beforeTalk(service: Service): string {
  const use = service.research
    ? "It is used for research only if you agree to that."
    : "It is not used for research.";
  return `${readers(service)} ${keeping(service)} ${use}`;
}

/// The same of a talk under way, or over.
export function ofTalk(
  talk: { readonly announced: boolean; readonly days: number; readonly terms: Terms },
  name: string,
): string {
  const { shared, training, research } = talk.terms;
  const read = shared && !talk.announced
    ? "You share this talk: your supervisors can read it."
    : readers({ name, announced: talk.announced });
  const use = [
    training ? "Raters may review it, without your name." : "",
    research ? "It may be studied, without names." : "",
  ];
  return [read, keeping(talk), ...use].filter(Boolean).join(" ");
}
