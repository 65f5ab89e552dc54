import type { ReactNode } from "react";
import { Drawing, type DrawingName } from "./drawing";
import { Wordmark } from "./wordmark";

export interface StateBoxProps {
  drawing: DrawingName;
  /** A line above the title, such as the school. */
  lead?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}

/** What a whole page says when it is nothing but a state; inside the shell it stands in a `PageBody`. */
export function StateBox({ drawing, lead, title, children, actions }: StateBoxProps) {
  return (
    <div className="m-auto grid w-full max-w-[30rem] grid-cols-1 justify-items-start gap-3 py-10">
      <div className="mb-4">
        <Drawing name={drawing} large />
      </div>
      {lead}
      <h1 className="text-2xl">{title}</h1>
      <div className="grid w-full grid-cols-1 gap-3 text-pretty text-ink-2">{children}</div>
      {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}

export interface StatePageProps extends StateBoxProps {
  /** The product's name. */
  product: string;
  /** One line of meta at the foot of the page. */
  foot?: ReactNode;
}

/** A window that is nothing but a state: no such school, closed, gone. */
export function StatePage({ product, foot, ...state }: StatePageProps) {
  return (
    <main
      id="main"
      className="roomy grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr_auto] bg-canvas px-(--gutter) py-6 [--surface:var(--raised)]"
    >
      <p>
        <Wordmark name={product} />
      </p>
      <StateBox {...state} />
      <p className="text-xs text-ink-3">{foot}</p>
    </main>
  );
}
