import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { measureUsage, schoolsToMeasure } from "../services/platform";
import { systemActor } from "./system-actor";

const payloadSchema = z.object({ organizationId: z.uuid().nullable() });

/** Counts what one school holds, or, where none is named, every school whose figures are old: each in its own scope. */
export async function measureUsageJob(
  payload: unknown,
  { logger }: Pick<JobHelpers, "logger">,
): Promise<void> {
  const { organizationId } = payloadSchema.parse(payload);
  if (organizationId !== null) return measureUsage(systemActor(organizationId));
  const platform = {
    accountId: null,
    userId: null,
    name: "Homeroom",
    role: "ADMIN",
    ipAddress: null,
  } as const;
  for (const id of await schoolsToMeasure(platform)) {
    await measureUsage(systemActor(id)).catch((error: unknown) => {
      // One that is moved or erased meanwhile keeps no other waiting.
      logger.warn(`Not measured: ${id}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
}
