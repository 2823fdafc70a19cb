/// A part of the page that few need: its script and style are fetched when it is first opened.
import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Frame } from "../widgets/frame";

export interface PartProps {
  /// The address that was asked for.
  readonly path: string;
}

type Load = () => Promise<{ readonly View: ComponentType<PartProps> }>;

const styles = new Map<string, Promise<unknown>>();

function style(name: string): Promise<unknown> {
  const known = styles.get(name);
  if (known) return known;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `/${name}.css`;
  const there = new Promise((found, failed) => {
    link.onload = found;
    link.onerror = () => failed(new Error("no style"));
  });
  document.head.append(link);
  styles.set(name, there);
  return there;
}

/// `name`: of its style, and what keeps one part from another.
export function Part({ name, load, path }: PartProps & {
  readonly name: string;
  readonly load: Load;
}): JSX.Element {
  const [View, setView] = useState<ComponentType<PartProps> | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    Promise.all([load(), style(name)]).then(
      ([part]) => wanted && setView(() => part.View),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [name]);
  if (View) return <View path={path} />;
  return (
    <Frame>
      {failed && (
        <div class="trouble" role="alert">
          <p>This part of Attune could not be fetched. Nothing is lost.</p>
          <button type="button" class="button" onClick={() => location.reload()}>Try again</button>
        </div>
      )}
    </Frame>
  );
}
