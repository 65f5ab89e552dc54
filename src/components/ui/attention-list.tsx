import type { ReactNode } from "react";
import { cx } from "./cx";

export interface AttentionItem {
  id: string;
  /** A lucide icon element. */
  icon: ReactNode;
  tone: "neutral" | "info" | "warning" | "danger";
  /** What waits, in one sentence with its count. */
  title: ReactNode;
  detail?: ReactNode;
  /** One small button or link. */
  action?: ReactNode;
}

const TONES = {
  neutral: "text-icon",
  info: "text-info",
  warning: "text-warning",
  danger: "text-danger",
};

/** What waits for this person, each with one way on. */
export function AttentionList({ label, items }: { label: string; items: readonly AttentionItem[] }) {
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-lg border border-line">
      {items.map((item) => (
        <li
          key={item.id}
          className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-2 py-2.5 pr-3 pl-4 sm:grid-cols-[auto_minmax(0,1fr)_auto]"
        >
          <span className={cx("max-sm:mt-px max-sm:self-start", TONES[item.tone])}>{item.icon}</span>
          <p className="text-sm">
            <b className="font-medium">{item.title}</b>
            {item.detail ? <span className="text-ink-2"> {item.detail}</span> : null}
          </p>
          {item.action ? (
            <div data-print="no" className="justify-self-start max-sm:col-start-2">
              {item.action}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
