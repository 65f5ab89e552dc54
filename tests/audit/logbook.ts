import { type SQL, sql } from "drizzle-orm";
import { type Actor, inOrganization } from "@/db/scope";
import { recordEvents, sealEvents } from "@/server/services/audit";
import { asOperator } from "../support/operator";
import type { TestSchool } from "../support/schools";

/** The sealing loop's own actor, and that of who verifies. */
export const SYSTEM: Actor = {
  accountId: null,
  userId: null,
  name: "Homeroom",
  role: "ADMIN",
  ipAddress: null,
  via: "job",
};

/** Writes `count` events of the school's admin in one transaction. */
export async function write(school: TestSchool, count: number, name = "Robotics"): Promise<void> {
  await inOrganization(school.actor(school.people.ORG_ADMIN), (tx) =>
    recordEvents(
      tx,
      Array.from({ length: count }, (_, index) => ({
        action: "class.updated",
        subject: { type: "class", id: school.classes.led, name: `${name} ${index}` },
        before: { capacity: index },
        after: { capacity: index + 1 },
      })),
    ),
  );
}

/** Seals until nothing waits. */
export async function sealAll(): Promise<void> {
  while ((await sealEvents(SYSTEM)) > 0);
}

/** A statement of somebody whom no rule binds. */
export async function tamper<Row extends Record<string, unknown>>(
  url: string,
  statement: SQL,
): Promise<Row[]> {
  return (await asOperator(url, ({ db }) => db.execute(statement))) as unknown as Row[];
}

/** The chain as it is stored. */
export function sealsOf(url: string, school: Pick<TestSchool, "id">) {
  return tamper<{ position: number; event_id: string; hash: string }>(
    url,
    sql`select position::int, event_id, hash from core.audit_seals where chain = ${school.id}::uuid order by position`,
  );
}
