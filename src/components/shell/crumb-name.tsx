"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from "react";

type Named = { pathname: string; name: string };

const NameContext = createContext<Named | undefined>(undefined);
const SetContext = createContext<(named: Named | undefined) => void>(() => undefined);

/** Holds the name of the record whose page is open, for the breadcrumbs above the page. */
export function CrumbNames({ children }: { children: ReactNode }) {
  const [named, setNamed] = useState<Named>();
  return (
    <SetContext value={setNamed}>
      <NameContext value={named}>{children}</NameContext>
    </SetContext>
  );
}

/** Says the name of the record that this page is about: the last crumb shows it. */
export function CrumbName({ name }: { name: string }) {
  const say = useContext(SetContext);
  const pathname = usePathname();
  useLayoutEffect(() => {
    say({ pathname, name });
    return () => say(undefined);
  }, [say, pathname, name]);
  return null;
}

/** The name that the open page has said; undefined on any other. */
export function useCrumbName(): string | undefined {
  const named = useContext(NameContext);
  const pathname = usePathname();
  return named?.pathname === pathname ? named.name : undefined;
}
