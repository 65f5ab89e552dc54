import { cx } from "./cx";

interface CellLook {
  boxed?: boolean;
  /** The column of checkboxes. */
  pick?: boolean;
  /** The row's name. */
  name?: boolean;
  column?: { align?: "start" | "end"; from?: "sm" | "md" | "lg"; nowrap?: boolean };
}

const FROM = { sm: "max-sm:hidden", md: "max-md:hidden", lg: "max-lg:hidden" };

function shared({ boxed, pick, column }: CellLook): string {
  return cx(
    boxed ? "first:pl-4 last:pr-4" : "first:pl-(--gutter) last:pr-(--gutter) print:first:pl-0",
    pick && "w-px max-sm:pr-0 print:hidden",
    column?.align === "end" && "text-right",
    column?.from && FROM[column.from],
  );
}

/** The classes of a column's head. */
export function headClass(look: CellLook): string {
  return cx(
    "h-(--head-h) border-b border-line-strong bg-surface px-(--cell-x) py-0 text-left text-xs font-medium whitespace-nowrap text-ink-3 aria-[sort]:text-ink",
    !look.boxed && "sticky top-(--topbar-h) z-(--z-sticky)",
    shared(look),
  );
}

/** The classes of a cell; the row's state comes from `group/row`. */
export function cellClass(look: CellLook): string {
  return cx(
    "h-(--row-h) border-b border-line px-(--cell-x) py-1 text-left align-middle",
    "group-hover/row:bg-hover group-data-current/row:bg-hover group-data-selected/row:bg-brand-soft",
    "group-data-current/row:first:shadow-[inset_3px_0_0_var(--brand-mark)] group-data-selected/row:first:shadow-[inset_3px_0_0_var(--brand-mark)]",
    "group-data-selected/row:[&_[data-avatar]]:shadow-[inset_0_0_0_1px_var(--brand-line)]",
    "group-focus-visible/row:first:shadow-[inset_3px_0_0_var(--focus-ring)]",
    look.name ? "font-body text-ink max-sm:w-full max-sm:max-w-0" : "text-ink-2",
    look.column?.nowrap && "whitespace-nowrap",
    look.boxed && "group-last/row:border-b-0",
    shared(look),
  );
}
