/// A part of the page that few need: its script and style are fetched when it is first opened.
import type { ComponentType, JSX } from "preact";
import { Frame } from "../widgets/frame";
import { useLater } from "../widgets/later";

export interface PartProps {
  /// The address that was asked for.
  readonly path: string;
}

/// `name`: of its style. `load` must keep its identity.
export function Part({ name, load, path }: PartProps & {
  readonly name: string;
  readonly load: () => Promise<{ readonly View: ComponentType<PartProps> }>;
}): JSX.Element {
  const part = useLater(name, load);
  if (part !== null && part !== "failed") return <part.View path={path} />;
  return (
    <Frame>
      {part === "failed" && (
        <div class="trouble" role="alert">
          <p>This part of Attune could not be fetched. Nothing is lost.</p>
          <button type="button" class="button" onClick={() => location.reload()}>Try again</button>
        </div>
      )}
    </Frame>
  );
}
