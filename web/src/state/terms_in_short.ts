import type { Terms } from "../api/catalog";

/// What others may do with it, in few words; "" for nothing.
export function termsInShort({ shared, training, research }: Terms, announced: boolean): string {
  const words = [
    announced ? "open to supervisors" : shared ? "shared with supervisors" : "",
    training ? "for training" : "",
    research ? "for research" : "",
  ].filter(Boolean).join(", ");
  return words && `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
