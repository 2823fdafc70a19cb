/// Speaks the client's new words to a screen reader, once each and only as they appear.
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface Props {
  readonly bubbles: readonly string[];
  readonly name: string;
  readonly live: boolean;
}

export function Announcer({ bubbles, name, live }: Props): JSX.Element {
  const spoken = useRef<number | null>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    const before = spoken.current;
    if (live) spoken.current = bubbles.length;
    if (!live || before === null || bubbles.length <= before) return;
    setWords(`${name}: ${bubbles.slice(before).join(" ")}`);
  }, [bubbles.length, live]);
  return <p class="sr" aria-live="polite">{words}</p>;
}
