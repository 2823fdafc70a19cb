/// A text in its paragraphs: what stands between empty lines, each on one line.
export function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n/).map((one) => one.replace(/\s+/g, " ").trim()).filter(Boolean);
}
