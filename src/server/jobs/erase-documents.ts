import type { JobHelpers } from "graphile-worker";
import { schoolsAtWork } from "../services/platform";
import { eraseDocuments } from "../services/student-document";
import { PLATFORM_ITSELF, systemActor } from "./system-actor";

/** Erases, school by school, each in its own scope, the documents whose time to be brought back is over. */
export async function eraseDocumentsJob(_: unknown, { logger }: Pick<JobHelpers, "logger">): Promise<void> {
  for (const id of await schoolsAtWork(PLATFORM_ITSELF)) {
    await eraseDocuments(systemActor(id)).catch((error: unknown) => {
      // One that is moved or erased meanwhile keeps no other waiting; what is left is erased tomorrow.
      logger.warn(`Not erased: ${id}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
}
