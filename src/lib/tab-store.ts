/** What this tab keeps for us until it is closed, as text by key. */

const listeners = new Set<() => void>();
// Where the browser keeps nothing for us (private windows, no room), the tab itself does.
const memory = new Map<string, string>();

/** The kept text; null where there is none. */
export function readTab(key: string): string | null {
  try {
    return window.sessionStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

/** Keeps the text, or forgets it with null; never throws. */
export function keepInTab(key: string, value: string | null): void {
  memory.delete(key);
  try {
    if (value === null) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, value);
  } catch {
    if (value !== null) memory.set(key, value);
  }
  for (const listener of listeners) listener();
}

/** Hears of every change; returns what stops it. */
export function watchTab(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
