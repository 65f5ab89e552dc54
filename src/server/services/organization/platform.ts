import { and, asc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { z } from "zod";
import { violatedUnique } from "@/db/errors";
import { holdsTerms } from "@/db/folded";
import { organizationSlugs, organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { type Actor, onPlatform } from "@/db/scope";
import type {
  CreateOrganizationInput,
  ListOrganizationsInput,
  UpdateAnyOrganizationInput,
} from "@/domain/organization";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { newId } from "@/lib/ids";
import { searchTerms } from "@/lib/text-keys";
import { DomainError, notFound } from "@/server/errors";
import { recordPlatformEvents } from "../audit";

const summary = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  status: organizations.status,
  plan: organizations.plan,
  kind: organizations.kind,
  placement: organizations.placement,
  isDefault: organizations.isDefault,
};

// By a school that has it, or by one that had it: an old slug still leads there.
const SLUG_TAKEN = new Set(["organizations_slug_key", "organization_slugs_pkey"]);

const positionSchema = z.object({ name: z.string(), id: z.uuid() });

/** The schools of the platform that match, by name, with how many members each has. */
export async function listOrganizations(actor: Actor, input: ListOrganizationsInput) {
  const { cursor, limit, search, statuses, plans } = input;
  const position = cursor === undefined ? undefined : decodeCursor(positionSchema, cursor);
  return onPlatform(actor, async (tx) => {
    const found = await tx.db
      .select({
        ...summary,
        // Nested: the fields of a query of one table lose its name, and the subquery's own id would answer.
        userCount: sql<number>`(select count(*)::int from ${users} member
          where member.organization_id = ${sql`${organizations.id}`} and member.left_at is null)`,
      })
      .from(organizations)
      .where(
        and(
          holdsTerms(sql`${organizations.name} || ' ' || ${organizations.slug}`, searchTerms(search)),
          statuses.length > 0 ? inArray(organizations.status, statuses) : undefined,
          plans.length > 0 ? inArray(organizations.plan, plans) : undefined,
          position &&
            or(
              gt(organizations.name, position.name),
              and(eq(organizations.name, position.name), gt(organizations.id, position.id)),
            ),
        ),
      )
      .orderBy(asc(organizations.name), asc(organizations.id))
      .limit(limit + 1);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const nextCursor = last && found.length > limit ? encodeCursor({ name: last.name, id: last.id }) : null;
    return { rows, nextCursor };
  });
}

/** Any school, as the platform sees it. */
export async function getAnyOrganization(actor: Actor, { organizationId }: { organizationId: string }) {
  return onPlatform(actor, async (tx) => {
    const [row] = await tx.db
      .select({ ...summary, description: organizations.description, maxUsers: organizations.maxUsers })
      .from(organizations)
      .where(eq(organizations.id, organizationId));
    if (!row) throw notFound();
    return row;
  });
}

/** The school with this slug, as the platform sees it; undefined where there is none. */
export async function findOrganizationBySlug(actor: Actor, { slug }: { slug: string }) {
  return onPlatform(actor, async (tx) => {
    const [row] = await tx.db.select(summary).from(organizations).where(eq(organizations.slug, slug));
    return row;
  });
}

/** A new guest school on the shared placement. Throws CONFLICT where the slug is taken. */
export async function createOrganization(
  actor: Actor,
  input: CreateOrganizationInput,
): Promise<{ id: string }> {
  return onPlatform(actor, async (tx) => {
    const [master] = await tx.db
      .select({ id: organizations.id })
      .from(organizations)
      .where(eq(organizations.kind, "master"));
    if (!master) throw new DomainError("conflict", "organization.noMaster");
    const id = newId();
    try {
      await tx.db.insert(organizations).values({
        id,
        ...input,
        kind: "guest",
        masterId: master.id,
      });
      await tx.db.insert(organizationSlugs).values({ slug: input.slug, organizationId: id });
    } catch (error) {
      if (!SLUG_TAKEN.has(violatedUnique(error) ?? "")) throw error;
      throw new DomainError("conflict", "slug.taken", { field: "slug", values: { slug: input.slug } });
    }
    const subject = { type: "organization", id, name: input.name };
    await recordPlatformEvents(tx, id, [{ action: "organization.created", subject, after: input }]);
    return { id };
  });
}

/** Changes what is given of any school; a suspension shows on its people's next request. */
export async function updateAnyOrganization(actor: Actor, input: UpdateAnyOrganizationInput): Promise<void> {
  const { organizationId, ...changes } = input;
  await changeOrganization(actor, organizationId, "organization.updated", changes);
}

/** Closes a guest school: out of reach from the next request on, its data kept. */
export async function closeOrganization(
  actor: Actor,
  { organizationId }: { organizationId: string },
): Promise<void> {
  await changeOrganization(actor, organizationId, "organization.closed", { status: "inactive" });
}

async function changeOrganization(
  actor: Actor,
  organizationId: string,
  action: string,
  changes: Partial<Pick<typeof organizations.$inferSelect, "name" | "description" | "plan" | "status">>,
): Promise<void> {
  await onPlatform(actor, async (tx) => {
    const [before] = await tx.db
      .select({ ...summary, description: organizations.description })
      .from(organizations)
      .where(eq(organizations.id, organizationId))
      .for("update");
    if (!before) throw notFound();
    // The master runs the platform: closing or suspending it would shut out whoever could open it again.
    if (before.kind === "master" && changes.status && changes.status !== "active")
      throw new DomainError("conflict", "organization.masterStays");
    await tx.db
      .update(organizations)
      .set({ ...changes, updatedAt: new Date() })
      .where(eq(organizations.id, organizationId));
    const subject = { type: "organization", id: organizationId, name: before.name };
    await recordPlatformEvents(tx, organizationId, [{ action, subject, before, after: changes }]);
  });
}
