"use client";

import { createContext, type ReactNode, use, useEffect, useRef, useState } from "react";

const FreshContext = createContext(false);

/** Tells the title of a step whether one has come to it on this page: then it takes the focus. */
export function StepFocus({ step, children }: { step: string; children: ReactNode }) {
  const [first] = useState(step);
  const [hasMoved, setMoved] = useState(false);
  if (!hasMoved && step !== first) setMoved(true);
  return <FreshContext value={hasMoved}>{children}</FreshContext>;
}

/** The title of a step: another step is another page to whoever does not see it. */
export function StepTitle({ children }: { children: ReactNode }) {
  const isFresh = use(FreshContext);
  const heading = useRef<HTMLHeadingElement>(null);
  // Once for each step: its title is another element.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it appears
  useEffect(() => {
    const { activeElement } = document;
    const isElsewhere = activeElement?.closest("[role=dialog], [role=alertdialog]");
    if (isFresh && !isElsewhere) heading.current?.focus();
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className="outline-none">
      {children}
    </h2>
  );
}
