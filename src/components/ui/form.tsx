"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { Callout } from "./callout";
import { cx } from "./cx";

export interface FormProps extends Omit<ComponentProps<"form">, "className" | "ref"> {
  children: ReactNode;
  /** How many fields are wrong after the last attempt; the fields say what. */
  errorCount?: number;
  /** What went wrong with the whole, such as the server's answer. */
  error?: ReactNode;
  /** Raised by one on each attempt, so that the first bad field gets the focus again. */
  attempt?: number;
  /** Form width (576 px) unless false. */
  narrow?: boolean;
  className?: string;
}

/** A one-column form; after a failed attempt it tells how many fields are wrong and goes to the first. */
export function Form(props: FormProps) {
  const { children, errorCount = 0, error, attempt = 0, narrow = true, className, ...rest } = props;
  const t = useTranslations("ui");
  const form = useRef<HTMLFormElement>(null);
  const failed = errorCount > 0 || Boolean(error);

  useEffect(() => {
    if (attempt === 0 || !failed) return;
    const bad = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (bad ?? form.current?.querySelector<HTMLElement>("[data-form-error]"))?.focus();
  }, [attempt, failed]);

  return (
    <form
      noValidate
      {...rest}
      ref={form}
      className={cx("grid grid-cols-1 gap-5", narrow && "max-w-form", className)}
    >
      {failed ? (
        <div role="alert" data-form-error tabIndex={-1} className="outline-none">
          <Callout tone="danger">{error ?? t("fieldsToMend", { count: errorCount })}</Callout>
        </div>
      ) : null}
      {children}
    </form>
  );
}

/** Two fields that are read together, side by side where there is room. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 gap-x-4 gap-y-5 sm:grid-cols-2">{children}</div>;
}
