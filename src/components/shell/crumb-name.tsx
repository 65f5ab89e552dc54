"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, use, useLayoutEffect, useState, useSyncExternalStore } from "react";

type Named = { pathname: string; name: string };

// A store and not the context's value: where that changes, React draws anew whatever below it is not alive yet, and
// what the server had drawn there would vanish for a moment.
function nameStore() {
  let named: Named | undefined;
  const listeners = new Set<() => void>();
  return {
    read: () => named,
    say(next: Named | undefined) {
      named = next;
      for (const tell of listeners) tell();
    },
    listen(tell: () => void) {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
  };
}

const NameContext = createContext(nameStore());

/** Holds the name of the record whose page is open, for the breadcrumbs above the page. */
export function CrumbNames({ children }: { children: ReactNode }) {
  const [store] = useState(nameStore);
  return <NameContext value={store}>{children}</NameContext>;
}

/** Says the name of the record that this page is about: the last crumb shows it. */
export function CrumbName({ name }: { name: string }) {
  const { say } = use(NameContext);
  const pathname = usePathname();
  useLayoutEffect(() => {
    say({ pathname, name });
    return () => say(undefined);
  }, [say, pathname, name]);
  return null;
}

/** The name that the open page has said; undefined on any other. */
export function useCrumbName(): string | undefined {
  const { listen, read } = use(NameContext);
  const named = useSyncExternalStore(listen, read, () => undefined);
  const pathname = usePathname();
  return named?.pathname === pathname ? named.name : undefined;
}
