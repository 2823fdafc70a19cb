/// A modal dialog: the browser's own, which holds the focus, closes on Escape and gives it back.
import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useId, useRef } from "preact/hooks";
import "./dialog.css";

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /// Covers the whole window, so that nothing behind it can be read.
  readonly cover?: boolean;
  /// Has a Close button beside its title, for dialogs that ask nothing.
  readonly closable?: boolean;
}

export function Dialog(props: Props): JSX.Element {
  const { title, onClose, children, cover = false, closable = false } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closing gives the focus back; taking the element away would not.
    return () => element?.close();
  }, []);
  const cancel = (event: Event): void => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      class={cover ? "dialog cover" : "dialog"}
      aria-labelledby={heading}
      onCancel={cancel}
      onClick={(event) => event.target === dialog.current && !cover && onClose()}
    >
      <div class="dialog-body">
        <div class="dialog-top">
          <h2 id={heading} tabIndex={-1} autofocus>{title}</h2>
          {closable && (
            <button type="button" class="head-button" onClick={onClose}>Close</button>
          )}
        </div>
        {children}
      </div>
    </dialog>
  );
}
