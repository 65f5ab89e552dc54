"use client";

import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react";
import { FieldMessage } from "./field";

const BOX =
  "relative m-0 grid size-4 flex-none cursor-pointer appearance-none place-items-center rounded-xs bg-raised [--edge:var(--line-control)] edge " +
  "before:absolute before:-inset-1.5 pointer-coarse:before:-inset-3 " +
  "checked:bg-brand-solid checked:shadow-none checked:after:h-[.3125rem] checked:after:w-[.5625rem] checked:after:translate-y-[-1px] checked:after:-rotate-45 checked:after:border-b-[1.75px] checked:after:border-l-[1.75px] checked:after:border-brand-fg " +
  "indeterminate:bg-brand-solid indeterminate:shadow-none indeterminate:after:h-[1.75px]! indeterminate:after:w-2! indeterminate:after:translate-none! indeterminate:after:rotate-none! indeterminate:after:border-none! indeterminate:after:bg-brand-fg " +
  "disabled:cursor-not-allowed disabled:bg-sunken disabled:opacity-60 aria-invalid:[--edge:var(--danger)] focus-visible:rounded-xs";

export interface CheckBoxInputProps extends Omit<ComponentProps<"input">, "type" | "ref" | "className"> {
  /** Some, but not all, of what it stands for is chosen. */
  indeterminate?: boolean;
}

/** The bare box, for table rows; it needs an `aria-label`. */
export function CheckBoxInput({ indeterminate = false, ...rest }: CheckBoxInputProps) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return <input {...rest} ref={ref} type="checkbox" className={BOX} />;
}

export interface CheckboxProps extends CheckBoxInputProps {
  children: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

/** A box and its sentence. */
export function Checkbox({ children, hint, error, ...rest }: CheckboxProps) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  const messageId = `${id}-message`;
  const message = error ?? hint;
  return (
    <div className="grid gap-1">
      <label
        htmlFor={id}
        className="inline-flex min-h-6 items-center gap-2 justify-self-start text-sm pointer-coarse:min-h-11"
      >
        <CheckBoxInput
          {...rest}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={message ? messageId : undefined}
        />
        <span>{children}</span>
      </label>
      {message ? (
        <div className="pl-6">
          <FieldMessage id={messageId} tone={error ? "error" : "hint"}>
            {message}
          </FieldMessage>
        </div>
      ) : null}
    </div>
  );
}
