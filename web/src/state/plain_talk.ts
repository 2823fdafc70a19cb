/// A talk typed or copied as plain lines, "Client: …", as messages that the server reads
/// (docs/formats/transcript.md).

const LINE = /^\s*(\p{L}[\p{L}\p{N} ._-]{0,40}):\s+(\S.*)$/u;
const NEXT_TALK = /^\s*-{3,}\s*$/;

/// JSON lines and tables are left as they are. A line without a name goes on with the one before;
/// three dashes begin the next talk.
export function asTranscript(text: string): string {
  const lines = text.split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  if (!LINE.test(first) || /^\s*[[{"]/.test(first)) return text;
  const messages: { speaker: string; text: string; conversation: string }[] = [];
  let talk = 1;
  for (const line of lines) {
    const [, speaker, words] = LINE.exec(line) ?? [];
    const last = messages.at(-1);
    if (NEXT_TALK.test(line)) talk += 1;
    else if (speaker && words) {
      messages.push({ speaker: speaker.trim(), text: words.trim(), conversation: `${talk}` });
    } else if (last && line.trim() !== "") last.text += `\n${line.trim()}`;
  }
  return messages.map((message) => JSON.stringify(message)).join("\n");
}
