import type { ReactNode } from "react";
import { Drawing, type DrawingName } from "./drawing";
import { Wordmark } from "./wordmark";

export interface StatePageProps {
  /** The product's name. */
  product: string;
  drawing: DrawingName;
  /** A line above the title, such as the school. */
  lead?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** One line of meta at the foot of the page. */
  foot?: ReactNode;
}

/** A page that is nothing but a state: no such school, closed, gone. */
export function StatePage({ product, drawing, lead, title, children, actions, foot }: StatePageProps) {
  return (
    <main
      id="main"
      className="roomy grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr_auto] bg-canvas px-(--gutter) py-6 [--surface:var(--raised)]"
    >
      <p>
        <Wordmark name={product} />
      </p>
      <div className="grid w-full max-w-[30rem] grid-cols-1 justify-items-start gap-3 place-self-center py-10">
        <div className="mb-4">
          <Drawing name={drawing} large />
        </div>
        {lead}
        <h1 className="text-2xl">{title}</h1>
        <div className="grid w-full grid-cols-1 gap-3 text-pretty text-ink-2">{children}</div>
        {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      <p className="text-xs text-ink-3">{foot}</p>
    </main>
  );
}
