import type { ReactNode } from "react";
import { EmptyState } from "./empty-state";

export interface NoResultsProps {
  /** What was searched for, in words: "No one matches “martinez” with role Coach". */
  title: ReactNode;
  /** The nearest hit. */
  children?: ReactNode;
  /** "Clear filters", and the way to the nearest hit. */
  actions?: ReactNode;
}

/** There are things, but none of them matches. */
export function NoResults(props: NoResultsProps) {
  return (
    <div role="status">
      <EmptyState drawing="search" {...props} />
    </div>
  );
}
