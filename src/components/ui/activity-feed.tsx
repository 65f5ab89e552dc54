import type { ReactNode } from "react";

export interface ActivityItem {
  id: string;
  /** An `Avatar`, or nothing. */
  lead?: ReactNode;
  text: ReactNode;
  /** A `<time>`, or another short figure. */
  aside?: ReactNode;
}

/** What happened, the newest first. */
export function ActivityFeed({ items, label }: { items: readonly ActivityItem[]; label?: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-line text-sm">
      {items.map((item) => (
        <li key={item.id} className="flex items-start gap-3 py-[.4375rem]">
          {item.lead}
          <p className="min-w-0 flex-1 pt-[.1875rem] text-ink-2 [&_b]:font-medium [&_b]:text-ink">
            {item.text}
          </p>
          {item.aside ? (
            <span className="pt-1 text-xs whitespace-nowrap text-ink-3 tabular-nums">{item.aside}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
