/// The study's tables, without names and without words, as files.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type ExportedFile, exportTrial } from "../../api/trials";

function save({ name, text }: ExportedFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function Exporting({ id }: { readonly id: string }): JSX.Element {
  const [files, setFiles] = useState<readonly ExportedFile[] | null>(null);
  const [problem, setProblem] = useState("");
  const make = async (): Promise<void> => {
    const answer = await exportTrial(id);
    if ("refused" in answer) return setProblem(answer.refused.message);
    setProblem("");
    setFiles(answer.ok);
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void make()}>Export the data</button>
      <span role="alert" class="small">{problem}</span>
      {files && (
        <span class="row" role="group" aria-label="Files of this export">
          {files.map((file) => (
            <button key={file.name} type="button" class="link small" onClick={() => save(file)}>
              {file.name}
            </button>
          ))}
        </span>
      )}
    </>
  );
}
