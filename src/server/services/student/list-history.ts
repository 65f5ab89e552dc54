import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { StudentHistoryInput } from "@/domain/student";
import { readHistory } from "../audit";
import { requireStudent } from "./policies";

const EVENTS = 30;

/** What was done to a student's record and who read what is sensitive in it, the newest first. */
export async function listHistory(actor: OrganizationActor, { id, cursor }: StudentHistoryInput) {
  return readInOrganization(actor, async (tx) => {
    const [, history] = await Promise.all([
      requireStudent(tx, id),
      readHistory(tx, id, { cursor, limit: EVENTS }),
    ]);
    return history;
  });
}
