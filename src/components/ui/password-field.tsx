"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Field, type FieldLabels } from "./field";

export interface PasswordFieldProps extends FieldLabels, Omit<ComponentProps<"input">, "className" | "type"> {
  className?: string;
}

/** A password control that can show what was typed. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, hint, error, optional, labelAside, hideLabel, id, className, ...rest } = props;
  const t = useTranslations("ui");
  const [shown, setShown] = useState(false);
  return (
    <Field {...{ label, hint, error, optional, labelAside, hideLabel, id, className }}>
      {(control) => (
        <div className="relative">
          <input
            autoComplete="current-password"
            autoCapitalize="none"
            spellCheck={false}
            {...rest}
            {...control}
            type={shown ? "text" : "password"}
            className="control pr-10"
          />
          <button
            type="button"
            aria-label={t("showPassword")}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 grid w-(--control-h) place-items-center rounded-md text-icon -outline-offset-2! hover:text-ink"
          >
            {shown ? <EyeOff /> : <Eye />}
          </button>
        </div>
      )}
    </Field>
  );
}
