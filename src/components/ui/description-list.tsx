import { Fragment, type ReactNode } from "react";

export interface DescriptionListProps {
  items: readonly { term: string; value: ReactNode }[];
}

/** Facts about one thing: what, and its value. */
export function DescriptionList({ items }: DescriptionListProps) {
  return (
    <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-2 text-sm sm:grid-cols-[7.5rem_minmax(0,1fr)]">
      {items.map((item) => (
        <Fragment key={item.term}>
          <dt className="text-ink-3">{item.term}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
