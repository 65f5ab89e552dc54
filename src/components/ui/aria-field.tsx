"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Label, Text } from "react-aria-components";
import { cx } from "./cx";
import { type FieldLabels, FieldMessage } from "./field";

export interface AriaFieldProps extends FieldLabels {
  /** The control; the React Aria component around ties it to label and message. */
  children: ReactNode;
}

/** What `Field` draws, for inside React Aria's own field components. */
export function AriaField(props: AriaFieldProps) {
  const { label, hint, error, optional, labelAside, hideLabel, children } = props;
  const t = useTranslations("ui");
  const message = error ?? hint;
  return (
    <>
      <div className={hideLabel ? "sr-only" : "flex items-baseline gap-2 text-sm"}>
        <Label className="font-medium">
          {label}
          {optional ? <span className="font-body text-ink-3"> {t("optional")}</span> : null}
        </Label>
        {labelAside ? <span className="ml-auto">{labelAside}</span> : null}
      </div>
      {children}
      {message ? (
        <Text slot="description" elementType="div">
          <FieldMessage tone={error ? "error" : "hint"}>{message}</FieldMessage>
        </Text>
      ) : null}
    </>
  );
}

/** The classes of the element around an `AriaField`. */
export function ariaFieldClass(className?: string): string {
  return cx("grid min-w-0 grid-cols-1 content-start gap-1", className);
}
