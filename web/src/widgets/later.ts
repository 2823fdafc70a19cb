/// Parts of the page that practice does without: each fetched, with its style, when first needed.
import { useEffect, useState } from "preact/hooks";

/// Null while it comes; "failed" when it could not be had.
export type Fetched<T> = T | null | "failed";

const styled = new Map<string, Promise<void>>();

function style(name: string): Promise<void> {
  const known = styled.get(name);
  if (known) return known;
  const coming = new Promise<void>((have, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = `/${name}.css`;
    link.onload = () => have();
    link.onerror = () => {
      styled.delete(name);
      link.remove();
      failed(new Error(`no ${name}.css`));
    };
    document.head.append(link);
  });
  styled.set(name, coming);
  return coming;
}

/// `load` must keep its identity; `name` is that of the built script and style.
export function useLater<T>(name: string, load: () => Promise<T>): Fetched<T> {
  const [fetched, setFetched] = useState<{ readonly is: Fetched<T> }>({ is: null });
  useEffect(() => {
    let wanted = true;
    Promise.all([load(), style(name)]).then(
      ([is]) => wanted && setFetched({ is }),
      () => wanted && setFetched({ is: "failed" }),
    );
    return () => {
      wanted = false;
    };
  }, [name, load]);
  return fetched.is;
}
