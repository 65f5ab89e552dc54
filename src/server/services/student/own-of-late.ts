import type { OrganizationActor } from "@/db/scope";
import { DAY } from "@/lib/duration";

/** So long whoever wrote something into a record mends it without the right to change what others wrote. */
const OWN_DAYS = 7;

/** Whether the actor wrote it, and within the last days. */
export function isOwnOfLate(
  { userId }: OrganizationActor,
  { byUserId, createdAt }: { byUserId: string | null; createdAt: Date },
): boolean {
  const isOwn = userId !== null && byUserId === userId;
  return isOwn && createdAt.getTime() > Date.now() - OWN_DAYS * DAY;
}
