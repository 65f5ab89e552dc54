import { setTimeout } from "node:timers/promises";
import type { Actor } from "@/db/scope";
import { logger } from "./logger";
import { platformHead, recordHeads, sealEvents } from "./services/audit";

const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const HEADS_EVERY_MS = 600_000;
/** Events after which the ends of the chains are recorded before it is time. */
const MANY = 1_000;

/** The system itself on the platform. */
const SEALER: Actor = {
  accountId: null,
  userId: null,
  name: "Homeroom",
  role: "ADMIN",
  ipAddress: null,
  via: "job",
};

/** Seals the log's events within seconds of their writing, until it is stopped; `stop` waits for what is under way. */
export function startSealing(): { stop: () => Promise<void> } {
  const ending = new AbortController();
  const ended = sealUntil(ending.signal);
  return {
    async stop() {
      ending.abort();
      await ended;
    },
  };
}

async function sealUntil(signal: AbortSignal): Promise<void> {
  let pause = PAUSE_MS;
  let sealed = 0;
  let recorded = 0;
  while (!signal.aborted) {
    try {
      const now = await sealEvents(SEALER);
      sealed += now;
      if (sealed >= MANY || Date.now() - recorded > HEADS_EVERY_MS) {
        await recordEnds(sealed >= MANY);
        sealed = 0;
        recorded = Date.now();
      }
      pause = PAUSE_MS;
      // More may wait than one round takes.
      if (now >= MANY) continue;
    } catch (error) {
      logger().warn({ err: error }, "the audit log could not be sealed");
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
    await setTimeout(pause, undefined, { signal }).catch(() => undefined);
  }
}

// The process's log is out of reach of who could make the platform's chain anew.
async function recordEnds(now: boolean): Promise<void> {
  const { count } = await recordHeads(SEALER, { now });
  if (count > 0)
    logger().info({ count, head: await platformHead(SEALER) }, "the audit chains' ends are recorded");
}
