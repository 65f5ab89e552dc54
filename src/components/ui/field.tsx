import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { cx } from "./cx";

export interface FieldLabels {
  label: ReactNode;
  hint?: ReactNode;
  /** Takes the place of the hint, so that nothing jumps. */
  error?: ReactNode;
  /** Writes "(optional)" after the label; required is the default. */
  optional?: boolean;
  /** Stands at the right of the label, such as a link. */
  labelAside?: ReactNode;
  /** Keeps the label for assistive technology only. */
  hideLabel?: boolean;
}

export interface ControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

export interface FieldProps extends FieldLabels {
  id?: string;
  className?: string;
  /** Draws the control with the ids that tie it to its label and message. */
  children: (control: ControlProps) => ReactNode;
}

/** A label, its control, and a hint or an error below. */
export function Field(props: FieldProps) {
  const { label, hint, error, optional, labelAside, hideLabel, className, children } = props;
  const t = useTranslations("ui");
  const own = useId();
  const id = props.id ?? own;
  const message = error ?? hint;
  const messageId = `${id}-message`;
  return (
    <div className={cx("grid min-w-0 grid-cols-1 content-start gap-1", className)}>
      <div className={hideLabel ? "sr-only" : "flex items-baseline gap-2 text-sm"}>
        <label htmlFor={id} className="font-medium">
          {label}
          {optional ? <span className="font-body text-ink-3"> {t("optional")}</span> : null}
        </label>
        {labelAside ? <span className="ml-auto">{labelAside}</span> : null}
      </div>
      {children({
        id,
        "aria-describedby": message ? messageId : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {message ? (
        <FieldMessage id={messageId} tone={error ? "error" : "hint"}>
          {message}
        </FieldMessage>
      ) : null}
    </div>
  );
}

/** The line below a control: a hint, or what is wrong. */
export function FieldMessage(props: { id?: string; tone: "hint" | "error"; children: ReactNode }) {
  const { id, tone, children } = props;
  return (
    <p id={id} className={tone === "error" ? "flex gap-1 text-xs text-danger-text" : "text-xs text-ink-3"}>
      {tone === "error" ? <CircleAlert className="mt-0.5 size-3!" /> : null}
      <span>{children}</span>
    </p>
  );
}
