import { cx } from "./cx";

/** One line that is not here yet; `width` is any CSS length. */
export function Skeleton({ width = "100%", className }: { width?: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      style={{ width }}
      className={cx("block h-2.5 max-w-full animate-breathe rounded-xs bg-press", className)}
    />
  );
}

export interface SkeletonBlockProps {
  /** Says what is loading. */
  label: string;
  lines?: number;
}

const WIDTHS = ["62%", "84%", "48%", "70%", "55%"];

/** A few lines of text that are not here yet; shown after 150 ms. */
export function SkeletonBlock({ label, lines = 3 }: SkeletonBlockProps) {
  return (
    <div role="status" aria-busy="true" aria-label={label} className="grid animate-late gap-3 py-1">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <Skeleton key={index} width={WIDTHS[index % WIDTHS.length]} />
      ))}
    </div>
  );
}
