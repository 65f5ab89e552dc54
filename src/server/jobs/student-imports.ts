import { z } from "zod";
import { eraseImport, workOnImport } from "../services/student-import";
import { systemActor } from "./system-actor";

const payloadSchema = z.object({ organizationId: z.uuid(), importId: z.uuid() });

/** Reads, checks, writes or takes back an import of students, as its state asks. */
export async function workOnStudentImport(payload: unknown): Promise<void> {
  const { organizationId, importId } = payloadSchema.parse(payload);
  await workOnImport(systemActor(organizationId), { id: importId });
}

/** Erases what an import of students kept of people, once it cannot be undone any more. */
export async function eraseStudentImport(payload: unknown): Promise<void> {
  const { organizationId, importId } = payloadSchema.parse(payload);
  await eraseImport(systemActor(organizationId), { id: importId });
}
