"use client";

import { Suspense, useSyncExternalStore } from "react";
import { fetchEarly, insist } from "./insist";
import { lazyAria } from "./lazy-aria";
import type { ToastAction } from "./toast-region";

const loadRegion = () => import("./toast-region");
const Region = lazyAria(loadRegion);

// The region is fetched with the first toast: until then there is nothing to show.
let wanted = false;
const watchers = new Set<() => void>();

function watch(changed: () => void) {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Says for six seconds that a thing was done, with one action at most; gives a function that takes it back. */
export function toast(message: string, action?: ToastAction): () => void {
  const shown = insist(loadRegion).then(({ show }) => {
    wanted = true;
    for (const changed of watchers) changed();
    return show({ message, action });
  });
  return () => void shown.then((takeBack) => takeBack());
}

/** Fetches the region early, so that also what is said about a lost connection can be shown. */
export function prepareToasts(): void {
  fetchEarly(() => Promise.all([loadRegion(), import("./aria-provider")]));
}

/** The place where toasts appear; `UiProvider` holds the only one. */
export function ToastRegion() {
  const here = useSyncExternalStore(
    watch,
    () => wanted,
    () => false,
  );
  return here ? (
    <Suspense fallback={null}>
      <Region />
    </Suspense>
  ) : null;
}
