import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { noticeSchema } from "@/domain/notification-schemas";
import { sendNotice } from "../services/notification";
import { systemActor } from "./system-actor";
import { unlessRefused } from "./unless-refused";

const payloadSchema = z.object({
  organizationId: z.uuid(),
  userId: z.uuid(),
  notices: z.array(noticeSchema),
});

/** Tells one person what one act did to them, where they want to be told. */
export async function sendNoticeJob(payload: unknown, { logger }: Pick<JobHelpers, "logger">): Promise<void> {
  const { organizationId, ...told } = payloadSchema.parse(payload);
  await unlessRefused(logger, sendNotice(systemActor(organizationId), told));
}
