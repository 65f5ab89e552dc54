import type { ReactNode } from "react";

export interface ToolbarProps {
  /** A `SearchField`. */
  search?: ReactNode;
  /** `FilterChip`s; they scroll sideways on narrow screens. */
  filters?: ReactNode;
  filtersLabel?: string;
  /** Columns, density: at the end, not on narrow screens. */
  end?: ReactNode;
}

/** The one row above a table: search, filters, view. */
export function Toolbar({ search, filters, filtersLabel, end }: ToolbarProps) {
  return (
    <div data-print="no" className="flex min-w-0 flex-wrap items-center gap-2">
      {search}
      {filters ? (
        <fieldset className="-mx-(--gutter) flex min-w-0 [scrollbar-width:none] items-center gap-2 overflow-x-auto px-(--gutter) py-[3px] max-sm:basis-[calc(100%+2*var(--gutter))] sm:mx-0 sm:flex-wrap sm:p-0">
          <legend className="sr-only">{filtersLabel}</legend>
          {filters}
        </fieldset>
      ) : null}
      {end ? <div className="ml-auto flex items-center max-sm:hidden">{end}</div> : null}
    </div>
  );
}
