import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

export type CalloutTone = "neutral" | "info" | "success" | "warning" | "danger";

const TONES = {
  neutral: { box: "border-line bg-sunken", icon: "text-icon", Icon: Info },
  info: { box: "border-info-line bg-info-soft", icon: "text-info", Icon: Info },
  success: { box: "border-success-line bg-success-soft", icon: "text-success", Icon: CircleCheck },
  warning: { box: "border-warning-line bg-warning-soft", icon: "text-warning", Icon: TriangleAlert },
  danger: { box: "border-danger-line bg-danger-soft", icon: "text-danger", Icon: CircleAlert },
};

export interface CalloutProps {
  tone?: CalloutTone;
  /** The first, strong sentence. */
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Announced when it appears: "status" waits its turn, "alert" does not. */
  role?: "status" | "alert";
}

/** Something about this page or this part of it, in place. */
export function Callout({ tone = "neutral", title, children, actions, role }: CalloutProps) {
  const { box, icon, Icon } = TONES[tone];
  return (
    <div
      role={role}
      className={cx("flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border px-4 py-3 text-sm", box)}
    >
      <Icon className={cx("mt-px self-start", icon)} />
      <div className="min-w-0 flex-[1_1_14rem]">
        {title ? <b>{title} </b> : null}
        {children}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
