import { z } from "zod";
import { copyStudentFiles } from "../services/student-transfer";
import { PLATFORM_ITSELF } from "./system-actor";

const payloadSchema = z.object({ organizationId: z.uuid(), transferId: z.uuid() });

/** Copies what is missing still of the files of a student who was taken in; goes on where it stopped. */
export async function copyStudentFilesJob(payload: unknown): Promise<void> {
  await copyStudentFiles(PLATFORM_ITSELF, payloadSchema.parse(payload));
}
