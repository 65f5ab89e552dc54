import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { eraseImport, giveUpImport, lookAfterImport, workOnImport } from "../services/student-import";
import { systemActor } from "./system-actor";

const payloadSchema = z.object({ organizationId: z.uuid(), importId: z.uuid() });

/** More would not help: what fails thrice is no matter of two at once. */
const MAX_ATTEMPTS = 3;

/**
 * Reads, checks, writes or takes back an import of students, as its state asks. After the last attempt it is given up;
 * where another process is at it, a later job looks after it.
 */
export async function workOnStudentImport(
  payload: unknown,
  { job, logger }: Pick<JobHelpers, "job" | "logger">,
): Promise<void> {
  const { organizationId, importId: id } = payloadSchema.parse(payload);
  const actor = systemActor(organizationId);
  try {
    if ((await workOnImport(actor, { id })) === "busy") await lookAfterImport(actor, { id });
  } catch (error) {
    if (job.attempts < MAX_ATTEMPTS) throw error;
    logger.error(`Given up: ${error instanceof Error ? error.message : String(error)}`);
    await giveUpImport(actor, { id });
  }
}

/** Erases what an import of students kept of people, once it cannot be undone any more. */
export async function eraseStudentImport(payload: unknown): Promise<void> {
  const { organizationId, importId } = payloadSchema.parse(payload);
  await eraseImport(systemActor(organizationId), { id: importId });
}
