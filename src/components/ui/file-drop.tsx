"use client";

import { FileUp } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "./button";
import { cx } from "./cx";
import { FieldMessage } from "./field";

export interface FileDropProps {
  /** The sentence in the box, such as "or a .csv or .xlsx file"; the chosen file's name later. */
  label: ReactNode;
  /** The words on the button. */
  chooseLabel: string;
  /** As in `<input accept>`. */
  accept?: string;
  /** Called for each of the files where several may be given. */
  onFile: (file: File) => void;
  multiple?: boolean;
  disabled?: boolean;
  error?: ReactNode;
  /** Takes the icon's place, such as the picture that is there. */
  lead?: ReactNode;
  /** Further small buttons, after the one that chooses. */
  actions?: ReactNode;
}

/** A place to drop a file or to choose one. */
export function FileDrop(props: FileDropProps) {
  const { label, chooseLabel, accept, onFile, multiple, disabled, error, lead, actions } = props;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const id = useId();

  function take(files: FileList | null) {
    if (disabled) return;
    for (const file of [...(files ?? [])].slice(0, multiple ? undefined : 1)) onFile(file);
  }

  return (
    <div className="grid gap-1">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
        className={cx(
          "flex flex-wrap items-center gap-3 rounded-lg border border-dashed px-4 py-3 text-sm text-ink-2",
          over ? "border-brand-mark bg-brand-soft" : "border-line-control",
        )}
      >
        {lead ?? <FileUp className="size-5! text-icon" />}
        <span id={id} className="min-w-0 flex-[1_1_12rem] break-words">
          {label}
        </span>
        <input
          ref={input}
          type="file"
          accept={accept}
          multiple={multiple}
          aria-label={chooseLabel}
          tabIndex={-1}
          className="sr-only"
          disabled={disabled}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
        <Button size="sm" disabled={disabled} aria-describedby={id} onPress={() => input.current?.click()}>
          {chooseLabel}
        </Button>
        {actions}
      </div>
      {error ? (
        <FieldMessage id={`${id}-error`} tone="error">
          {error}
        </FieldMessage>
      ) : null}
    </div>
  );
}
