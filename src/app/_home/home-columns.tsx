import type { ReactNode } from "react";

/** What somebody comes for, and beside it where there is room: the school. */
export function HomeColumns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid grid-cols-1 items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2.4fr)_minmax(19rem,1fr)]">
      <div className="grid min-w-0 grid-cols-1 gap-8">{children}</div>
      {aside}
    </div>
  );
}
