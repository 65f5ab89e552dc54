import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { connect } from "@/db/client";
import { handOffs, sessions } from "@/db/schema/core/accounts";
import { organizationDomains } from "@/db/schema/core/domains";
import { provisionings, schoolInvitations } from "@/db/schema/core/onboarding";
import { outboxMessages, rateLimits } from "@/db/schema/core/operations";
import { organizationSettings, organizationSlugs } from "@/db/schema/core/organizations";
import { apiKeys, idempotencyKeys, refreshTokens } from "@/db/schema/core/programs";
import { organizationHeadcounts, organizationUsage } from "@/db/schema/core/usage";
import { workspaces } from "@/db/schema/core/workspaces";
import { atGate, inOrganization } from "@/db/scope";
import { newId } from "@/lib/ids";
import { enqueue } from "@/server/adapters/queue";
import { makeTarget, type Target } from "../isolation/target";
import { asOperator } from "../support/operator";

const DAY = 86_400_000;

/** A school with rows of its own in every table, in the queue and in the storage. */
export async function makeFullSchool(operatorUrl: string, placement: string): Promise<Target> {
  const target = await makeTarget(operatorUrl, placement);
  const { organizationId, school } = target;
  const { ORG_ADMIN, COACH } = school.people;
  const { sessionId } = target.sessions.ORG_ADMIN;
  const soon = new Date(Date.now() + DAY);
  const hash = () => createHash("sha256").update(newId()).digest("hex");
  const keyId = newId();
  await asOperator(operatorUrl, async ({ db }) => {
    await db.insert(organizationSlugs).values([
      { slug: school.slug, organizationId },
      { slug: `old-${school.slug}`, organizationId },
    ]);
    await db
      .insert(organizationSettings)
      .values({ organizationId, key: "branding.motto", value: "Saber", isPublic: true });
    await db
      .insert(organizationDomains)
      .values({ organizationId, host: `aula.${school.slug}.example`, token: newId() });
    await db.insert(provisionings).values({ organizationId, placement, state: "done" });
    await db.insert(organizationUsage).values({ organizationId, activeClasses: 2 });
    await db
      .insert(organizationHeadcounts)
      .values({ organizationId, level: "primary", gender: "female", age: 8, students: 1 });
    await db
      .insert(schoolInvitations)
      .values({
        ...{ id: newId(), name: target.schoolName, contactEmail: ORG_ADMIN.email, searchKey: " x" },
        ...{
          status: "accepted",
          expiresAt: soon,
          closedAt: new Date(),
          invitedBy: "Platform",
          organizationId,
        },
      })
      .onConflictDoNothing();
    await db.insert(apiKeys).values({
      ...{ organizationId, id: keyId, name: "Timetable", prefix: "hr_x", keyHash: hash() },
      ...{ permissions: ["user:list"], createdBy: ORG_ADMIN.id, expiresAt: soon },
    });
    await db.update(sessions).set({ organizationId }).where(eq(sessions.id, sessionId));
    await db.insert(refreshTokens).values({
      ...{ id: newId(), accountId: ORG_ADMIN.accountId, sessionId, tokenHash: hash(), expiresAt: soon },
    });
    await db.insert(handOffs).values({
      ...{ id: newId(), accountId: COACH.accountId, organizationId, tokenHash: hash(), expiresAt: soon },
    });
    await db.insert(workspaces).values({ id: newId(), accountId: COACH.accountId, name: "Notes" });
    const answer = { requestHash: hash(), expiresAt: soon };
    await db.insert(idempotencyKeys).values([
      { ...answer, principal: `key:${keyId}`, key: "1" },
      { ...answer, principal: `session:${sessionId}`, key: "2" },
    ]);
    await db.insert(outboxMessages).values(
      [COACH.email, ORG_ADMIN.email].map((recipient) => ({
        ...{ id: newId(), recipient, subject: "Hello", html: "", text: "", headers: {} },
      })),
    );
    await db
      .insert(rateLimits)
      .values({ key: `slug-check:${createHash("sha256").update(organizationId).digest("hex")}`, points: 1 });
  });
  await inOrganization(school.actor(ORG_ADMIN), (tx) => enqueue(tx, "measure-usage", {}));
  await atGate({ email: COACH.email }, (tx) =>
    enqueue(tx, "send-account-mail", { notice: "password-changed", email: COACH.email }),
  );
  return target;
}

/** Every row of every table of both planes and of the queue, as PostgreSQL writes it, by table. */
export async function readEverything(ownerUrl: string): Promise<Map<string, string[]>> {
  const sql = connect(ownerUrl);
  try {
    const tables = await sql`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
        and (n.nspname <> 'graphile_worker' or c.relname = '_private_jobs') order by 1, 2`;
    const everything = new Map<string, string[]>();
    for (const { schema, name } of tables) {
      const rows = await sql`select to_jsonb(t)::text as row from ${sql(schema)}.${sql(name)} t order by 1`;
      everything.set(
        `${schema}.${name}`,
        rows.map(({ row }) => String(row)),
      );
    }
    return everything;
  } finally {
    await sql.end();
  }
}
