import { onlineManager } from "@tanstack/react-query";

/** Loads code; where the connection is lost it waits for it, since React never asks again for what failed once. */
export async function insist<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (onlineManager.isOnline()) throw error;
      await connection();
    }
  }
}

/** Fetches code before it is asked for; where it does not come, whoever asks hears of it. */
export function fetchEarly(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}

function connection(): Promise<void> {
  return new Promise((resolve) => {
    const stop = onlineManager.subscribe((online) => {
      if (!online) return;
      stop();
      resolve();
    });
  });
}
