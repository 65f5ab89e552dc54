/** What this device keeps for us between visits, as text by key. */

const listeners = new Set<() => void>();
// Where the browser keeps nothing for us (private windows, no room), the tab itself does.
const memory = new Map<string, string>();

/** The kept text; null where there is none, and on the server. */
export function readKept(key: string): string | null {
  if (typeof window === "undefined") return null;
  try {
    return window.localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

/** Keeps the text, or forgets it with null; never throws. */
export function keep(key: string, text: string | null): void {
  memory.delete(key);
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
  } catch {
    if (text !== null) memory.set(key, text);
  }
  for (const listener of listeners) listener();
}

/** Hears of every change made in this tab; returns what stops it. */
export function watchKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
